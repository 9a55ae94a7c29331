import type { Answer } from "~/domain/assessment/latest-answers";
import { type LearnerPaper, paperForLearner } from "~/domain/assessment/learner-paper";
import { attemptState } from "~/domain/assessment/timing";
import type { Viewer } from "~/domain/permissions/viewer";
import type { Instant } from "~/domain/time/civil-date";
import { reader } from "~/models/database.server";
import { endOverdueAttempt, isOverdue } from "./end-overdue.server";
import { findAttemptOf } from "./find-attempt.server";
import { savedAnswers } from "./saved-answers.server";

interface AnyAttempt {
  publicId: string;
  courseSlug: string;
  number: number;
}

/** An attempt as its learner meets it. Only a running one shows its paper, without the key. */
export type LoadedAttempt = AnyAttempt &
  (
    | {
        phase: "running";
        startedAt: Instant;
        deadlineAt: Instant;
        secondsLeft: number;
        paper: LearnerPaper;
        /** by item number; items never touched are missing */
        answers: Answer[];
      }
    /** time is up, saves on their way are still taken; the result is there after `until` */
    | { phase: "closing"; until: Instant }
    | { phase: "ended" }
  );

/**
 * The viewer's own attempt; null for an unknown one and for somebody else's. If the clock has ended it and nobody has recorded
 * that, this reader does.
 */
export async function loadAttempt(viewer: Viewer, publicId: string, now: Instant): Promise<LoadedAttempt | null> {
  const attempt = await findAttemptOf(viewer.personId, publicId);
  if (!attempt) return null;
  const { id, course, number, startedAt, paper } = attempt;
  const courseSlug = course.slug;
  const state = attemptState(attempt, now);
  switch (state.phase) {
    case "ended":
      if (isOverdue(attempt, now)) await endOverdueAttempt(attempt, now);
      return { publicId, courseSlug, number, phase: "ended" };
    case "closing":
      return { publicId, courseSlug, number, phase: "closing", until: state.until };
    case "running": {
      const answers = await savedAnswers(await reader(), id);
      return {
        publicId,
        courseSlug,
        number,
        phase: "running",
        startedAt,
        deadlineAt: state.deadlineAt,
        secondsLeft: state.secondsLeft,
        paper: paperForLearner(paper),
        answers: [...answers.values()].sort((a, b) => a.item - b.item),
      };
    }
  }
}
