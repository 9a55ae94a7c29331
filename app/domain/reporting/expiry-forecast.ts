import { addMonths, type CivilDate } from "~/domain/time/civil-date";
import type { CertificationRow } from "./certification-list";
import { isHeld } from "./programme-map";

/** The certificates in force whose last day lies in one month. */
export interface ExpiryMonth {
  /** "2026-12" */
  month: string;
  /** in the order of the rows given */
  rows: CertificationRow[];
  /** programme → how many */
  byProgramme: Map<string, number>;
}

/** Certificates that have to be held and end, by the month of their last day: the month of the date and those after it. */
export function expiryForecast(rows: readonly CertificationRow[], asOf: CivilDate, months: number): ExpiryMonth[] {
  const first = `${asOf.slice(0, 7)}-01`;
  const found = Array.from(
    { length: months },
    (_, index): ExpiryMonth => ({
      month: addMonths(first, index).slice(0, 7),
      rows: [],
      byProgramme: new Map(),
    }),
  );
  const byMonth = new Map(found.map((each) => [each.month, each]));
  for (const row of rows) {
    if (!isHeld(row) || row.due === null) continue;
    const month = byMonth.get(row.due.slice(0, 7));
    if (!month) continue;
    month.rows.push(row);
    month.byProgramme.set(row.programme, (month.byProgramme.get(row.programme) ?? 0) + 1);
  }
  return found;
}
