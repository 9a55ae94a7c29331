import type { Instant } from "~/domain/time/civil-date";

/** What an import is doing in its process; it says so again every few seconds. */
export const PROGRESS_STEPS = ["reading", "comparing", "writing", "done", "failed"] as const;
export type ProgressStep = (typeof PROGRESS_STEPS)[number];

export interface Progress {
  step: ProgressStep;
  done: number;
  total: number;
  /** of a file that cannot be read: why, as JSON; null where a process has broken off */
  message: string | null;
  at: Instant;
}

/**
 * A process that has said nothing for so long is taken for dead: while it compares a long file on a busy machine it cannot speak.
 * One that dies while the server lives is known at once.
 */
export const SILENT_MS = 120_000;

export const IMPORT_STATES = ["running", "stopped", "refused", "to-map", "tried", "carried-out", "undone"] as const;
/** `stopped`: its process died, and it can be run again; `refused`: the file itself cannot be read. */
export type ImportState = (typeof IMPORT_STATES)[number];

export function isRunning(progress: Progress | null, now: Instant): boolean {
  if (!progress || progress.step === "done" || progress.step === "failed") return false;
  return Date.parse(now) - Date.parse(progress.at) < SILENT_MS;
}

/** Where an import stands, from what is kept of it. */
export function stateOf(
  run: { carriedOut: boolean; undone: boolean; read: boolean; mapped: boolean; tried: boolean },
  progress: Progress | null,
  now: Instant,
): ImportState {
  if (run.undone) return "undone";
  if (run.carriedOut) return "carried-out";
  if (isRunning(progress, now)) return "running";
  if (progress?.step === "failed" && progress.message !== null && !run.read) return "refused";
  if (progress?.step !== "done") return "stopped";
  if (!run.mapped) return run.read ? "to-map" : "stopped";
  return run.tried ? "tried" : "stopped";
}
