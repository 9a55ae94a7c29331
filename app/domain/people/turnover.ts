import { addMonths, type CivilDate, daysBetween } from "~/domain/time/civil-date";

/**
 * Someone's time in a place of the establishment. Those who only stood in, and the weeks in which a holder was away, are none. The
 * line of a post goes on through reorganisations: whoever was carried over has been there since the first day.
 */
export interface Term<P> {
  person: P;
  from: CivilDate;
}

export interface TurnoverRule {
  /** how far it looks back */
  months: number;
  /** which holder within that time raises the alert: the fourth came by three changes */
  alertHolders: number;
}

export interface Turnover<P> {
  /** each day within the time looked at on which someone else took over, the oldest first */
  changes: { on: CivilDate; person: P }[];
  /** who held the place within it, from the one before the first change on */
  holders: number;
  alert: boolean;
}

/**
 * How often a place went to someone else in the months up to the date, that day included: with 24 months and the 21st of November
 * 2026 from the 22nd of November 2024 on. To fill a new place is no change; a vacancy in between takes none away, and whoever comes
 * back to the own place has not changed it.
 */
export function turnoverOf<P>(terms: readonly Term<P>[], asOf: CivilDate, rule: TurnoverRule): Turnover<P> {
  const start = addMonths(asOf, -rule.months);
  const past = terms.filter(({ from }) => from <= asOf).sort((a, b) => a.from.localeCompare(b.from));
  const changes: Turnover<P>["changes"] = [];
  for (const [index, term] of past.entries()) {
    const before = past[index - 1];
    if (before && before.person !== term.person && term.from > start)
      changes.push({ on: term.from, person: term.person });
  }
  const holders = changes.length > 0 ? changes.length + 1 : Math.min(past.length, 1);
  return { changes, holders, alert: changes.length > 0 && holders >= rule.alertHolders };
}

/** How steadily the places of a unit are held. */
export interface Stability {
  /** places of the establishment on the date */
  posts: number;
  /** whole months; null: nobody holds any */
  medianMonths: number | null;
  /** places whose holder has been there for more than twelve months */
  settled: number;
}

/** @param since for each place since when it is held; null: nobody holds it */
export function stabilityOf(since: readonly (CivilDate | null)[], asOf: CivilDate): Stability {
  const held = since.flatMap((date) => date ?? []).sort();
  const middle = held.length >> 1;
  // dates are in order, the longest in place first: the months in between are taken of the middle one or two
  const months = [held[middle], held.length % 2 === 0 ? held[middle - 1] : held[middle]].flatMap((date) =>
    date === undefined ? [] : [wholeMonths(date, asOf)],
  );
  return {
    posts: since.length,
    medianMonths: months.length === 0 ? null : Math.floor(months.reduce((sum, each) => sum + each, 0) / months.length),
    settled: held.filter((date) => addMonths(date, 12) < asOf).length,
  };
}

function wholeMonths(from: CivilDate, to: CivilDate): number {
  let months = Math.max(0, Math.round(daysBetween(from, to) / 30.4) - 1);
  while (addMonths(from, months + 1) <= to) months++;
  return months;
}
