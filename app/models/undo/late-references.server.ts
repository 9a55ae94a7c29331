import type { Rows } from "../database.server";
import { REFERENCES, type Reference } from "../fact-tables.server";
import { originsOf } from "./clashes.server";
import type { Touched } from "./retract-and-revive.server";

interface Found {
  id: bigint;
  recorded_change: bigint;
}

/** What is said of units, people and areas; the last of it that is taken back leaves nobody to refer to. */
const SAID = [
  { entity: "unit", table: "unit_existence", column: "unit_id" },
  { entity: "area", table: "area_version", column: "area_id" },
  { entity: "person", table: "person_name", column: "person_id" },
] as const;

/** Changes in force that refer to what the undo took back: units, people, areas, posts, handovers. Asked after it did. */
export async function lateReferences(
  rows: Rows,
  touched: readonly Touched[],
  changeId: number,
  undoId: number,
): Promise<Set<number>> {
  const late = new Set<number>();
  const collect = async (table: string, found: readonly Found[]) => {
    for (const origin of await originsOf(rows, table, found)) if (origin !== changeId) late.add(origin);
  };
  const made = (name: string) => touched.some(({ table, made }) => table.name === name && made > 0);
  for (const { entity, table, column } of SAID) {
    if (!made(table)) continue;
    const gone = `SELECT x.${column} FROM ${table} x WHERE x.retracted_change = ${undoId} AND NOT EXISTS
      (SELECT 1 FROM ${table} y WHERE y.${column} = x.${column} AND y.retracted_change IS NULL)`;
    for (const reference of REFERENCES[entity]) {
      await collect(reference.table, await referring(rows, reference, gone, changeId, undoId));
    }
    if (entity !== "person") continue;
    const accounts = `SELECT a.id FROM account a WHERE a.person_id IN (${gone})`;
    for (const reference of REFERENCES.account) {
      await collect(reference.table, await referring(rows, reference, accounts, changeId, undoId));
    }
  }
  if (made("post")) {
    const posts = `SELECT s.id FROM post s WHERE s.retracted_change = ${undoId} AND NOT EXISTS
      (SELECT 1 FROM post y WHERE y.public_id = s.public_id AND y.retracted_change IS NULL)`;
    const handovers = { table: "handover", column: "post_id", inForce: true };
    await collect("handover", await referring(rows, handovers, posts, changeId, undoId));
    const retracted = `SELECT s.id FROM post s WHERE s.retracted_change = ${undoId}`;
    const postings = { table: "posting", column: "post_id", inForce: true };
    await collect("posting", await referring(rows, postings, retracted, changeId, undoId));
  }
  if (made("handover")) {
    const handovers = `SELECT h.id FROM handover h WHERE h.retracted_change = ${undoId}`;
    const confirmations = { table: "handover_confirmation", column: "handover_id", inForce: false };
    await collect("handover_confirmation", await referring(rows, confirmations, handovers, changeId, undoId));
  }
  return late;
}

function referring(
  rows: Rows,
  { table, column, inForce }: Reference,
  gone: string,
  changeId: number,
  undoId: number,
): Promise<Found[]> {
  return rows.$queryRawUnsafe<Found[]>(
    `SELECT MIN(t.id) AS id, t.recorded_change FROM ${table} t
    WHERE t.${column} IN (${gone}) AND t.recorded_change NOT IN (${changeId}, ${undoId})
      ${inForce ? "AND t.retracted_change IS NULL" : ""}
    GROUP BY t.recorded_change`,
  );
}
