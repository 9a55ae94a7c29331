import type { Instant } from "../time/civil-date";

/** What `exam.yaml` allows; attempts are counted by course version and cycle. */
export interface AttemptRule {
  attempts: number;
  cooldownHours: number;
  /** the renewal cycle that runs; attempts that ended before it only keep their numbers. Null: the first cycle */
  cycleBegan: Instant | null;
}

/** An attempt as the policy sees it; `end` null: still open. */
export interface PastAttempt {
  number: number;
  end: { at: Instant; passed: boolean } | null;
}

export type NextAttempt = { may: true; number: number; attemptsLeft: number } | { may: false; reason: NoAttemptReason };

export type NoAttemptReason =
  /** one is under way: go on with it */
  | { code: "attempt-open"; number: number }
  | { code: "already-passed"; number: number }
  /** the last allowed attempt was failed ("hết lượt") */
  | { code: "none-left"; attempts: number }
  /** the next may start at `until` */
  | { code: "cooling-down"; until: Instant; attemptsLeft: number };

/**
 * Whether a person may start another attempt now, and why not. `attemptsLeft` counts those not started yet. The
 * cool-down runs from the end of the last failed attempt.
 */
export function nextAttempt(rule: AttemptRule, history: readonly PastAttempt[], now: Instant): NextAttempt {
  const past = history.filter(({ end }) => end === null || rule.cycleBegan === null || end.at >= rule.cycleBegan);
  const open = past.find(({ end }) => end === null);
  if (open) return { may: false, reason: { code: "attempt-open", number: open.number } };
  const passed = past.find(({ end }) => end?.passed);
  if (passed) return { may: false, reason: { code: "already-passed", number: passed.number } };
  const attemptsLeft = Math.max(0, rule.attempts - past.length);
  if (attemptsLeft === 0) return { may: false, reason: { code: "none-left", attempts: rule.attempts } };
  const until = cooldownEnd(rule, past);
  if (until !== null && now < until) return { may: false, reason: { code: "cooling-down", until, attemptsLeft } };
  return { may: true, number: Math.max(0, ...history.map(({ number }) => number)) + 1, attemptsLeft };
}

function cooldownEnd({ cooldownHours }: AttemptRule, past: readonly PastAttempt[]): Instant | null {
  const lastEnd = past.reduce<Instant>((last, { end }) => (end && end.at > last ? end.at : last), "");
  return lastEnd === "" ? null : new Date(Date.parse(lastEnd) + cooldownHours * 3_600_000).toISOString();
}
