import type { AnswerValue } from "~/domain/assessment/answer-value";
import type { Instant } from "~/domain/time/civil-date";
import { readRows } from "~/models/database.server";
import { Prisma } from "~/models/generated/client";

/** An answer that was saved, by whichever page. */
export interface AnswerSaved {
  /** grows in the order in which the server took the saves */
  id: number;
  item: number;
  value: AnswerValue;
  flagged: boolean;
  clientKey: string;
  savedAt: Instant;
}

/** Who is told about an attempt while its page is open. */
export interface Listener {
  /** by this process's own saves; what another process saved comes by `changed` */
  saved(answers: readonly AnswerSaved[]): void;
  /** its time, its end, its device, or its answers: look again */
  changed(): void;
}

const POLL_MS = 1_000;

const listeners = new Map<number, Set<Listener>>();
let timer: NodeJS.Timeout | null = null;
let seen: Marks | null = null;
let polling = false;

interface Marks {
  response: number;
  time: number;
  result: number;
  claim: number;
  change: number;
}

/** Tells a page about an attempt from now on, until what is returned is called. */
export function listenToAttempt(attemptId: number, listener: Listener): () => void {
  const those = listeners.get(attemptId) ?? new Set();
  those.add(listener);
  listeners.set(attemptId, those);
  timer ??= setInterval(() => void lookForChanges(), POLL_MS).unref();
  return () => {
    those.delete(listener);
    if (those.size === 0 && listeners.get(attemptId) === those) listeners.delete(attemptId);
    if (listeners.size === 0 && timer) {
      clearInterval(timer);
      timer = null;
      seen = null;
    }
  };
}

/** After an act on an attempt in this process: its pages are told at once. Others hear of it by the poll. */
export function attemptChanged(attemptId: number): void {
  for (const listener of listeners.get(attemptId) ?? []) listener.changed();
}

/** After answers of an attempt were saved in this process. */
export function answersSaved(attemptId: number, answers: readonly AnswerSaved[]): void {
  if (answers.length === 0) return;
  for (const listener of listeners.get(attemptId) ?? []) listener.saved(answers);
}

/**
 * What other processes have written: one statement a second for all open pages together, over the rows since the last one. A
 * listener that knows a change already finds nothing new.
 */
export async function lookForChanges(): Promise<void> {
  if (polling || listeners.size === 0) return;
  polling = true;
  try {
    const now = await newestRows();
    if (seen) for (const attemptId of await touchedSince(seen, now)) attemptChanged(attemptId);
    seen = now;
  } catch (error) {
    console.error("live attempts:", error);
  } finally {
    polling = false;
  }
}

async function newestRows(): Promise<Marks> {
  const [row] = await readRows<Record<keyof Marks, number | null>>(Prisma.sql`
    SELECT (SELECT MAX(id) FROM response) AS response, (SELECT MAX(id) FROM attempt_time) AS time,
      (SELECT MAX(id) FROM attempt_result) AS result, (SELECT MAX(id) FROM attempt_log) AS claim,
      (SELECT MAX(id) FROM change) AS change`);
  return {
    response: row?.response ?? 0,
    time: row?.time ?? 0,
    result: row?.result ?? 0,
    claim: row?.claim ?? 0,
    change: row?.change ?? 0,
  };
}

async function touchedSince(before: Marks, now: Marks): Promise<number[]> {
  if (JSON.stringify(before) === JSON.stringify(now)) return [];
  const rows = await readRows<{ attempt_id: number }>(Prisma.sql`
    SELECT attempt_id FROM response WHERE id > ${before.response} AND id <= ${now.response}
    UNION SELECT attempt_id FROM attempt_result WHERE id > ${before.result}
    UNION SELECT attempt_id FROM attempt_log WHERE id > ${before.claim} AND kind = 'device-claimed'
    UNION SELECT attempt_id FROM attempt_time WHERE id > ${before.time} OR retracted_change > ${before.change}
    UNION SELECT attempt_id FROM attempt_void
      WHERE recorded_change > ${before.change} OR retracted_change > ${before.change}`);
  return rows.map(({ attempt_id }) => attempt_id).filter((id) => listeners.has(id));
}
