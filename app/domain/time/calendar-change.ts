import { addDays, type CivilDate, daysBetween } from "./civil-date";
import type { NamedDay } from "./day-list";
import { isWeekend } from "./working-days";

/** Days off, or worked days, that follow one another. */
export interface DaySpan extends Omit<NamedDay, "day" | "document"> {
  from: CivilDate;
  /** the last of them */
  to: CivilDate;
}

export type DaySpanProblem = "end-before-start" | "too-long" | "nothing-new";

/** Longer runs are no holidays. */
export const MOST_DAYS = 31;

/** The exceptions that a span makes: a weekend day needs none to be off, nor a weekday to be worked, unless it was off. */
export function daysOfSpan(
  { from, to, kind, name }: DaySpan,
  isException: (day: CivilDate) => boolean,
): Omit<NamedDay, "document">[] | DaySpanProblem {
  if (to < from) return "end-before-start";
  const count = daysBetween(from, to) + 1;
  if (count > MOST_DAYS) return "too-long";
  const days = Array.from({ length: count }, (_, index) => addDays(from, index)).filter(
    (day) => isException(day) || isWeekend(day) === (kind === "working"),
  );
  return days.length === 0 ? "nothing-new" : days.map((day) => ({ day, kind, name }));
}
