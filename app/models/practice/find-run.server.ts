import type { AnswerValue } from "~/domain/assessment/answer-value";
import type { Paper } from "~/domain/assessment/paper";
import type { PracticeKind } from "~/domain/assessment/practice";
import type { CourseVersion } from "~/domain/course/course-version";
import type { Instant } from "~/domain/time/civil-date";
import { paperOf } from "~/models/assessment/paper-of.server";
import { getCourseVersion } from "~/models/course/course-versions.server";
import { readRows } from "~/models/database.server";
import { Prisma } from "~/models/generated/client";
import { recordsOf } from "~/models/people/records-of.server";

/** An answer of a run; `value` in the tokens of its paper. */
export interface PracticeAnswer {
  item: number;
  value: AnswerValue;
  share: number;
}

/** A practice run with its paper and what was answered. It holds the key: nothing of `paper` goes out as it is. */
export interface PracticeRun {
  id: number;
  publicId: string;
  kind: PracticeKind;
  course: CourseVersion;
  paper: Paper;
  startedAt: Instant;
  endedAt: Instant | null;
  /** in the order of the paper */
  answers: PracticeAnswer[];
}

/** A run of this person by its public id; null for an unknown one and for somebody else's. */
export async function findRunOf(personId: number, publicId: string): Promise<PracticeRun | null> {
  const [row] = await readRows<{
    id: number;
    course_version_id: number;
    kind: string;
    paper: string;
    started_at: string;
    ended_at: string | null;
  }>(Prisma.sql`
    SELECT id, course_version_id, kind, paper, started_at, ended_at FROM practice_run
    WHERE public_id = ${publicId} AND person_id IN ${recordsOf(personId)}`);
  if (!row) return null;
  const [course, paper, answers] = await Promise.all([
    getCourseVersion(row.course_version_id),
    paperOf(row.paper, row.course_version_id),
    readRows<{ item: number; value: string; share: number }>(
      Prisma.sql`SELECT item, value, share FROM practice_answer WHERE run_id = ${row.id} ORDER BY item`,
    ),
  ]);
  return {
    id: row.id,
    publicId,
    kind: row.kind as PracticeKind,
    course,
    paper,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    answers: answers.map(({ item, value, share }) => ({ item, share, value: JSON.parse(value) as AnswerValue })),
  };
}
