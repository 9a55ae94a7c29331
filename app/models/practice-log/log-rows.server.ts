import type { LogEntry, LogLanguage, LogRole } from "~/domain/practice-log/log-entry";
import { type LogEvent, type LogState, logState } from "~/domain/practice-log/log-state";
import type { Instant } from "~/domain/time/civil-date";
import type { Rows } from "../database.server";
import { Prisma } from "../generated/client";
import { keptRecords } from "../people/records-of.server";

/** An entry as recorded, with what happened to it, in order. */
export interface RecordedEntry extends LogEntry {
  id: number;
  publicId: string;
  /** the kept record, where two were merged */
  personId: number;
  /** the entry in whose place it stands */
  insteadOf: number | null;
  events: { kind: LogEvent; accountId: number; text: string | null; at: Instant }[];
  state: LogState;
}

interface EntryRow {
  id: bigint;
  public_id: string;
  person_id: bigint;
  competency: string;
  on_date: string;
  place: string;
  audience: string;
  people: bigint;
  role: LogRole;
  language: LogLanguage;
  link: string | null;
  note: string | null;
  instead_of: bigint | null;
  mended: bigint | boolean;
}

/** Whether another entry stands in the place of `r`. */
const MENDED = Prisma.sql`EXISTS (SELECT 1 FROM log_entry i WHERE i.instead_of = r.id)`;

/** What happened last to the entry `r`. */
const LAST_EVENT = Prisma.sql`(SELECT v.kind FROM log_entry_event v WHERE v.entry_id = r.id ORDER BY v.id DESC LIMIT 1)`;

/** That the entry `r` waits for the leader. */
export const WAITS = Prisma.sql`(${LAST_EVENT} = 'submitted' AND NOT ${MENDED})`;

/** That the entry `r` is confirmed, and nothing took that back. */
export const CONFIRMED = Prisma.sql`(${LAST_EVENT} = 'confirmed')`;

/** Entries by a condition on `r` (log_entry): two statements. */
export async function entriesWhere(
  client: Rows,
  where: Prisma.Sql,
  order: Prisma.Sql = Prisma.sql`r.on_date DESC, r.id DESC`,
  page: { size: number; skip: number } = { size: 500, skip: 0 },
): Promise<RecordedEntry[]> {
  const rows = await client.$queryRaw<EntryRow[]>`
    SELECT r.id, r.public_id, r.person_id, r.competency, r.on_date, r.place, r.audience, r.people, r.role, r.language, r.link,
      r.note, r.instead_of, ${MENDED} AS mended
    FROM log_entry r WHERE ${where} ORDER BY ${order} LIMIT ${page.size} OFFSET ${page.skip}`;
  if (rows.length === 0) return [];
  const events = await client.log_entry_event.findMany({
    where: { entry_id: { in: rows.map(({ id }) => Number(id)) } },
    orderBy: { id: "asc" },
  });
  const kept = await keptRecords(client);
  return rows.map((row) => {
    const id = Number(row.id);
    const own = events
      .filter((event) => event.entry_id === id)
      .map(({ kind, account_id, text, at }) => ({ kind: kind as LogEvent, accountId: account_id, text, at }));
    return {
      id,
      publicId: row.public_id,
      personId: kept.get(Number(row.person_id)) ?? Number(row.person_id),
      competency: row.competency,
      onDate: row.on_date,
      place: row.place,
      audience: row.audience,
      people: Number(row.people),
      role: row.role,
      language: row.language,
      link: row.link,
      note: row.note,
      insteadOf: row.instead_of === null ? null : Number(row.instead_of),
      events: own,
      state: logState(own, Boolean(row.mended)),
    };
  });
}
