import { setImmediate } from "node:timers/promises";
import type { Instant } from "~/domain/time/civil-date";
import { isDuplicate, type Rows, reader, recordChange } from "./database.server";
import { FACT_TABLES, LASTING_RECORDS } from "./fact-tables.server";
import { focalPositions } from "./organisation/focal-positions.server";
import { clashes, postingClashes } from "./undo/clashes.server";
import { type Dependent, dependentsOf } from "./undo/dependents.server";
import { lateReferences } from "./undo/late-references.server";
import { liveCopies } from "./undo/live-copies.server";
import { consistencyBefore, newInconsistencies } from "./undo/organisation-check.server";
import { retractAndRevive, type Touched } from "./undo/retract-and-revive.server";

export type { Dependent } from "./undo/dependents.server";

/**
 * Why a change stays: there is none of this id; it was undone before; it is an undo itself; it recorded what lasts (results,
 * certificates, versions), or did nothing; later changes build on it; what was before does not fit what is now.
 */
export type UndoRefusal =
  | "unknown-change"
  | "already-undone"
  | "is-undo"
  | "not-undoable"
  | "later-changes"
  | "inconsistent";

export type Undo =
  | { undone: true; changeId: number }
  /** `because`: the changes in the way, oldest first; for "already-undone" the undo itself */
  | { undone: false; code: UndoRefusal; because: Dependent[] };

export interface UndoBy {
  actorId: number | null;
  onBehalfOf?: number | null;
  at: Instant;
  note?: string;
}

/** Ends the transaction: nothing is written. */
class Refused extends Error {
  constructor(
    readonly code: UndoRefusal,
    readonly because: Dependent[] = [],
  ) {
    super(code);
  }
}

/**
 * Undoes a change, whole and exactly, in one transaction: what it recorded is retracted, what it retracted is said again by
 * copies with ids of their own, so that what was known at any time before stays readable. Refused, with nothing written, while
 * a later change in force builds on it. The caller has established that this change is one that `by` may undo.
 */
export async function undoChange(changeId: number, by: UndoBy): Promise<Undo> {
  const client = await reader();
  const change = await client.change.findUnique({ where: { id: changeId } });
  if (!change) return { undone: false, code: "unknown-change", because: [] };
  if (change.undoes !== null) return { undone: false, code: "is-undo", because: [] };
  const focal = await focalPositions(by.at);
  const act = {
    kind: "undo",
    at: by.at,
    actorId: by.actorId,
    onBehalfOf: by.onBehalfOf ?? null,
    document: change.document,
    effective: change.effective,
    note: by.note ?? null,
    undoes: changeId,
  };
  try {
    return await recordChange(act, async (rows, undoId) => {
      await undoWithin(rows, changeId, undoId, focal);
      return { undone: true, changeId: undoId } as const;
    });
  } catch (error) {
    if (error instanceof Refused) return { undone: false, code: error.code, because: error.because };
    const earlier = isDuplicate(error) && (await client.change.findUnique({ where: { undoes: changeId } }));
    if (!earlier) throw error;
    const { id, kind, at, note, document } = earlier;
    return { undone: false, code: "already-undone", because: [{ changeId: id, kind, at, title: note ?? document }] };
  }
}

async function undoWithin(rows: Rows, changeId: number, undoId: number, focal: readonly string[]): Promise<void> {
  const touched = await touchedTables(rows, changeId);
  if (touched.length === 0 || (await recordedLasting(rows, changeId))) throw new Refused("not-undoable");
  for (const each of touched) {
    if (each.ended > 0 && !each.table.revivable) throw new Refused("not-undoable");
  }
  const replaced = new Set<number>();
  for (const each of touched) {
    const { copies, replacedBy } = await liveCopies(rows, each.table, changeId);
    each.copies = copies;
    for (const later of replacedBy) replaced.add(later);
  }
  await refuseFor(rows, replaced);
  const before = await consistencyBefore(rows, touched);
  const late = new Set<number>();
  const add = (found: Iterable<number>) => {
    for (const each of found) late.add(each);
  };
  await retractAndRevive(rows, touched, changeId, undoId, async () => {
    add(await clashes(rows, touched, changeId, undoId));
    await refuseFor(rows, late);
  });
  add(await lateReferences(rows, touched, changeId, undoId));
  add(await postingClashes(rows, touched, changeId, undoId, focal));
  await refuseFor(rows, late);
  const odd = await newInconsistencies(rows, before, changeId, undoId);
  if (odd !== null) throw new Refused("inconsistent", await dependentsOf(rows, odd));
}

async function refuseFor(rows: Rows, changes: ReadonlySet<number>): Promise<void> {
  if (changes.size > 0) throw new Refused("later-changes", await dependentsOf(rows, changes));
}

/** The tables in which the change recorded or retracted something that it did not take back itself. */
async function touchedTables(rows: Rows, changeId: number): Promise<Touched[]> {
  const touched: Touched[] = [];
  for (const table of FACT_TABLES) {
    const [counts] = await rows.$queryRawUnsafe<{ made: bigint; ended: bigint }[]>(
      `SELECT COUNT(CASE WHEN recorded_change = ${changeId} THEN 1 END) AS made,
        COUNT(CASE WHEN retracted_change = ${changeId} THEN 1 END) AS ended
      FROM ${table.name} WHERE (recorded_change = ${changeId}) <> (COALESCE(retracted_change, 0) = ${changeId})`,
    );
    const made = Number(counts?.made ?? 0);
    const ended = Number(counts?.ended ?? 0);
    if (made + ended > 0) touched.push({ table, made, ended, copies: [] });
    // the large tables are read through: others have their turn in between
    await setImmediate();
  }
  return touched;
}

async function recordedLasting(rows: Rows, changeId: number): Promise<boolean> {
  for (const table of LASTING_RECORDS) {
    const [found] = await rows.$queryRawUnsafe<unknown[]>(
      `SELECT 1 FROM ${table} WHERE recorded_change = ${changeId} LIMIT 1`,
    );
    if (found) return true;
  }
  return false;
}
