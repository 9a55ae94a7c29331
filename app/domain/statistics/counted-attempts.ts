import type { Instant } from "../time/civil-date";

/** Which attempts of a person the figures rest on; the first by default, because later ones have learnt from it. */
export const COUNTED = ["first", "all"] as const;
export type Counted = (typeof COUNTED)[number];

export interface AttemptToCount {
  id: number;
  person: number;
  startedAt: Instant;
  void: boolean;
  /** items wait for a marker */
  pending: boolean;
}

/** Why attempts are not counted, by number. */
export interface LeftOut {
  void: number;
  pending: number;
  later: number;
}

/**
 * The attempts that count among those asked for, in the order given. Void ones never do; nor do those that wait for a marker,
 * whose sum is not known. "first" is a person's first of all given that is not void, whether or not it is asked for.
 */
export function countedAttempts<T extends AttemptToCount>(
  attempts: readonly T[],
  counted: Counted,
  asked: (attempt: T) => boolean,
): { attempts: T[]; leftOut: LeftOut } {
  const firsts = firstAttempts(attempts);
  const leftOut: LeftOut = { void: 0, pending: 0, later: 0 };
  const kept = attempts.filter((attempt) => {
    if (!asked(attempt)) return false;
    if (attempt.void) leftOut.void++;
    else if (counted === "first" && firsts.get(attempt.person) !== attempt) leftOut.later++;
    else if (attempt.pending) leftOut.pending++;
    else return true;
    return false;
  });
  return { attempts: kept, leftOut };
}

function firstAttempts<T extends AttemptToCount>(attempts: readonly T[]): Map<number, T> {
  const firsts = new Map<number, T>();
  for (const attempt of attempts) {
    const first = firsts.get(attempt.person);
    if (!attempt.void && (!first || order(attempt, first) < 0)) firsts.set(attempt.person, attempt);
  }
  return firsts;
}

function order(a: AttemptToCount, b: AttemptToCount): number {
  if (a.startedAt !== b.startedAt) return a.startedAt < b.startedAt ? -1 : 1;
  return a.id - b.id;
}
