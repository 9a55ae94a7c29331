import type { Viewer } from "~/domain/permissions/viewer";
import type { RequestKind } from "~/domain/requests/request-kind";
import { isLate, type RequestState } from "~/domain/requests/request-state";
import type { CivilDate, Instant } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { reader } from "../database.server";
import { Prisma } from "../generated/client";
import { keptRecords } from "../people/records-of.server";
import { decidable } from "./decider.server";
import { peopleOfRequests } from "./request-people.server";
import { type RecordedRequest, requestsWhere } from "./request-rows.server";
import { subjectsOf } from "./request-subject.server";

export interface RequestLine {
  request: string;
  kind: RequestKind;
  /** what it is about: a programme, a course, a competency; empty where the kind says all */
  subject: string;
  /** whom it is about, and where they serve */
  person: string;
  place: string;
  raisedAt: Instant;
  due: CivilDate;
  state: RequestState;
  late: boolean;
  /** who took it on */
  owner: string | null;
}

/** Requests `r` with the kind of the last thing that happened to each: after an end nothing more is recorded. */
const WITH_LAST = Prisma.sql`(SELECT q.*, COALESCE((SELECT v.kind FROM request_event v WHERE v.request_id = q.id
  ORDER BY v.id DESC LIMIT 1), 'raised') AS last FROM request q) AS r`;
const OPEN = Prisma.sql`(r.last NOT IN ('approved', 'refused', 'answered', 'withdrawn'))`;
const lateOn = (today: CivilDate) => Prisma.sql`(${OPEN} AND r.last <> 'returned' AND r.due < ${today})`;

const MOST_OWN = 50;
export const REQUESTS_PAGE = 30;

/** The viewer's own requests, newest first. */
export async function ownRequests(viewer: Viewer, today: CivilDate, language: Language): Promise<RequestLine[]> {
  const client = await reader();
  const merged = [...(await keptRecords(client))].filter(([, kept]) => kept === viewer.personId).map(([id]) => id);
  const found = await requestsWhere(client, { person_id: { in: [viewer.personId, ...merged] } }, MOST_OWN);
  return lines(found, today, language);
}

export interface Inbox {
  /** that wait for a decision, all pages */
  waiting: number;
  late: number;
  total: number;
  lines: RequestLine[];
}

/**
 * The requests that the viewer may decide: those that wait, the most urgent first, or those that are closed, the newest first.
 * `page` from 1.
 */
export async function inbox(
  viewer: Viewer,
  closed: boolean,
  page: number,
  today: CivilDate,
  language: Language,
): Promise<Inbox> {
  const client = await reader();
  const mine = await decidable(viewer, today);
  const counted = await client.$queryRaw<{ waiting: bigint; late: bigint; closed: bigint }[]>`
    SELECT COALESCE(SUM(${OPEN}), 0) AS waiting, COALESCE(SUM(${lateOn(today)}), 0) AS late,
      COALESCE(SUM(NOT ${OPEN}), 0) AS closed FROM ${WITH_LAST} WHERE ${mine}`;
  const rows = await client.$queryRaw<{ id: bigint }[]>`
    SELECT r.id FROM ${WITH_LAST} WHERE ${mine} AND ${closed ? Prisma.sql`NOT ${OPEN}` : OPEN}
    ORDER BY ${closed ? Prisma.sql`r.id DESC` : Prisma.sql`r.due, r.id`}
    LIMIT ${REQUESTS_PAGE} OFFSET ${(page - 1) * REQUESTS_PAGE}`;
  const ids = rows.map(({ id }) => Number(id));
  const found = await requestsWhere(client, { id: { in: ids } });
  const ordered = ids.flatMap((id) => found.filter((request) => request.id === id));
  const [counts] = counted;
  return {
    waiting: Number(counts?.waiting ?? 0),
    late: Number(counts?.late ?? 0),
    total: Number(closed ? (counts?.closed ?? 0) : (counts?.waiting ?? 0)),
    lines: await lines(ordered, today, language),
  };
}

/** How many requests wait for the viewer's decision, for pages that lead to the inbox. */
export async function waitingRequests(viewer: Viewer, today: CivilDate): Promise<{ waiting: number; late: number }> {
  const client = await reader();
  const mine = await decidable(viewer, today);
  const rows = await client.$queryRaw<{ waiting: bigint; late: bigint }[]>`
    SELECT COUNT(*) AS waiting, COALESCE(SUM(${lateOn(today)}), 0) AS late FROM ${WITH_LAST} WHERE ${mine} AND ${OPEN}`;
  return { waiting: Number(rows[0]?.waiting ?? 0), late: Number(rows[0]?.late ?? 0) };
}

async function lines(found: readonly RecordedRequest[], today: CivilDate, language: Language): Promise<RequestLine[]> {
  const [people, subjects] = await Promise.all([
    peopleOfRequests(found, today, language),
    subjectsOf(found, today, language),
  ]);
  return found.map(({ id, publicId, kind, personId, at, due, standing: { state, ownerId } }) => ({
    request: publicId,
    kind,
    subject: subjects.get(id)?.title ?? "",
    person: people.person(personId).name,
    place: people.person(personId).place,
    raisedAt: at,
    due,
    state,
    late: isLate(state, due, today),
    owner: ownerId === null ? null : people.account(ownerId),
  }));
}
