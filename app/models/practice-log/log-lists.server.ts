import { hasPower, type Viewer } from "~/domain/permissions/viewer";
import type { LogRole } from "~/domain/practice-log/log-entry";
import type { LogState } from "~/domain/practice-log/log-state";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { frameworksAsOf } from "../course/frameworks.server";
import { reader } from "../database.server";
import { Prisma } from "../generated/client";
import { peopleOfRequests } from "../requests/request-people.server";
import { confirmable, ownEntries } from "./confirmer.server";
import { entriesWhere, type RecordedEntry, WAITS } from "./log-rows.server";

export interface LogLine {
  entry: string;
  competency: string;
  onDate: CivilDate;
  place: string;
  audience: string;
  people: number;
  role: LogRole;
  state: LogState;
  /** whose it is; empty in one's own list */
  person: string;
  post: string;
}

export const LOG_PAGE = 30;

/** The viewer's own entries, newest first; those that were mended are shown by what stands in their place. */
export async function ownLog(viewer: Viewer, today: CivilDate, language: Language): Promise<LogLine[]> {
  const entries = await entriesWhere(await reader(), ownEntries(viewer));
  return lines(
    entries.filter(({ state }) => state !== "mended"),
    today,
    language,
    false,
  );
}

/** What waits for the viewer to confirm, the oldest first. `page` from 1. */
export async function logQueue(
  viewer: Viewer,
  page: number,
  today: CivilDate,
  language: Language,
): Promise<{ total: number; pages: number; lines: LogLine[] }> {
  const client = await reader();
  const where = Prisma.sql`${WAITS} AND ${await confirmable(viewer, today)}`;
  const total = await countWhere(where);
  const skip = (page - 1) * LOG_PAGE;
  const found = await entriesWhere(client, where, Prisma.sql`r.id`, { size: LOG_PAGE, skip });
  return {
    total,
    pages: Math.max(1, Math.ceil(total / LOG_PAGE)),
    lines: await lines(found, today, language, true),
  };
}

/** How many entries wait for the viewer, for pages that lead to the queue. */
export async function waitingEntries(viewer: Viewer, today: CivilDate): Promise<number> {
  if (!hasPower(viewer, "confirm-practice")) return 0;
  return countWhere(Prisma.sql`${WAITS} AND ${await confirmable(viewer, today)}`);
}

async function countWhere(where: Prisma.Sql): Promise<number> {
  const client = await reader();
  const rows = await client.$queryRaw<{ count: bigint }[]>`SELECT COUNT(*) AS count FROM log_entry r WHERE ${where}`;
  return Number(rows[0]?.count ?? 0);
}

async function lines(
  entries: readonly RecordedEntry[],
  today: CivilDate,
  language: Language,
  withPerson: boolean,
): Promise<LogLine[]> {
  const { competencies } = (await frameworksAsOf(today)).competencies.content;
  const people = withPerson ? await peopleOfRequests(entries, today, language) : null;
  return entries.map(({ publicId, competency, personId, onDate, place, audience, people: count, role, state }) => ({
    entry: publicId,
    competency: competencies.find(({ key }) => key === competency)?.title[language] ?? competency,
    onDate,
    place,
    audience,
    people: count,
    role,
    state,
    person: people?.person(personId).name ?? "",
    post: people?.person(personId).place ?? "",
  }));
}
