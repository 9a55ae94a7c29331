import type { Employment } from "~/domain/people/people-batch";
import { type CivilDate, readCivilDate } from "~/domain/time/civil-date";

/** The day on which the records of the house begin. */
export const FIRST_DATE: CivilDate = "2017-01-01";

export type AsOfProblem = "unreadable" | "too-early" | "in-future";

/**
 * The date of which a page speaks, as it was typed: "20/11/2026" or "2026-11-20"; nothing means today. With a problem, the date
 * is today and the page says what was wrong.
 */
export function readAsOf(typed: string | null, today: CivilDate): { asOf: CivilDate; problem: AsOfProblem | null } {
  if (typed === null || typed.trim() === "") return { asOf: today, problem: null };
  const date = readCivilDate(typed);
  if (date === null) return { asOf: today, problem: "unreadable" };
  if (date < FIRST_DATE) return { asOf: today, problem: "too-early" };
  if (date > today) return { asOf: today, problem: "in-future" };
  return { asOf: date, problem: null };
}

/** What a report is asked: of which date, of which part of the tree, of whom. */
export interface ReportQuery {
  asOf: CivilDate;
  today: CivilDate;
  /** public id of a unit: it and all below it; null: all that the viewer may see */
  unit: string | null;
  /** key of a position */
  position: string | null;
  /** key of a programme */
  programme: string | null;
  /** "today": the people of the date stand under the units that stand for theirs today; left out: the map of the date */
  map?: "today";
  /** how people are employed; left out: all */
  employment?: Employment | null;
  /** "then": by what was recorded by the end of the date alone; left out: by what is known now */
  known?: "then";
}

/** The parts of a question that an address can hold, beside those of its own page. */
export type AddressPart = "ngay" | "unit" | "position" | "programme" | "map" | "employment" | "biet";

/** The address of the same question at `path`, with `change` put in (null leaves a part out). Today's date is left out. */
export function reportAddress(
  path: string,
  query: ReportQuery,
  change: Readonly<Record<string, string | null>> = {},
): string {
  const kept: Record<AddressPart, string | null> = {
    ngay: query.asOf === query.today ? null : query.asOf,
    unit: query.unit,
    position: query.position,
    programme: query.programme,
    map: query.asOf === query.today ? null : (query.map ?? null),
    employment: query.employment ?? null,
    biet: query.asOf === query.today ? null : (query.known ?? null),
  };
  const parts = Object.entries({ ...kept, ...change }).flatMap(([name, value]) =>
    value === null ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return parts.length === 0 ? path : `${path}?${parts.join("&")}`;
}

/** The address of a person's or a unit's own page, as of the date of the report. */
export function recordAddress(path: string, { asOf, today }: Pick<ReportQuery, "asOf" | "today">): string {
  return reportAddress(path, { asOf, today, unit: null, position: null, programme: null });
}

/** The addresses of the pages of a list; the first is the list's own. */
export function pageAddresses(
  path: string,
  query: ReportQuery,
  keep: Readonly<Record<string, string | null>> = {},
): (page: number) => string {
  return (page) => reportAddress(path, query, { ...keep, page: page === 1 ? null : String(page) });
}
