import type { CountingRule } from "../course/exam";
import type { Instant } from "../time/civil-date";

/** What `exam.yaml` and the exam officers allow a person; attempts are counted by course version and cycle. */
export interface AttemptRule {
  attempts: number;
  cooldownHours: number;
  /** the renewal cycle that runs; attempts that ended before it only keep their numbers. Null: the first cycle */
  cycleBegan: Instant | null;
  /** attempts granted on top, in this cycle; left out: none */
  granted?: number;
  /** left out: the best */
  counts?: CountingRule | undefined;
  /** when attempts may be started; left out or null: at any time. The last instant is excluded */
  opensAt?: Instant | null;
  closesAt?: Instant | null;
}

/** An attempt as the policy sees it; `end` null: still open. */
export interface PastAttempt {
  number: number;
  end: AttemptEnd | null;
  /** it counts for nothing: not as tried, not as passed, not for the cool-down */
  void?: boolean;
}

export interface AttemptEnd {
  at: Instant;
  passed: boolean;
  /** share of the marks, 0 to 1; left out: 0 */
  share?: number;
  /** a marker has to decide yet */
  pending?: boolean;
}

export type NextAttempt = { may: true; number: number; attemptsLeft: number } | { may: false; reason: NoAttemptReason };

export type NoAttemptReason =
  /** one is under way: go on with it */
  | { code: "attempt-open"; number: number }
  | { code: "already-passed"; number: number }
  /** the last attempt waits for its markers: it may be a pass */
  | { code: "waiting-for-marks"; number: number }
  /** the last allowed attempt was failed ("hết lượt") */
  | { code: "none-left"; attempts: number }
  /** the window is not open yet, or no longer */
  | { code: "not-open-yet"; opensAt: Instant }
  | { code: "closed"; closedAt: Instant }
  /** the next may start at `until` */
  | { code: "cooling-down"; until: Instant; attemptsLeft: number };

/**
 * Whether a person may start another attempt now, and why not. `attemptsLeft` counts those not started yet. The cool-down runs
 * from the end of the last failed attempt; an attempt that an exam officer granted beyond the exam's own waits for none.
 */
export function nextAttempt(rule: AttemptRule, history: readonly PastAttempt[], now: Instant): NextAttempt {
  const past = history.filter((attempt) => isOfCycle(rule, attempt));
  const no = (reason: NoAttemptReason): NextAttempt => ({ may: false, reason });
  const open = past.find(({ end }) => end === null);
  if (open) return no({ code: "attempt-open", number: open.number });
  const counting = countingAttempt(past, rule.counts);
  if (counting?.end?.passed) return no({ code: "already-passed", number: counting.number });
  const waiting = past.find(({ end }) => end?.pending);
  if (waiting) return no({ code: "waiting-for-marks", number: waiting.number });
  const attempts = rule.attempts + (rule.granted ?? 0);
  const attemptsLeft = Math.max(0, attempts - past.length);
  if (attemptsLeft === 0) return no({ code: "none-left", attempts });
  if (rule.opensAt && now < rule.opensAt) return no({ code: "not-open-yet", opensAt: rule.opensAt });
  if (rule.closesAt && now >= rule.closesAt) return no({ code: "closed", closedAt: rule.closesAt });
  const until = past.length < rule.attempts ? cooldownEnd(rule, past) : null;
  if (until !== null && now < until) return no({ code: "cooling-down", until, attemptsLeft });
  return { may: true, number: Math.max(0, ...history.map(({ number }) => number)) + 1, attemptsLeft };
}

/**
 * Of a cycle's attempts the one that counts, by the exam's rule: the best (the earliest of equals), the last or the first that was
 * ended. Void attempts and those still open never count; null where none does.
 */
export function countingAttempt<A extends PastAttempt>(past: readonly A[], counts: CountingRule = "best"): A | null {
  const ended = past.filter((attempt) => !attempt.void && attempt.end !== null).sort((a, b) => a.number - b.number);
  if (counts === "first") return ended[0] ?? null;
  if (counts === "last") return ended.at(-1) ?? null;
  return ended.reduce<A | null>((best, each) => (best && rank(best) >= rank(each) ? best : each), null);
}

/** A pass comes before every fail, whatever the shares: pass marks can differ between papers. */
function rank({ end }: PastAttempt): number {
  return (end?.passed ? 2 : 0) + (end?.share ?? 0);
}

/** Counts in the cycle that runs. */
function isOfCycle({ cycleBegan }: AttemptRule, attempt: PastAttempt): boolean {
  if (attempt.void) return false;
  return attempt.end === null || cycleBegan === null || attempt.end.at >= cycleBegan;
}

function cooldownEnd({ cooldownHours }: AttemptRule, past: readonly PastAttempt[]): Instant | null {
  const lastEnd = past.reduce<Instant>((last, { end }) => (end && end.at > last ? end.at : last), "");
  return lastEnd === "" ? null : new Date(Date.parse(lastEnd) + cooldownHours * 3_600_000).toISOString();
}
