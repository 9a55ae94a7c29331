import type { Viewer } from "~/domain/permissions/viewer";
import type { Bilingual } from "~/domain/text/bilingual";
import type { CivilDate, Instant } from "~/domain/time/civil-date";
import { namesOfAccounts } from "../access/names-of-accounts.server";
import { reader } from "../database.server";
import { Prisma } from "../generated/client";
import { inScope, scopeOf } from "../reporting/scope-units.server";
import { type ChangeCounts, countsOfChanges } from "./counts-of-changes.server";
import { planScope } from "./plan-scope.server";

/** A reorganisation that was carried out, by a person or from a file. */
export interface ChangeLine {
  changeId: number;
  title: Bilingual;
  /** the first day it holds */
  effective: CivilDate;
  document: string | null;
  at: Instant;
  /** null: loaded from a file */
  by: string | null;
  onBehalfOf: string | null;
  undone: { at: Instant; by: string | null } | null;
  counts: ChangeCounts;
}

export interface ChangeRow {
  id: number | bigint;
  at: Instant;
  effective: CivilDate;
  document: string | null;
  note: string | null;
  actor_id: number | bigint | null;
  on_behalf_of: number | bigint | null;
  content: string | null;
  undone_at: Instant | null;
  undone_by: number | bigint | null;
}

export const CHANGES_PAGE = 20;

/** `upcoming`: in force after today, the next one first; else what is in force, the last one first. */
export interface AskedChanges {
  upcoming: boolean;
  today: CivilDate;
  /** 1-based */
  page: number;
}

/** The reorganisations that touched units a viewer may reorganise, undone ones included, and how many there are in all. */
export async function carriedOutChanges(
  viewer: Viewer,
  { upcoming, today, page }: AskedChanges,
): Promise<{ changes: ChangeLine[]; total: number }> {
  const client = await reader();
  const seen = await touching(viewer, today);
  const when = upcoming ? Prisma.sql`c.effective > ${today}` : Prisma.sql`c.effective <= ${today}`;
  const counted = await client.$queryRaw<{ n: number | bigint }[]>`
    SELECT COUNT(*) AS n FROM change c WHERE c.kind = 'organisation' AND ${when} AND ${seen}`;
  const order = upcoming ? Prisma.sql`c.effective, c.id` : Prisma.sql`c.effective DESC, c.id DESC`;
  const rows = await client.$queryRaw<ChangeRow[]>`
    SELECT ${CHANGE_COLUMNS} WHERE c.kind = 'organisation' AND ${when} AND ${seen}
    ORDER BY ${order} LIMIT ${CHANGES_PAGE} OFFSET ${(page - 1) * CHANGES_PAGE}`;
  return { changes: await linesOf(rows, today), total: Number(counted[0]?.n ?? 0) };
}

export const CHANGE_COLUMNS = Prisma.sql`c.id, c.at, c.effective, c.document, c.note, c.actor_id, c.on_behalf_of,
  r.content, u.at AS undone_at, u.actor_id AS undone_by
  FROM change c LEFT JOIN reorganisation r ON r.change_id = c.id LEFT JOIN change u ON u.undoes = c.id`;

/** The rows as the screen shows them, with names and counts: two statements more, whatever their number. */
export async function linesOf(rows: readonly ChangeRow[], today: CivilDate): Promise<ChangeLine[]> {
  const accounts = rows.flatMap((row) => [row.actor_id, row.on_behalf_of, row.undone_by]).filter((id) => id !== null);
  const names = await namesOfAccounts(accounts.map(Number), today);
  const nameOf = (id: number | bigint | null) => (id === null ? null : (names.get(Number(id)) ?? null));
  const counts = await countsOfChanges(rows.map(({ id }) => Number(id)));
  return rows.map((row) => ({
    changeId: Number(row.id),
    title: titleOf(row),
    effective: row.effective,
    document: row.document,
    at: row.at,
    by: nameOf(row.actor_id),
    onBehalfOf: nameOf(row.on_behalf_of),
    undone: row.undone_at === null ? null : { at: row.undone_at, by: nameOf(row.undone_by) },
    counts: counts(Number(row.id)),
  }));
}

/** A change notes its title in Vietnamese; one that was prepared here has it in both languages. */
function titleOf({ content, note }: ChangeRow): Bilingual {
  const vi = note ?? "";
  return content === null ? { vi, en: vi } : (JSON.parse(content) as { title: Bilingual }).title;
}

/** Whether a change touched a unit that the viewer may reorganise, or what all units share. */
export async function touching(viewer: Viewer, today: CivilDate): Promise<Prisma.Sql> {
  if ((await planScope(viewer, today)).all) return Prisma.sql`1 = 1`;
  const scope = await scopeOf(viewer, "change-organisation", today);
  const mine = inScope(scope, "s.unit_id");
  return Prisma.sql`c.id IN (
    SELECT recorded_change FROM level_label UNION SELECT s.recorded_change FROM unit_existence s WHERE ${mine}
    UNION SELECT s.recorded_change FROM unit_name s WHERE ${mine}
    UNION SELECT s.recorded_change FROM unit_placement s WHERE ${mine}
    UNION SELECT s.recorded_change FROM unit_type s WHERE ${mine}
    UNION SELECT s.recorded_change FROM unit_area s WHERE ${mine}
    UNION SELECT v.recorded_change FROM area_version v JOIN unit_area s ON s.area_id = v.area_id WHERE ${mine})`;
}
