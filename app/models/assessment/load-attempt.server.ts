import type { Answer, SavedResponse } from "~/domain/assessment/latest-answers";
import { latestAnswers } from "~/domain/assessment/latest-answers";
import { type LearnerPaper, paperForLearner } from "~/domain/assessment/learner-paper";
import type { Paper } from "~/domain/assessment/paper";
import { attemptState } from "~/domain/assessment/timing";
import type { Viewer } from "~/domain/permissions/viewer";
import type { Instant } from "~/domain/time/civil-date";
import { noteInAttempt } from "./attempt-log.server";
import type { Source } from "./attempt-source.server";
import { findAttemptOf } from "./find-attempt.server";
import { isHeldElsewhere } from "./one-device.server";
import { recordEnd } from "./record-end.server";
import { savedResponses } from "./saved-answers.server";

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
        /** id of the newest save: what a page asks for `since` */
        newest: number;
      }
    /** it runs, but at another device */
    | { phase: "elsewhere"; deadlineAt: Instant; secondsLeft: number; title: LearnerPaper["title"] }
    /** time is up, saves on their way are still taken; the result is there after `until` */
    | { phase: "closing"; until: Instant }
    | { phase: "void"; reason: string }
    | { phase: "ended" }
  );

export interface LoadOptions {
  source?: Source | null;
  /** the page of the paper that is shown, from 1; 0: the page on which it is handed in. Left out: none */
  page?: number;
}

/**
 * The viewer's own attempt; null for an unknown one and for somebody else's. If the clock has ended it and nobody has recorded
 * that, this reader does.
 */
export async function loadAttempt(
  viewer: Viewer,
  publicId: string,
  now: Instant,
  { source = null, page }: LoadOptions = {},
): Promise<LoadedAttempt | null> {
  const attempt = await findAttemptOf(viewer.personId, publicId);
  if (!attempt) return null;
  const { id, course, number, startedAt, paper } = attempt;
  const any = { publicId, courseSlug: course.slug, number };
  if (attempt.void) return { ...any, phase: "void", reason: attempt.void.reason };
  const state = attemptState(attempt, now);
  switch (state.phase) {
    case "ended":
      if (!state.recorded) await recordEnd(attempt, "deadline", now, null);
      return { ...any, phase: "ended" };
    case "closing":
      return { ...any, phase: "closing", until: state.until };
    case "running": {
      const { deadlineAt, secondsLeft } = state;
      if (await isHeldElsewhere(attempt, source)) {
        return { ...any, phase: "elsewhere", deadlineAt, secondsLeft, title: paper.title };
      }
      if (page !== undefined) {
        noteInAttempt(id, { kind: page === 0 ? "hand-in-shown" : "page-shown", page: page || null, source, at: now });
      }
      const saved = await savedResponses(null, id);
      return {
        ...any,
        phase: "running",
        startedAt,
        deadlineAt,
        secondsLeft,
        paper: forLearner(paper),
        answers: [...latestAnswers(saved).values()].sort((a, b) => a.item - b.item),
        newest: newestOf(saved),
      };
    }
  }
}

const newestOf = (saved: readonly SavedResponse[]) => saved.at(-1)?.id ?? 0;

// a frozen paper looks the same each time
const seen = new WeakMap<Paper, LearnerPaper>();

function forLearner(paper: Paper): LearnerPaper {
  let known = seen.get(paper);
  if (!known) {
    known = paperForLearner(paper);
    seen.set(paper, known);
  }
  return known;
}
