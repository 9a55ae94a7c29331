import { addMonths, type CivilDate } from "~/domain/time/civil-date";
import { type AsOfProblem, FIRST_DATE, readAsOf } from "./report-query";

export type BeforeProblem = AsOfProblem | "not-before";

/**
 * The earlier date of a comparison, as it was typed; nothing means a year before the later one. With a problem it is that too, and
 * the page says what was wrong.
 */
export function readBefore(
  typed: string | null,
  asOf: CivilDate,
  today: CivilDate,
): { before: CivilDate; problem: BeforeProblem | null } {
  const yearAgo = addMonths(asOf, -12);
  const otherwise = yearAgo < FIRST_DATE ? FIRST_DATE : yearAgo;
  if (typed === null || typed.trim() === "") return { before: otherwise, problem: null };
  const { asOf: before, problem } = readAsOf(typed, today);
  if (problem) return { before: otherwise, problem };
  return before < asOf ? { before, problem: null } : { before: otherwise, problem: "not-before" };
}
