import type { Rows } from "../database.server";
import { Prisma } from "../generated/client";

/**
 * The records that are one person: the kept one, and those that count as merged into it. For `person_id IN …`, in and out of
 * transactions, wherever something is read of one person; whoever stands behind a login is resolved to the kept record already.
 * @param kept its id, or SQL for it
 */
export function recordsOf(kept: number | Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT ${kept} UNION ALL SELECT merged_person_id FROM person_merge
    WHERE kept_person_id = ${kept} AND retracted_change IS NULL)`;
}

/** The record that stands for the one in a column: itself, or the one into which it was merged. */
export function keptRecord(column: "a.person_id" | "c.person_id" | "o.person_id" | "r.person_id" | "r.id"): Prisma.Sql {
  const record = Prisma.raw(column);
  return Prisma.sql`COALESCE((SELECT kept_person_id FROM person_merge
    WHERE merged_person_id = ${record} AND retracted_change IS NULL), ${record})`;
}

/** The kept record of each merged one, by id. They are few. */
export async function keptRecords(client: Rows): Promise<Map<number, number>> {
  const rows = await client.person_merge.findMany({
    where: { retracted_change: null },
    select: { kept_person_id: true, merged_person_id: true },
  });
  return new Map(rows.map((row) => [row.merged_person_id, row.kept_person_id]));
}
