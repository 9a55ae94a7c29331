import { type ProgressStep, SILENT_MS } from "~/domain/imports/state";
import type { Instant } from "~/domain/time/civil-date";
import { writeRows } from "../database.server";

/**
 * Takes an import for one process: false while another one is at it and alive. One statement decides, so of two that ask at
 * once one gets it.
 */
export function claimImport(importId: number, step: ProgressStep, at: Instant): Promise<boolean> {
  const silent = new Date(Date.parse(at) - SILENT_MS).toISOString();
  return writeRows(async (rows) => {
    const taken = await rows.$executeRaw`
      INSERT INTO import_progress (import_id, step, done, total, message, at) VALUES (${importId}, ${step}, 0, 0, NULL, ${at})
      ON CONFLICT (import_id) DO UPDATE SET step = excluded.step, done = 0, total = 0, message = NULL, at = excluded.at
      WHERE import_progress.step IN ('done', 'failed') OR import_progress.at < ${silent}`;
    return taken > 0;
  });
}

export interface Told {
  step: ProgressStep;
  done?: number;
  total?: number;
  message?: string | null;
  at: Instant;
}

/** Says how far an import has come. */
export function tellProgress(importId: number, { step, done = 0, total = 0, message = null, at }: Told): Promise<void> {
  return writeRows(async (rows) => {
    await rows.$executeRaw`
      INSERT INTO import_progress (import_id, step, done, total, message, at)
      VALUES (${importId}, ${step}, ${done}, ${total}, ${message}, ${at})
      ON CONFLICT (import_id) DO UPDATE SET
        step = excluded.step, done = excluded.done, total = excluded.total, message = excluded.message, at = excluded.at`;
  });
}
