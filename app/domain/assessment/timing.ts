import type { Exam } from "../course/exam";
import { addDays, type Instant, startOfDay } from "../time/civil-date";

/** What was chosen before the deadline may arrive this much later, in milliseconds: a slow line costs nobody an answer. */
export const GRACE_MS = 5_000;

export type EndedBy = "submit" | "deadline";

export interface AttemptTimes {
  startedAt: Instant;
  deadlineAt: Instant;
  /** null: no end is recorded */
  end: { at: Instant; by: EndedBy } | null;
}

export type AttemptState =
  | { phase: "running"; deadlineAt: Instant; secondsLeft: number }
  /** time is up, saves on their way are still taken; over at `until` */
  | { phase: "closing"; deadlineAt: Instant; until: Instant }
  /** `recorded` false: ended by the clock, and nobody has written the result yet */
  | { phase: "ended"; endedAt: Instant; endedBy: EndedBy; recorded: boolean };

/** Minutes after the start, with the extra time of the person in percent of them, rounded up to whole seconds. */
export function deadlineOf(startedAt: Instant, minutes: number, extraPercent = 0): Instant {
  return later(startedAt, Math.ceil((minutes * 60 * (100 + extraPercent)) / 100) * 1000);
}

/** The deadline of a running attempt that gets more minutes. */
export function extendedDeadline(deadlineAt: Instant, minutes: number): Instant {
  return later(deadlineAt, minutes * 60_000);
}

/** The deadline of an ended attempt that goes on, in a new round: minutes from the moment at which it is reopened. */
export function reopenedDeadline(now: Instant, minutes: number): Instant {
  return later(now, minutes * 60_000);
}

/**
 * When an exam's attempts may be started: from the beginning of the day on which it opens to the end of the day on which it
 * closes (excluded), in Viet Nam. Null: no bound.
 */
export function windowOf({ opens, closes }: Pick<Exam, "opens" | "closes">): {
  opensAt: Instant | null;
  closesAt: Instant | null;
} {
  return {
    opensAt: opens ? startOfDay(opens) : null,
    closesAt: closes ? startOfDay(addDays(closes, 1)) : null,
  };
}

/**
 * Where an attempt stands. Running until the deadline (the deadline itself included), then closing for the grace, then ended at
 * the deadline, whether or not anyone has recorded it.
 */
export function attemptState({ deadlineAt, end }: AttemptTimes, now: Instant): AttemptState {
  if (end) return { phase: "ended", endedAt: end.at, endedBy: end.by, recorded: true };
  if (now <= deadlineAt) {
    const secondsLeft = Math.floor((Date.parse(deadlineAt) - Date.parse(now)) / 1000);
    return { phase: "running", deadlineAt, secondsLeft };
  }
  const until = later(deadlineAt, GRACE_MS);
  if (now <= until) return { phase: "closing", deadlineAt, until };
  return { phase: "ended", endedAt: deadlineAt, endedBy: "deadline", recorded: false };
}

/** Saves are taken up to the deadline and five seconds, by the server's clock at arrival, and never after a submit. */
export function takesSaves(state: AttemptState): boolean {
  return state.phase !== "ended";
}

/** The end that a submit at this instant makes; a submit within the grace counts as ended by the deadline. */
export function endBySubmit(
  { deadlineAt }: Pick<AttemptTimes, "deadlineAt">,
  now: Instant,
): { at: Instant; by: EndedBy } {
  return now <= deadlineAt ? { at: now, by: "submit" } : { at: deadlineAt, by: "deadline" };
}

/** Deadlines before this instant are over, grace included. */
export function overdueBefore(now: Instant): Instant {
  return later(now, -GRACE_MS);
}

function later(instant: Instant, ms: number): Instant {
  return new Date(Date.parse(instant) + ms).toISOString();
}
