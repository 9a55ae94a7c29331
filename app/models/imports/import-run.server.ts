import type { ImportKind } from "~/domain/imports/fields";
import { type Reading, readingSchema, type Summary, summarySchema } from "~/domain/imports/reading";
import { type ImportState, type Progress, type ProgressStep, stateOf } from "~/domain/imports/state";
import type { Viewer } from "~/domain/permissions/viewer";
import { type CivilDate, civilDateOf, type Instant } from "~/domain/time/civil-date";
import { reader } from "../database.server";
import type { import_run } from "../generated/client";
import { scopeOf } from "../reporting/scope-units.server";

/** One import, as far as it has come. */
export interface ImportRun {
  id: number;
  publicId: string;
  kind: ImportKind;
  fileName: string;
  sha256: string;
  bytes: number;
  accountId: number;
  effective: CivilDate;
  at: Instant;
  reading: Reading | null;
  summary: Summary | null;
  changeId: number | null;
  progress: Progress | null;
  state: ImportState;
}

/**
 * The import of an address, for whoever brought it in and for those whose area is everything; null for everyone else, as what
 * it holds is of people.
 */
export async function findImport(viewer: Viewer, publicId: string, now: Instant): Promise<ImportRun | null> {
  const run = await loadImport(publicId, now);
  if (!run) return null;
  const scope = await scopeOf(viewer, "import-people", civilDateOf(now));
  return run.accountId === viewer.accountId || scope.units === "all" ? run : null;
}

/** The import of a public id, for its own process. */
export async function loadImport(publicId: string, now: Instant): Promise<ImportRun | null> {
  const client = await reader();
  const row = await client.import_run.findUnique({ where: { public_id: publicId } });
  const [run] = row ? await asRuns([row], now) : [];
  return run ?? null;
}

/** With how far each has come, in two statements for all of them. */
export async function asRuns(rows: readonly import_run[], now: Instant): Promise<ImportRun[]> {
  const client = await reader();
  const ids = rows.map(({ id }) => id);
  const progress = await client.import_progress.findMany({ where: { import_id: { in: ids } } });
  const changes = rows.flatMap(({ change_id }) => (change_id === null ? [] : [change_id]));
  const undone = await client.change.findMany({ where: { undoes: { in: changes } }, select: { undoes: true } });
  const progressOf = new Map(progress.map((each) => [each.import_id, each]));
  const undoneChanges = new Set(undone.map(({ undoes }) => undoes));
  return rows.map((row) => {
    const told = progressOf.get(row.id);
    return asRun(
      row,
      told ? { ...told, step: told.step as ProgressStep } : null,
      undoneChanges.has(row.change_id),
      now,
    );
  });
}

function asRun(row: import_run, progress: Progress | null, undone: boolean, now: Instant): ImportRun {
  const reading = row.reading === null ? null : readingSchema.parse(JSON.parse(row.reading));
  const summary = row.summary === null ? null : summarySchema.parse(JSON.parse(row.summary));
  const facts = {
    carriedOut: row.change_id !== null,
    undone: row.change_id !== null && undone,
    read: reading !== null,
    mapped: reading?.choice !== null && reading !== null,
    tried: summary !== null,
  };
  return {
    id: row.id,
    publicId: row.public_id,
    kind: row.kind as ImportKind,
    fileName: row.file_name,
    sha256: row.sha256,
    bytes: row.bytes,
    accountId: row.account_id,
    effective: row.effective,
    at: row.at,
    reading,
    summary,
    changeId: row.change_id,
    progress,
    state: stateOf(facts, progress, now),
  };
}
