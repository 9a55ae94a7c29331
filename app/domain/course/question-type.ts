import type { Question, QuestionType } from "./question";

export const QUESTION_TYPES = [
  "single",
  "multiple",
  "truefalse",
  "matching",
  "ordering",
  "fill-in",
  "numeric",
  "short-text",
  "judgement",
  "task",
] as const satisfies readonly QuestionType[];

/** True when exams may draw it: a task is done outside of them, and what is for practice only has been seen. */
export function isForExams({ type, use }: Pick<Question, "type" | "use">): boolean {
  return type !== "task" && use !== "practice";
}

/** True when practice may show it: never what is reserved for exams. */
export function isForPractice({ type, use }: Pick<Question, "type" | "use">): boolean {
  return type !== "task" && (use === "practice" || use === "both");
}
