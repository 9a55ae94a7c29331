import { LRUCache } from "lru-cache";
import type { Paper } from "~/domain/assessment/paper";
import type { AttemptTimes, EndedBy } from "~/domain/assessment/timing";
import type { CourseVersion } from "~/domain/course/course-version";
import type { Instant } from "~/domain/time/civil-date";
import { getCourseVersion } from "~/models/course/course-versions.server";
import { reader, readRows } from "~/models/database.server";
import { Prisma, type PrismaClient } from "~/models/generated/client";
import { keptRecord, recordsOf } from "~/models/people/records-of.server";
import { paperOf } from "./paper-of.server";

/** An attempt with its paper and how it stands. It holds the key: nothing of `paper` goes out as it is. */
export interface FoundAttempt extends AttemptTimes {
  id: number;
  publicId: string;
  /** the kept record, where theirs was merged */
  personId: number;
  course: CourseVersion;
  number: number;
  startedAt: Instant;
  paper: Paper;
  sittingId: number | null;
  /** how often it was reopened */
  round: number;
  /** why it counts for nothing; null: it counts */
  void: { reason: string } | null;
  /** it is worked on at one device at a time */
  oneDevice: boolean;
  /** of the present round; null: still open, or its end is not recorded yet */
  result: { score: number; maxScore: number; passed: boolean; pending: boolean; marks: string } | null;
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
  id: number;
  public_id: string;
  person_id: number;
  course_version_id: number;
  number: number;
  started_at: string;
  sitting_id: number | null;
  deadline_at: string;
  round: number;
  void_reason: string | null;
  one_device: number | null;
  ended_at: string | null;
  ended_by: string | null;
  score: number | null;
  max_score: number | null;
  passed: number | null;
  pending: number | null;
  marks: string | null;
}

async function find(where: Prisma.Sql): Promise<FoundAttempt | null> {
  const [row] = await readRows<AttemptRow>(Prisma.sql`
    SELECT a.id, a.public_id, ${keptRecord("a.person_id")} AS person_id, a.course_version_id, a.number, a.started_at,
      a.sitting_id, s.deadline_at, s.round, s.ended_at, s.ended_by, s.score, s.max_score, s.passed, s.pending, s.marks,
      (SELECT v.reason FROM attempt_void v WHERE v.attempt_id = a.id AND v.retracted_change IS NULL) AS void_reason,
      (SELECT p.one_device FROM sitting_plan p WHERE p.sitting_id = a.sitting_id AND p.retracted_change IS NULL) AS one_device
    FROM attempt a JOIN attempt_standing s ON s.attempt_id = a.id
    WHERE ${where}`);
  if (!row) return null;
  const [course, paper] = await Promise.all([getCourseVersion(row.course_version_id), frozenPaper(row)]);
  return fromRow(row, course, paper);
}

const MOST_PAPERS = 5_000;
// a paper is frozen: read once while it is worked on. One memory a connection
const memories = new WeakMap<PrismaClient, LRUCache<number, Paper>>();

async function frozenPaper({ id, course_version_id }: AttemptRow): Promise<Paper> {
  const client = await reader();
  let papers = memories.get(client);
  if (!papers) {
    papers = new LRUCache({ max: MOST_PAPERS });
    memories.set(client, papers);
  }
  const known = papers.get(id);
  if (known) return known;
  const [stored] = await readRows<{ paper: string }>(Prisma.sql`SELECT paper FROM attempt WHERE id = ${id}`);
  if (!stored) throw new Error(`attempt ${id} is gone`);
  const paper = await paperOf(stored.paper, course_version_id);
  papers.set(id, paper);
  return paper;
}

function fromRow(row: AttemptRow, course: CourseVersion, paper: Paper): FoundAttempt {
  return {
    id: row.id,
    publicId: row.public_id,
    personId: row.person_id,
    course,
    number: row.number,
    startedAt: row.started_at,
    deadlineAt: row.deadline_at,
    paper,
    sittingId: row.sitting_id,
    round: row.round,
    void: row.void_reason === null ? null : { reason: row.void_reason },
    oneDevice: course.exam.devices === "one" || row.one_device === 1,
    end: row.ended_at === null ? null : { at: row.ended_at, by: row.ended_by as EndedBy },
    result:
      row.ended_at === null
        ? null
        : {
            score: row.score ?? 0,
            maxScore: row.max_score ?? 0,
            passed: row.passed === 1,
            pending: row.pending === 1,
            marks: row.marks ?? "[]",
          },
  };
}
