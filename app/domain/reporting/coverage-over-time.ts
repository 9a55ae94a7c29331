import { addDays, addMonths, type CivilDate } from "~/domain/time/civil-date";

/** The share of certificates that were asked for and in force on one day. */
export interface CoveragePoint {
  date: CivilDate;
  asked: number;
  inForce: number;
}

/** The last days of the months before a date, oldest first, and the date itself: so many points in all. */
export function monthPoints(asOf: CivilDate, count: number, first: CivilDate): CivilDate[] {
  const monthBegan = `${asOf.slice(0, 7)}-01`;
  return Array.from({ length: count }, (_, index) => {
    const back = count - 1 - index;
    return back === 0 ? asOf : addDays(addMonths(monthBegan, 1 - back), -1);
  }).filter((date) => date >= first);
}
