import type { Instant } from "../time/civil-date";
import { GRACE_MS } from "./timing";

/** Why an exam officer acts on an attempt. Of a person's health nothing more is recorded than that they were unwell. */
export const ACT_REASONS = ["illness", "power-cut", "equipment", "other"] as const;
export type ActReason = (typeof ACT_REASONS)[number];

export interface WhyActed {
  kind: ActReason;
  /** owed for "other" */
  words: string;
}

/** As it stands in the column `reason` of the acts. */
export function writeReason({ kind, words }: WhyActed): string {
  return words === "" ? kind : `${kind}: ${words}`;
}

/** A reason as recorded; what no form of ours wrote is "other" with its words. */
export function readReason(text: string): WhyActed {
  const kind = ACT_REASONS.find((each) => text === each || text.startsWith(`${each}: `));
  return kind ? { kind, words: text.slice(kind.length + 2) } : { kind: "other", words: text };
}

/** What an act page may say at the attempt's page afterwards. */
export const ATTEMPT_DONE = [
  "extended",
  "reopened",
  "voided",
  "voided-earned",
  "unvoided",
  "late-accepted",
  "late-refused",
] as const;
export type AttemptDone = (typeof ATTEMPT_DONE)[number];

/** Minutes that one act may give. */
export const MOST_MINUTES = 240;

/** How an attempt stands, as far as acts ask. */
export interface AttemptStanding {
  deadlineAt: Instant;
  void: boolean;
  /** the result of the present round; null: none is recorded */
  result: { passed: boolean; pending: boolean } | null;
}

export type AttemptActKind = "extend" | "reopen" | "void" | "unvoid";

export type ActRefusal =
  /** nobody acts on an attempt of their own */
  | "own-attempt"
  /** it has ended, or its time and grace are over: reopen it instead */
  | "not-running"
  /** it still runs: extend it instead */
  | "still-running"
  | "passed"
  | "void"
  | "not-void"
  /** answers wait for a marker */
  | "pending"
  /** the person has begun another since, or has passed by another */
  | "another-since";

/** True while answers are taken: up to the deadline and the grace, and no end is recorded. */
export function isRunning({ deadlineAt, void: isVoid, result }: AttemptStanding, now: Instant): boolean {
  return result === null && !isVoid && Date.parse(now) <= Date.parse(deadlineAt) + GRACE_MS;
}

/** Why an act is not possible; null: it is. Decided again inside the transaction that records it. */
export function refusalOf(act: AttemptActKind, standing: AttemptStanding, now: Instant): ActRefusal | null {
  switch (act) {
    case "extend":
      if (standing.void) return "void";
      return isRunning(standing, now) ? null : "not-running";
    case "reopen":
      if (standing.void) return "void";
      if (isRunning(standing, now)) return "still-running";
      if (standing.result?.pending) return "pending";
      return standing.result?.passed ? "passed" : null;
    case "void":
      return standing.void ? "void" : null;
    case "unvoid":
      return standing.void ? null : "not-void";
  }
}

/** Most percent of extra time, and where a decision usually lies. */
export const MOST_EXTRA_PERCENT = 200;
