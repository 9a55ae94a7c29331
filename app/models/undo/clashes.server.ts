import type { Rows } from "../database.server";
import { originOf } from "./live-copies.server";
import type { Touched } from "./retract-and-revive.server";

const OVERLAP = `r.valid_from < COALESCE(o.valid_to, '9999-12-31') AND o.valid_from < COALESCE(r.valid_to, '9999-12-31')`;

interface Found {
  id: bigint;
  recorded_change: bigint;
}

/** The changes that first said what these rows say; one row stands for all of its change. */
export async function originsOf(rows: Rows, table: string, found: readonly Found[]): Promise<Set<number>> {
  const origins = new Set<number>();
  const first = new Map(found.map((row) => [Number(row.recorded_change), Number(row.id)]));
  for (const [recordedBy, id] of first) origins.add(await originOf(rows, table, id, recordedBy));
  return origins;
}

/** Later changes that say something of a day and subject of which the rows to be revived speak. Asked before they are. */
export async function clashes(
  rows: Rows,
  touched: readonly Touched[],
  changeId: number,
  undoId: number,
): Promise<Set<number>> {
  const late = new Set<number>();
  for (const { table, ended } of touched) {
    for (const keys of ended > 0 ? table.oneAtATime : []) {
      const same = keys.map((key) => `o.${key} = r.${key}`).join(" AND ");
      const found = await rows.$queryRawUnsafe<Found[]>(
        `SELECT DISTINCT o.id, o.recorded_change FROM ${table.name} r JOIN ${table.name} o ON ${same}
        WHERE r.retracted_change = ${changeId} AND r.recorded_change <> ${changeId}
          AND o.retracted_change IS NULL AND o.recorded_change > ${changeId} AND o.recorded_change <> ${undoId}
          ${table.dated ? `AND ${OVERLAP}` : ""}`,
      );
      for (const origin of await originsOf(rows, table.name, found)) if (origin > changeId) late.add(origin);
    }
  }
  return late;
}

/**
 * Later postings that do not go with those revived: another primary post of the person at the time, another holder of the post,
 * a second focal point of the unit. Also posts that ended meanwhile under a posting that is revived.
 */
export async function postingClashes(
  rows: Rows,
  touched: readonly Touched[],
  changeId: number,
  undoId: number,
  focal: readonly string[],
): Promise<Set<number>> {
  if (!touched.some(({ table }) => table.name === "posting" || table.name === "post")) return new Set();
  const revived = `r.recorded_change = ${undoId} AND r.retracted_change IS NULL`;
  const later = `o.retracted_change IS NULL AND o.recorded_change > ${changeId} AND o.recorded_change <> ${undoId}`;
  const samePerson = `o.person_id = r.person_id AND r.kind = 'primary' AND o.kind = 'primary'`;
  const samePost = `o.post_id = r.post_id AND r.kind <> 'acting' AND o.kind <> 'acting'`;
  const late = new Set<number>();
  for (const same of [samePerson, samePost]) {
    const found = await rows.$queryRawUnsafe<Found[]>(
      `SELECT DISTINCT o.id, o.recorded_change FROM posting r JOIN posting o ON ${same}
      WHERE ${revived} AND ${later} AND ${OVERLAP}`,
    );
    for (const origin of await originsOf(rows, "posting", found)) late.add(origin);
  }
  if (focal.length > 0) {
    const isFocal = (post: string) => `${post}.deputy = 0 AND ${post}.position IN (${focal.map(() => "?").join(", ")})`;
    const found = await rows.$queryRawUnsafe<Found[]>(
      `SELECT DISTINCT o.id, o.recorded_change FROM posting r JOIN post rp ON rp.id = r.post_id
      JOIN post op ON op.unit_id = rp.unit_id AND op.retracted_change IS NULL
      JOIN posting o ON o.post_id = op.id AND o.id <> r.id
      WHERE ${revived} AND ${later} AND r.kind <> 'acting' AND o.kind <> 'acting' AND ${OVERLAP}
        AND ${isFocal("rp")} AND ${isFocal("op")}`,
      ...focal,
      ...focal,
    );
    for (const origin of await originsOf(rows, "posting", found)) late.add(origin);
  }
  const outside = await rows.$queryRawUnsafe<{ id: bigint; recorded_change: bigint }[]>(
    `SELECT s.id, COALESCE(s.retracted_change, s.recorded_change) AS recorded_change
    FROM posting r JOIN post s ON s.id = r.post_id
    WHERE ${revived} AND (s.retracted_change IS NOT NULL OR r.valid_from < s.valid_from
      OR COALESCE(r.valid_to, '9999-12-31') > COALESCE(s.valid_to, '9999-12-31'))`,
  );
  for (const row of outside) {
    const by = Number(row.recorded_change);
    if (by > changeId && by !== undoId) late.add(by);
  }
  const withoutUnit = await rows.$queryRawUnsafe<Found[]>(
    `SELECT e.id, e.recorded_change FROM post r JOIN unit_existence e ON e.unit_id = r.unit_id
    WHERE ${revived} AND e.retracted_change IS NULL AND e.recorded_change > ${changeId} AND e.recorded_change <> ${undoId}
      AND NOT EXISTS (SELECT 1 FROM unit_existence x WHERE x.unit_id = r.unit_id AND x.retracted_change IS NULL
        AND x.valid_from <= r.valid_from
        AND COALESCE(x.valid_to, '9999-12-31') >= COALESCE(r.valid_to, '9999-12-31'))`,
  );
  for (const origin of await originsOf(rows, "unit_existence", withoutUnit)) late.add(origin);
  return late;
}
