import type { Instant } from "~/domain/time/civil-date";
import { writeSteps } from "~/models/database.server";
import type { Prisma } from "~/models/generated/client";
import { addSource, addToLog, type KeptSource, keptSource, type Source } from "./attempt-source.server";

/** What is noted of an attempt while it is worked on, beside starts and claims, which are written with their acts. */
export type Noted = "page-shown" | "hand-in-shown" | "submitted" | "late-answers";

const FLUSH_AFTER_MS = 500;
const MOST_WAITING = 400;

let waiting: Prisma.Sql[] = [];
let timer: NodeJS.Timeout | null = null;
let flushing: Promise<unknown> = Promise.resolve();

/**
 * Notes what happened in an attempt. Written half a second later together with others': nobody waits for it, and a failure costs a
 * line of the log, never an answer.
 */
export function noteInAttempt(
  attemptId: number,
  { kind, page = null, source, at }: { kind: Noted; page?: number | null; source: Source | null; at: Instant },
): void {
  const kept: KeptSource | null = source && keptSource(source);
  if (kept) waiting.push(addSource(attemptId, kept, at));
  waiting.push(addToLog(attemptId, { kind, page, source: kept, at }));
  if (waiting.length >= MOST_WAITING) void flushAttemptLog();
  else timer ??= setTimeout(() => void flushAttemptLog(), FLUSH_AFTER_MS).unref();
}

/** Writes what waits; for those who read the log right afterwards. */
export function flushAttemptLog(): Promise<unknown> {
  if (timer) clearTimeout(timer);
  timer = null;
  const steps = waiting;
  waiting = [];
  if (steps.length > 0) {
    flushing = writeSteps(steps).catch((error: unknown) => console.error("log of attempts:", error));
  }
  return flushing;
}
