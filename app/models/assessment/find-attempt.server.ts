import type { Paper } from "~/domain/assessment/paper";
import type { AttemptTimes, EndedBy } from "~/domain/assessment/timing";
import type { CourseVersion } from "~/domain/course/course-version";
import type { Instant } from "~/domain/time/civil-date";
import { getCourseVersion } from "~/models/course/course-versions.server";
import { reader } from "~/models/database.server";
import { Prisma } from "~/models/generated/client";
import { keptRecord, recordsOf } from "~/models/people/records-of.server";

/** An attempt with its paper and what is recorded of its end. It holds the key: nothing of `paper` goes out as it is. */
export interface FoundAttempt extends AttemptTimes {
  id: number;
  publicId: string;
  /** the kept record, where theirs was merged */
  personId: number;
  course: CourseVersion;
  number: number;
  startedAt: Instant;
  paper: Paper;
  result: { score: number; maxScore: number; passed: boolean; marks: string } | null;
}

/** An attempt of this person by its public id; null for an unknown one and for somebody else's. */
export function findAttemptOf(personId: number, publicId: string): Promise<FoundAttempt | null> {
  return find(Prisma.sql`a.public_id = ${publicId} AND a.person_id IN ${recordsOf(personId)}`);
}

/** Any attempt, for work that no viewer asks for: never to answer a request. */
export function findAttempt(id: number): Promise<FoundAttempt | null> {
  return find(Prisma.sql`a.id = ${id}`);
}

interface AttemptRow {
  id: bigint;
  public_id: string;
  person_id: bigint;
  course_version_id: bigint;
  number: bigint;
  started_at: string;
  deadline_at: string;
  paper: string;
  ended_at: string | null;
  ended_by: string | null;
  score: number | null;
  max_score: number | null;
  passed: boolean | bigint | null;
  marks: string | null;
}

async function find(where: Prisma.Sql): Promise<FoundAttempt | null> {
  const client = await reader();
  const [row] = await client.$queryRaw<AttemptRow[]>`
    SELECT a.id, a.public_id, ${keptRecord("a.person_id")} AS person_id, a.course_version_id, a.number, a.started_at, a.deadline_at, a.paper,
      r.ended_at, r.ended_by, r.score, r.max_score, r.passed, r.marks
    FROM attempt a LEFT JOIN attempt_result r ON r.attempt_id = a.id
    WHERE ${where}`;
  return row ? fromRow(row, await getCourseVersion(Number(row.course_version_id))) : null;
}

function fromRow(row: AttemptRow, course: CourseVersion): FoundAttempt {
  const ended = row.ended_at !== null;
  return {
    id: Number(row.id),
    publicId: row.public_id,
    personId: Number(row.person_id),
    course,
    number: Number(row.number),
    startedAt: row.started_at,
    deadlineAt: row.deadline_at,
    paper: JSON.parse(row.paper) as Paper,
    end: row.ended_at === null ? null : { at: row.ended_at, by: row.ended_by as EndedBy },
    result: ended
      ? {
          score: Number(row.score),
          maxScore: Number(row.max_score),
          passed: Boolean(row.passed),
          marks: row.marks ?? "[]",
        }
      : null,
  };
}
