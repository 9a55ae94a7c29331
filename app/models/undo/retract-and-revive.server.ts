import { setImmediate } from "node:timers/promises";
import type { Rows } from "../database.server";
import { FACT_TABLES, type FactTable } from "../fact-tables.server";

/** A table in which the change that is undone did something. */
export interface Touched {
  table: FactTable;
  /** rows it recorded */
  made: number;
  /** rows of others that it retracted */
  ended: number;
  /** ids of copies that stand for rows it recorded */
  copies: number[];
}

/** The live row of the post that a posting names: a post keeps its public id over all its rows. */
const LIVE_POST = `COALESCE((SELECT MAX(live.id) FROM post old
  JOIN post live ON live.public_id = old.public_id AND live.retracted_change IS NULL
  WHERE old.id = t.post_id), t.post_id)`;

/**
 * Retracts what the change recorded; then, once `check` has not thrown, says again what it retracted. Postings of a post that
 * stands again in a new row are led to that row.
 */
export async function retractAndRevive(
  rows: Rows,
  touched: readonly Touched[],
  changeId: number,
  undoId: number,
  check: () => Promise<void>,
): Promise<void> {
  for (const { table, made, copies } of touched) {
    if (made === 0) continue;
    const copied = copies.length > 0 ? ` OR id IN (${copies.join(",")})` : "";
    await rows.$executeRawUnsafe(
      `UPDATE ${table.name} SET retracted_change = ${undoId}
      WHERE (recorded_change = ${changeId} AND retracted_change IS NULL)${copied}`,
    );
    await setImmediate();
  }
  await check();
  for (const { table, ended } of touched) {
    if (ended > 0)
      await copyRows(rows, table, undoId, `t.retracted_change = ${changeId} AND t.recorded_change <> ${changeId}`);
  }
  const posts = touched.find(({ table }) => table.name === "post");
  if (posts && posts.ended > 0) await leadPostings(rows, changeId, undoId);
}

/** One statement, in the order of ids: by that order a copy can be found again. */
async function copyRows(rows: Rows, table: Pick<FactTable, "name" | "columns">, undoId: number, where: string) {
  const columns = table.columns.filter((column) => column !== "id" && column !== "retracted_change");
  const values = columns.map((column) => {
    if (column === "recorded_change") return String(undoId);
    return table.name === "posting" && column === "post_id" ? LIVE_POST : `t.${column}`;
  });
  await rows.$executeRawUnsafe(
    `INSERT INTO ${table.name} (${columns.join(", ")}) SELECT ${values.join(", ")} FROM ${table.name} t
    WHERE ${where} ORDER BY t.id`,
  );
}

async function leadPostings(rows: Rows, changeId: number, undoId: number): Promise<void> {
  const postings = FACT_TABLES.find(({ name }) => name === "posting");
  if (!postings) return;
  const left = `t.retracted_change IS NULL AND t.recorded_change <> ${undoId}
    AND t.post_id IN (SELECT p.id FROM post p WHERE p.retracted_change = ${changeId} AND p.recorded_change <> ${changeId})`;
  await copyRows(rows, postings, undoId, left);
  await rows.$executeRawUnsafe(
    `UPDATE posting SET retracted_change = ${undoId} WHERE id IN (SELECT t.id FROM posting t WHERE ${left})`,
  );
}
