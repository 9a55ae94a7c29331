import { z } from "zod";
import { bilingualSchema } from "~/domain/text/bilingual";
import { civilDateSchema, keySchema } from "./key";
import { difficultySchema, type Question } from "./question";
import { isForExams } from "./question-type";
import { starvedDemands } from "./transport";

const REVIEW_MOMENTS = ["after-submit", "after-pass", "just-after", "while-open", "after-close", "never"] as const;
/**
 * When something of an ended attempt may be seen. "after-submit": always. "after-pass": once the person has passed. The three
 * phases follow one another: "just-after" the end, then "while-open" as long as the exam can still be started, then "after-close".
 */
export type ReviewMoment = (typeof REVIEW_MOMENTS)[number];

const reviewMomentSchema = z.enum(REVIEW_MOMENTS);
/** One moment, or several of which any opens. */
const reviewMomentsSchema = z.union([reviewMomentSchema, z.array(reviewMomentSchema).min(1)]);
export type ReviewMoments = z.infer<typeof reviewMomentsSchema>;

const sectionSchema = z.strictObject({
  /** left out: any */
  competency: keySchema.optional(),
  /** a question bears all of them */
  tags: z.array(keySchema).min(1).optional(),
  /** left out: any */
  difficulty: z.array(difficultySchema).min(1).optional(),
  count: z.int().positive(),
  /** marks that each of its questions earns at most; left out: 1 */
  weight: z.number().positive().max(100).optional(),
});
/** What one part of an exam draws from the bank. */
export type ExamSection = z.infer<typeof sectionSchema>;

/** Which of a person's attempts counts; left out: the best. */
const countsSchema = z.enum(["best", "last", "first"]);
export type CountingRule = z.infer<typeof countsSchema>;

/** exam.yaml: the blueprint of a course's exam. */
export const examSchema = z
  .strictObject({
    title: bilingualSchema,
    pass_percent: z.int().min(1).max(100),
    minutes: z.int().positive(),
    /** per course version */
    attempts: z.int().positive(),
    /** from the end of a failed attempt to the next start */
    cooldown_hours: z.number().min(0),
    per_page: z.int().positive(),
    counts: countsSchema.optional(),
    /** the first and the last day on which an attempt may be started; a running attempt keeps its time */
    opens: civilDateSchema.optional(),
    closes: civilDateSchema.optional(),
    /** "one": an attempt is worked on at one device at a time */
    devices: z.literal("one").optional(),
    /** "required": only in an exam day ("kỳ thi") */
    sitting: z.literal("required").optional(),
    review: z.strictObject({
      /** left out: after-submit */
      score: reviewMomentsSchema.optional(),
      own_answers: reviewMomentsSchema,
      right_answers: reviewMomentsSchema,
      explanations: reviewMomentsSchema,
      /** how long "just-after" lasts; left out: 15 */
      just_after_minutes: z.int().positive().max(1440).optional(),
    }),
    sections: z.array(sectionSchema).min(1).max(30),
  })
  .refine(({ opens, closes }) => !opens || !closes || opens <= closes, {
    path: ["closes"],
    message: "an exam does not close before it opens",
  });
export type Exam = z.infer<typeof examSchema>;

/** What of a question decides which section may draw it. */
export type Classified = Pick<Question, "competency" | "difficulty" | "tags">;

/** True when a section may draw the question. */
export function fits({ competency, difficulty, tags }: ExamSection, question: Classified): boolean {
  return (
    (competency === undefined || question.competency === competency) &&
    (difficulty === undefined || difficulty.includes(question.difficulty)) &&
    (tags === undefined || tags.every((tag) => question.tags?.includes(tag)))
  );
}

/** How many questions a paper has. */
export function paperLength(exam: Pick<Exam, "sections">): number {
  return exam.sections.reduce((sum, { count }) => sum + count, 0);
}

export interface Shortage {
  /** index of a section that suffers */
  section: number;
  message: string;
}

/**
 * Where the bank is too small for the blueprint. What sections draw together must leave a third more in the bank than is
 * drawn: 3 × held ≥ 4 × drawn. Sections may overlap and draw no question twice, so this is asked of every set of sections
 * (Hall's condition), by a flow of four parts for each place from three of each question. Only questions for exams count.
 */
export function shortages(
  { sections }: Pick<Exam, "sections">,
  bank: readonly (Classified & Pick<Question, "type" | "use">)[],
): Shortage[] {
  const groups = new Map<string, { sections: number[]; held: number }>();
  for (const question of bank) {
    if (!isForExams(question)) continue;
    const takers = sections.flatMap((section, index) => (fits(section, question) ? [index] : []));
    const group = groups.get(takers.join()) ?? { sections: takers, held: 0 };
    groups.set(takers.join(), { ...group, held: group.held + 1 });
  }
  const supplies = [...groups.values()];
  const starved = starvedDemands(
    sections.map(({ count }) => count * 4),
    supplies.map(({ sections, held }) => ({ to: sections, amount: held * 3 })),
  );
  return starved.map((set) => {
    const drawn = set.reduce((sum, index) => sum + (sections[index]?.count ?? 0), 0);
    const held = supplies.filter((group) => group.sections.some((index) => set.includes(index)));
    const words = wordsOf(set.map((index) => sections[index] as ExamSection));
    return {
      section: set.at(-1) as number,
      message: `the exam draws ${drawn} questions on ${words}, which needs a bank of ${Math.ceil((drawn * 4) / 3)}; it holds ${held.reduce((sum, group) => sum + group.held, 0)}`,
    };
  });
}

/** Each section in words, but for those that another, wider one covers. */
function wordsOf(sections: readonly ExamSection[]): string {
  const all = [...new Set(sections.map(describe))];
  return all.filter((words) => !all.some((wider) => words.startsWith(`${wider}, `))).join("; ");
}

function describe({ competency, difficulty, tags }: ExamSection): string {
  const words = [competency ?? "any competency"];
  if (difficulty) words.push(`difficulty ${difficulty.join(", ")}`);
  if (tags) words.push(`tagged ${tags.join(", ")}`);
  return words.join(", ");
}
