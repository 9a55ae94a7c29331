import type { NextAttempt } from "~/domain/assessment/attempt-policy";
import { practicePool } from "~/domain/assessment/practice";
import { paperLength } from "~/domain/course/exam";
import { type BridgeStep, bridgeSteps } from "~/domain/enrolment/bridge-step";
import type { DutyState } from "~/domain/enrolment/duties";
import type { Viewer } from "~/domain/permissions/viewer";
import { type CivilDate, civilDateOf, type Instant } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { bankOf } from "~/models/bank/bank-of.server";
import { organisationAsOf } from "~/models/organisation/organisation-facts.server";
import { type TaskLine, tasksOf } from "~/models/tasks/tasks-of-course.server";
import { type DutyExplanation, explainDuty } from "./explain-duty.server";
import { type CourseOfLearner, courseOf, type Learning, learningOf } from "./learning.server";

/** A course in a list. */
export interface CourseCard {
  slug: string;
  title: string;
  summary: string;
  minutes: number;
  steps: BridgeStep[];
  progress: { done: number; total: number };
  duty: { programme: string; state: DutyState; due: CivilDate; daysLeft: number } | null;
  passedOn: CivilDate | null;
}

/** The courses of the viewer on a date: those with a duty first, by their date. */
export async function courseCardsOf(viewer: Viewer, language: Language, now: Instant): Promise<CourseCard[]> {
  const { courses } = await learningOf(viewer, now);
  return courses
    .map((course) => cardOf(course, language))
    .sort((a, b) => (a.duty?.due ?? "9999").localeCompare(b.duty?.due ?? "9999"));
}

export function cardOf({ version, enrolment, duty, standing }: CourseOfLearner, language: Language): CourseCard {
  const passed = enrolment?.attempts.find(({ end }) => end?.passed)?.end?.at;
  return {
    slug: version.slug,
    title: version.title[language],
    summary: version.summary[language],
    minutes: version.lessons.reduce((sum, { minutes }) => sum + minutes, 0),
    steps: bridgeSteps(
      version.lessons.map(({ id }) => id),
      enrolment?.doneLessonIds ?? [],
    ),
    progress: { done: standing.progress.done, total: standing.progress.total },
    duty: duty && { programme: duty.programme, state: duty.state, due: duty.due, daysLeft: duty.daysLeft },
    passedOn: passed ? civilDateOf(passed) : null,
  };
}

/** An entry of a course's contents. */
export interface LessonEntry {
  key: string;
  number: number;
  title: string;
  minutes: number;
  done: boolean;
  /** done by a pre-test: known already */
  known: boolean;
}

export interface CoursePage extends CourseCard {
  audience: string;
  version: string;
  reviewBy: CivilDate;
  lessons: LessonEntry[];
  /** key of the lesson to go on with; null: all are done */
  nextLesson: string | null;
  why: DutyExplanation | null;
  exam: { minutes: number; questions: number; passPercent: number; attempts: number; next: NextAttempt };
  openAttempt: string | null;
  tasks: TaskLine[];
  /** whether the viewer has begun it: tasks open then */
  begun: boolean;
  /** questions for practice */
  practice: number;
}

/** The page of one course; null: there is none by this slug. */
export async function coursePage(
  viewer: Viewer,
  slug: string,
  language: Language,
  now: Instant,
): Promise<CoursePage | null> {
  const found = await courseOf(viewer, slug, now);
  if (!found) return null;
  const { learning, course } = found;
  const { version, standing, enrolment } = course;
  return {
    ...cardOf(course, language),
    audience: version.audience[language],
    version: version.number,
    reviewBy: version.reviewBy,
    lessons: lessonEntries(course, language),
    nextLesson:
      standing.progress.nextLesson === null ? null : (version.lessons[standing.progress.nextLesson]?.key ?? null),
    why: await whyOf(course, learning, language),
    exam: {
      minutes: version.exam.minutes,
      questions: paperLength(version.exam),
      passPercent: version.exam.pass_percent,
      attempts: version.exam.attempts,
      next: standing.exam,
    },
    openAttempt: enrolment?.attempts.find(({ end }) => end === null)?.publicId ?? null,
    tasks: await tasksOf(viewer, version.id, language),
    begun: enrolment !== null,
    practice: practicePool(await bankOf(version.id)).length,
  };
}

async function whyOf(course: CourseOfLearner, learning: Learning, language: Language): Promise<DutyExplanation | null> {
  if (!course.duty) return null;
  const organisation = await organisationAsOf(learning.today);
  return explainDuty(course.duty, {
    frameworks: learning.frameworks,
    rules: learning.rules.rules,
    organisation,
    language,
  });
}

export function lessonEntries({ version, enrolment }: CourseOfLearner, language: Language): LessonEntry[] {
  const done = new Set(enrolment?.doneLessonIds ?? []);
  const known = new Set(enrolment?.knownLessonIds ?? []);
  return version.lessons.map((lesson) => ({
    key: lesson.key,
    number: lesson.ordinal,
    title: lesson.title[language],
    minutes: lesson.minutes,
    done: done.has(lesson.id),
    known: known.has(lesson.id),
  }));
}
