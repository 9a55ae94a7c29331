import { type AttemptRule, type NextAttempt, nextAttempt, type PastAttempt } from "~/domain/assessment/attempt-policy";
import type { Instant } from "~/domain/time/civil-date";
import { type CourseProgress, courseProgress } from "./course-state";
import type { Duty } from "./duties";

/** A duty with what the learner has done for it. */
export interface DutyWork {
  duty: Duty;
  lessonIds: readonly number[];
  doneLessonIds: readonly number[];
  attempts: readonly PastAttempt[];
  rule: AttemptRule;
  /** what is asked for is a task of the course, and whether it can be worked on now; left out: the exam */
  task?: { open: boolean };
}

export interface DutyStanding {
  progress: CourseProgress;
  exam: NextAttempt;
  /** what stands between the learner and the next move on this duty; null: nothing is left to do here now */
  move: "lesson" | "exam" | "task" | "go-on" | null;
}

/** Where a learner stands with one duty at an instant. */
export function standingOf(work: DutyWork, now: Instant): DutyStanding {
  const progress = courseProgress(work.lessonIds, work.doneLessonIds);
  const exam = nextAttempt(work.rule, work.attempts, now);
  if (!exam.may && exam.reason.code === "attempt-open") return { progress, exam, move: "go-on" };
  const settled = work.duty.state === "done" || work.duty.state === "waived";
  if (settled) return { progress, exam, move: null };
  if (progress.nextLesson !== null) return { progress, exam, move: "lesson" };
  if (work.task) return { progress, exam, move: work.task.open ? "task" : null };
  return { progress, exam, move: exam.may ? "exam" : null };
}

/**
 * The one next step: an exam that is under way before all else, then what is overdue, then what is due first. Its place in the
 * list, or null when there is nothing that can be done now.
 */
export function nextStep(works: readonly DutyWork[], now: Instant): number | null {
  const candidates = works
    .map((work, index) => ({ index, work, move: standingOf(work, now).move }))
    // nothing is asked of someone who is away, but an exam under way runs on
    .filter(({ work, move }) => move === "go-on" || (move !== null && work.duty.state !== "paused"))
    .sort(
      (a, b) =>
        Number(b.move === "go-on") - Number(a.move === "go-on") ||
        Number(b.work.duty.state === "overdue") - Number(a.work.duty.state === "overdue") ||
        a.work.duty.due.localeCompare(b.work.duty.due),
    );
  return candidates[0]?.index ?? null;
}
