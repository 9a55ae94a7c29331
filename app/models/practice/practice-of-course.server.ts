import {
  type LastAnswers,
  type PracticeKind,
  practicePool,
  type SkippableLesson,
  skippableLessons,
  weakOnes,
} from "~/domain/assessment/practice";
import type { VersionQuestion } from "~/domain/course/course-version";
import type { Viewer } from "~/domain/permissions/viewer";
import { type CivilDate, civilDateOf, type Instant, startOfDay } from "~/domain/time/civil-date";
import { bankOf } from "~/models/bank/bank-of.server";
import { readRows } from "~/models/database.server";
import type { CourseOfLearner } from "~/models/enrolment/learning.server";
import { Prisma } from "~/models/generated/client";
import { recordsOf } from "~/models/people/records-of.server";

/** What a person can practise in a course now. */
export interface PracticeOfCourse {
  pool: VersionQuestion[];
  lessons: { key: string; done: boolean }[];
  last: LastAnswers;
  /** questions that they have answered in practice */
  practised: number;
  weak: number;
  /** lessons that a pre-test could skip; empty where none can */
  skippable: SkippableLesson[];
}

export async function practiceOfCourse(
  { version, enrolment }: CourseOfLearner,
  last: LastAnswers,
  now: Instant,
): Promise<PracticeOfCourse> {
  const pool = practicePool(await bankOf(version.id));
  const done = new Set(enrolment?.doneLessonIds ?? []);
  const lessons = version.lessons.map(({ id, key }) => ({ key, done: done.has(id) }));
  return {
    pool,
    lessons,
    last,
    practised: pool.filter(({ key }) => last.has(key)).length,
    weak: weakOnes(pool, last, now).length,
    skippable: skippableLessons(pool, lessons),
  };
}

/** A run of a person in a list. */
export interface RunInList {
  publicId: string;
  kind: PracticeKind;
  startedAt: Instant;
  ended: boolean;
  questions: number;
  answered: number;
  right: number;
}

/** A person's last runs in a course version, newest first. */
export async function runsOf(personId: number, courseVersionId: number, most: number): Promise<RunInList[]> {
  const rows = await readRows<{
    public_id: string;
    kind: string;
    started_at: string;
    ended_at: string | null;
    questions: number;
    answered: number;
    right_ones: number;
  }>(Prisma.sql`
    SELECT r.public_id, r.kind, r.started_at, r.ended_at, json_array_length(r.paper, '$.items') AS questions,
      (SELECT COUNT(*) FROM practice_answer a WHERE a.run_id = r.id) AS answered,
      (SELECT COUNT(*) FROM practice_answer a WHERE a.run_id = r.id AND a.share = 1) AS right_ones
    FROM practice_run r
    WHERE r.person_id IN ${recordsOf(personId)} AND r.course_version_id = ${courseVersionId}
    ORDER BY r.id DESC LIMIT ${most}`);
  return rows.map((row) => ({
    publicId: row.public_id,
    kind: row.kind as PracticeKind,
    startedAt: row.started_at,
    ended: row.ended_at !== null,
    questions: row.questions,
    answered: row.answered,
    right: row.right_ones,
  }));
}

/** True when the person has begun a pre-test of this course version on the day already. */
export async function hadPreTest(viewer: Viewer, courseVersionId: number, now: Instant): Promise<boolean> {
  const day: CivilDate = civilDateOf(now);
  const rows = await readRows(Prisma.sql`
    SELECT 1 FROM practice_run
    WHERE person_id IN ${recordsOf(viewer.personId)} AND course_version_id = ${courseVersionId} AND kind = 'pre-test'
      AND started_at >= ${startOfDay(day)} LIMIT 1`);
  return rows.length > 0;
}
