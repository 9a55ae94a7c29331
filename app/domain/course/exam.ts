import { z } from "zod";
import { bilingualSchema } from "~/domain/text/bilingual";
import { keySchema } from "./key";
import { type Difficulty, difficultySchema, type Question } from "./question";

const reviewMomentSchema = z.enum(["after-submit", "after-pass", "never"]);
export type ReviewMoment = z.infer<typeof reviewMomentSchema>;

const sectionSchema = z.strictObject({
  competency: keySchema,
  /** left out: any */
  difficulty: z.array(difficultySchema).min(1).optional(),
  count: z.int().positive(),
});
/** What one part of an exam draws from the bank. */
export type ExamSection = z.infer<typeof sectionSchema>;

/** exam.yaml: the blueprint of a course's exam. */
export const examSchema = z.strictObject({
  title: bilingualSchema,
  pass_percent: z.int().min(1).max(100),
  minutes: z.int().positive(),
  /** per course version */
  attempts: z.int().positive(),
  /** from the end of a failed attempt to the next start */
  cooldown_hours: z.number().min(0),
  per_page: z.int().positive(),
  review: z.strictObject({
    own_answers: reviewMomentSchema,
    right_answers: reviewMomentSchema,
    explanations: reviewMomentSchema,
  }),
  sections: z.array(sectionSchema).min(1),
});
export type Exam = z.infer<typeof examSchema>;

const DIFFICULTIES: readonly Difficulty[] = [1, 2, 3];
const SETS_OF_DIFFICULTIES: readonly (readonly Difficulty[])[] = [[1], [2], [3], [1, 2], [1, 3], [2, 3], DIFFICULTIES];

/** True when a section may draw the question. */
export function fits(section: ExamSection, question: Pick<Question, "competency" | "difficulty">): boolean {
  return question.competency === section.competency && difficultiesOf(section).includes(question.difficulty);
}

/** How many questions a paper has. */
export function paperLength(exam: Exam): number {
  return exam.sections.reduce((sum, { count }) => sum + count, 0);
}

export interface Shortage {
  /** index of a section that suffers */
  section: number;
  message: string;
}

/**
 * Where the bank is too small for the blueprint. What sections draw together must leave a third more in the bank than is
 * drawn. Sections may overlap and draw no question twice, so every set of difficulties of a competency is counted
 * (Hall's condition).
 */
export function shortages(exam: Exam, bank: readonly Pick<Question, "competency" | "difficulty">[]): Shortage[] {
  const found: Shortage[] = [];
  for (const competency of new Set(exam.sections.map((section) => section.competency))) {
    for (const difficulties of SETS_OF_DIFFICULTIES) {
      const sections = exam.sections.filter(
        (section) =>
          section.competency === competency && difficultiesOf(section).every((d) => difficulties.includes(d)),
      );
      const last = sections.at(-1);
      if (!last || !usesAll(sections, difficulties)) continue;
      const drawn = sections.reduce((sum, { count }) => sum + count, 0);
      const held = bank.filter((q) => q.competency === competency && difficulties.includes(q.difficulty)).length;
      const needed = Math.ceil((drawn * 4) / 3);
      if (held < needed) {
        found.push({
          section: exam.sections.indexOf(last),
          message: `the exam draws ${drawn} questions on ${competency} (difficulty ${difficulties.join(", ")}), which needs a bank of ${needed}; it holds ${held}`,
        });
      }
    }
  }
  return found;
}

function difficultiesOf(section: ExamSection): readonly Difficulty[] {
  return section.difficulty ?? DIFFICULTIES;
}

/** A set with a difficulty that none of its sections draws says nothing that a smaller set does not say. */
function usesAll(sections: readonly ExamSection[], difficulties: readonly Difficulty[]): boolean {
  return difficulties.every((difficulty) => sections.some((section) => difficultiesOf(section).includes(difficulty)));
}
