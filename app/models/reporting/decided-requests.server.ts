import type { Viewer } from "~/domain/permissions/viewer";
import { FIRST_DATE, type ReportQuery } from "~/domain/reporting/report-query";
import { type StaffMember, selects } from "~/domain/reporting/workforce";
import { addMonths, type CivilDate, civilDateOf, daysBetween } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { servesIn } from "../assessment/managed-attempt.server";
import { reader } from "../database.server";
import { keptRecord } from "../people/records-of.server";
import { headOf, pageOf, type ReportHead } from "./report-head.server";
import { positionName, unitName } from "./report-part.server";
import { askedRows } from "./report-rows.server";
import { scopeOf } from "./scope-units.server";

/** How far back the score of a unit's leader looks. */
export const SCORE_MONTHS = 12;

export const REQUEST_LISTS = ["decided", "in-time", "late"] as const;
export type RequestList = (typeof REQUEST_LISTS)[number];

export interface DecidedRequest {
  /** public id of whom it is about */
  person: string;
  due: CivilDate;
  on: CivilDate;
  inTime: boolean;
}

/** Where the months before a date begin, of which the score speaks. */
function scoreBegan({ asOf }: Pick<ReportQuery, "asOf">): CivilDate {
  const began = addMonths(asOf, -SCORE_MONTHS);
  return began < FIRST_DATE ? FIRST_DATE : began;
}

/** Requests about people in the viewer's reach that were decided within the months before the date, the newest first. */
export async function decidedRequests(viewer: Viewer, query: ReportQuery): Promise<DecidedRequest[]> {
  const { asOf, today } = query;
  const began = scoreBegan(query);
  const client = await reader();
  const scope = await scopeOf(viewer, "see-people", today);
  const rows = await client.$queryRaw<{ person: string; due: string; at: string }[]>`
    SELECT p.public_id AS person, r.due, e.at FROM request r
    JOIN request_event e ON e.request_id = r.id AND e.kind IN ('approved', 'refused', 'answered')
    JOIN person p ON p.id = ${keptRecord("r.person_id")}
    WHERE e.at >= ${`${began}T`} AND ${servesIn(scope, keptRecord("r.person_id"), today)}
    ORDER BY e.at DESC, e.id DESC`;
  return rows
    .map(({ person, due, at }) => ({ person, due, on: civilDateOf(at), inTime: civilDateOf(at) <= due }))
    .filter(({ on }) => on > began && on <= asOf);
}

export interface DecidedLine {
  person: string;
  name: string;
  position: string;
  unit: string;
  due: CivilDate;
  on: CivilDate;
  /** days after the last day in time; 0: in time */
  daysLate: number;
}

/** The requests behind a leader's figure: about whom and when, not what they say. By today's map. Null: as in `askedRows`. */
export async function loadDecidedRequests(
  viewer: Viewer,
  asked: ReportQuery & { list: RequestList; page: number },
  language: Language,
): Promise<(ReportHead & { total: number; pages: number; lines: DecidedLine[] }) | null> {
  const query: ReportQuery = { ...asked, map: "today" };
  const now = await askedRows(viewer, query, language);
  if (!now) return null;
  const { basis, part } = now;
  const selection = { units: part.units, position: query.position };
  const people = new Map<string, StaffMember>();
  for (const member of basis.workforce.members)
    if (member.postings.some((posting) => selects(selection, posting))) people.set(member.publicId, member);
  const fitting = (await decidedRequests(viewer, query)).filter(
    ({ person, inTime }) =>
      people.has(person) && (asked.list === "decided" || (asked.list === "in-time" ? inTime : !inTime)),
  );
  const { shown, total, pages } = pageOf(fitting, asked.page);
  const lines = shown.flatMap(({ person, due, on }): DecidedLine[] => {
    const member = people.get(person);
    const posting = member?.postings.find((each) => selects(selection, each));
    if (!member || !posting) return [];
    const position = positionName(basis, posting.position, language);
    const unit = unitName(basis, posting.unitId, language);
    const daysLate = Math.max(0, daysBetween(due, on));
    return [{ person, name: member.fullName, position, unit, due, on, daysLate }];
  });
  return { ...headOf(basis, part, language), total, pages, lines };
}
