import { addDays, addMonths, type CivilDate } from "~/domain/time/civil-date";
import { isAsked } from "./board";
import type { CertificationRow } from "./certification-list";
import { isHeld } from "./programme-map";

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

export function coveragePoint(rows: readonly CertificationRow[], date: CivilDate): CoveragePoint {
  let asked = 0;
  let inForce = 0;
  for (const row of rows) {
    if (!isAsked(row)) continue;
    asked += 1;
    if (isHeld(row)) inForce += 1;
  }
  return { date, asked, inForce };
}
