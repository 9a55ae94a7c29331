import { countingAttempt, type NextAttempt, nextAttempt } from "~/domain/assessment/attempt-policy";
import { shownPercent } from "~/domain/assessment/grading";
import { reviewRuleOf } from "~/domain/assessment/paper";
import { isExamClosed, reviewPhase } from "~/domain/assessment/review";
import { type EndedBy, windowOf } from "~/domain/assessment/timing";
import { type Exam, paperLength } from "~/domain/course/exam";
import type { Viewer } from "~/domain/permissions/viewer";
import type { Bilingual } from "~/domain/text/bilingual";
import type { Instant } from "~/domain/time/civil-date";
import { type SittingForStart, sittingFor } from "~/models/sittings/sitting-for.server";
import { attemptRule, examEnrolment, extraPercent } from "./exam-enrolment.server";
import { type AttemptInHistory, asPast, pastAttempts } from "./past-attempts.server";

/** An ended attempt in the history; `percent` is whole and rounded down. */
export interface EndedAttempt {
  publicId: string;
  number: number;
  startedAt: Instant;
  endedAt: Instant;
  endedBy: EndedBy;
  score: number;
  maxScore: number;
  percent: number;
  passed: boolean;
  /** items wait for a marker: score and pass are not final */
  pending: boolean;
  /** it counts for nothing */
  void: boolean;
  /** the one that counts by the exam's rule */
  counts: boolean;
  /** false: the review rule keeps the score back at this moment */
  scoreShown: boolean;
}

/** What the exam asks for, for the page before it. */
export interface ExamFacts {
  title: Bilingual;
  items: number;
  minutes: number;
  passPercent: number;
  attempts: number;
  cooldownHours: number;
}

export interface AttemptsOfCourse {
  courseSlug: string;
  courseTitle: Bilingual;
  courseVersionId: number;
  exam: ExamFacts;
  /** attempts of the exam, and those granted on top */
  attemptsAllowed: number;
  /** lessons to finish before the first attempt */
  lessonsLeft: number;
  /** the attempt under way, by its public id */
  open: string | null;
  /** first to last */
  ended: EndedAttempt[];
  /** when attempts may be started; null: no bound, the last instant excluded */
  window: { opensAt: Instant | null; closesAt: Instant | null };
  /** extra time that follows the person, in percent of the minutes */
  extraPercent: number;
  /** true where the exam is taken in exam days only */
  sittingOnly: boolean;
  /** the exam day that concerns the person: open now, else the next; null: none */
  sitting: SittingForStart | null;
  /** the highest score, the earliest of equals */
  best: EndedAttempt | null;
  /** whether the attempts and the cool-down allow another; `lessonsLeft` comes on top */
  next: NextAttempt;
}

/** The viewer's own attempts at a course's exam, and what comes next. Null: not enrolled, or no such course. */
export async function attemptsOf(viewer: Viewer, courseSlug: string, now: Instant): Promise<AttemptsOfCourse | null> {
  const enrolment = await examEnrolment(viewer.personId, courseSlug);
  if (!enrolment) return null;
  const { course, lessonsLeft } = enrolment;
  const past = await pastAttempts(viewer.personId, course.id, now);
  const rule = await attemptRule(viewer.personId, course, now);
  const history = past.map(asPast);
  const counting = countingAttempt(history, course.exam.counts)?.number;
  const passed = history.some(({ end, void: isVoid }) => end?.passed && !isVoid);
  const ended = past.flatMap((attempt) => {
    const { closesAt = windowOf(course.exam).closesAt, end } = attempt;
    const facts = { endedAt: end?.at ?? null, passed, closed: isExamClosed({ closesAt, passed }, now) };
    return endedAttempt(attempt, counting, reviewPhase(reviewRuleOf(course.exam), facts, now).score);
  });
  return {
    courseSlug,
    courseTitle: course.title,
    courseVersionId: course.id,
    exam: examFacts(course.exam),
    attemptsAllowed: rule.attempts + (rule.granted ?? 0),
    lessonsLeft,
    open: past.find(({ result, void: isVoid }) => result === null && !isVoid)?.publicId ?? null,
    ended,
    window: windowOf(course.exam),
    extraPercent: await extraPercent(viewer.personId, now),
    sittingOnly: course.exam.sitting === "required",
    sitting: await sittingFor(viewer.personId, course.courseId, now),
    best: ended
      .filter((one) => !one.void)
      .reduce<EndedAttempt | null>((best, one) => (best && best.score >= one.score ? best : one), null),
    next: nextAttempt(rule, history, now),
  };
}

function examFacts(exam: Exam): ExamFacts {
  return {
    title: exam.title,
    items: paperLength(exam),
    minutes: exam.minutes,
    passPercent: exam.pass_percent,
    attempts: exam.attempts,
    cooldownHours: exam.cooldown_hours,
  };
}

function endedAttempt(attempt: AttemptInHistory, counting: number | undefined, scoreShown: boolean): EndedAttempt[] {
  const { publicId, number, startedAt, end, result, void: isVoid } = attempt;
  if (!end || !result) return [];
  const percent = shownPercent(result.score, result.maxScore);
  const counts = number === counting && !isVoid;
  return [
    {
      publicId,
      number,
      startedAt,
      endedAt: end.at,
      endedBy: end.by,
      ...result,
      percent,
      void: isVoid,
      counts,
      scoreShown,
    },
  ];
}
