import { type NextAttempt, nextAttempt } from "~/domain/assessment/attempt-policy";
import { shownPercent } from "~/domain/assessment/grading";
import type { EndedBy } from "~/domain/assessment/timing";
import { type Exam, paperLength } from "~/domain/course/exam";
import type { Viewer } from "~/domain/permissions/viewer";
import type { Bilingual } from "~/domain/text/bilingual";
import type { Instant } from "~/domain/time/civil-date";
import { attemptRule, examEnrolment } from "./exam-enrolment.server";
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
  /** lessons to finish before the first attempt */
  lessonsLeft: number;
  /** the attempt under way, by its public id */
  open: string | null;
  /** first to last */
  ended: EndedAttempt[];
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
  const ended = past.flatMap(endedAttempt);
  return {
    courseSlug,
    courseTitle: course.title,
    courseVersionId: course.id,
    exam: examFacts(course.exam),
    lessonsLeft,
    open: past.find(({ result }) => result === null)?.publicId ?? null,
    ended,
    best: ended.reduce<EndedAttempt | null>((best, one) => (best && best.score >= one.score ? best : one), null),
    next: nextAttempt(await attemptRule(viewer.personId, course, now), past.map(asPast), now),
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

function endedAttempt({ publicId, number, startedAt, end, result }: AttemptInHistory): EndedAttempt[] {
  if (!end || !result) return [];
  const percent = shownPercent(result.score, result.maxScore);
  return [{ publicId, number, startedAt, endedAt: end.at, endedBy: end.by, ...result, percent }];
}
