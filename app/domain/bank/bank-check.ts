import { type Exam, type ExamSection, fits, shortages } from "../course/exam";
import type { Difficulty, Question, QuestionType } from "../course/question";
import { isForExams, isForPractice, QUESTION_TYPES } from "../course/question-type";

/** What of a question is counted. */
export type Counted = Pick<Question, "type" | "use" | "competency" | "difficulty" | "tags">;

/**
 * Whether the bank is large enough for a section. "shared": it would be, but other sections draw from the same questions, and
 * together they draw too many.
 */
export type SectionState = "enough" | "shared" | "short";

export interface SectionCheck {
  section: ExamSection;
  /** so many that a third more are left than are drawn */
  needs: number;
  holds: number;
  state: SectionState;
}

/** Section by section, whether a bank is large enough for an exam. Only questions that exams may draw count. */
export function checkBank(exam: Pick<Exam, "sections">, bank: readonly Counted[]): SectionCheck[] {
  const drawable = bank.filter(isForExams);
  const starved = new Set(shortages(exam, bank).map(({ section }) => section));
  return exam.sections.map((section, index) => {
    const needs = Math.ceil((section.count * 4) / 3);
    const holds = drawable.filter((question) => fits(section, question)).length;
    const state = holds < needs ? "short" : starved.has(index) ? "shared" : "enough";
    return { section, needs, holds, state };
  });
}

/** What a question is for. "reserved": exams alone, so nobody has practised it. */
export const PURPOSES = ["reserved", "both", "practice", "task"] as const;
export type Purpose = (typeof PURPOSES)[number];

export function purposeOf(question: Pick<Question, "type" | "use">): Purpose {
  if (question.type === "task") return "task";
  if (isForPractice(question)) return isForExams(question) ? "both" : "practice";
  return "reserved";
}

export interface BankCounts {
  all: number;
  types: { type: QuestionType; count: number }[];
  difficulties: { difficulty: Difficulty; count: number }[];
  /** in the order in which the bank first has them */
  competencies: { competency: string; count: number }[];
  purposes: { purpose: Purpose; count: number }[];
}

/** How many questions of which kind; kinds without any are left out. */
export function countBank(bank: readonly Counted[]): BankCounts {
  const count = <Key>(keys: readonly Key[], of: (question: Counted) => Key) =>
    keys
      .map((key) => ({ key, count: bank.filter((question) => of(question) === key).length }))
      .filter((each) => each.count > 0);
  return {
    all: bank.length,
    types: count(QUESTION_TYPES, ({ type }) => type).map(({ key, count }) => ({ type: key, count })),
    difficulties: count([1, 2, 3] as const, ({ difficulty }) => difficulty).map(({ key, count }) => ({
      difficulty: key,
      count,
    })),
    competencies: count([...new Set(bank.map(({ competency }) => competency))], ({ competency }) => competency).map(
      ({ key, count }) => ({ competency: key, count }),
    ),
    purposes: count(PURPOSES, purposeOf).map(({ key, count }) => ({ purpose: key, count })),
  };
}
