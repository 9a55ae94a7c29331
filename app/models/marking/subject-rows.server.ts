import type { Markable, Place } from "~/domain/assessment/marking";
import type { Instant } from "~/domain/time/civil-date";
import { questionVersion } from "../course/question-version.server";
import type { Rows } from "../database.server";
import { Prisma } from "../generated/client";
import { keptRecords } from "../people/records-of.server";

export interface RecordedPlace extends Place {
  id: number;
  publicId: string;
  accountId: number;
  takenAt: Instant;
  finishedAt: Instant | null;
}

/** What waits, or waited, for markers, with who marks it. */
export interface RecordedSubject extends Markable {
  id: number;
  publicId: string;
  kind: "task" | "item" | "appeal";
  workId: number | null;
  attemptId: number | null;
  item: number | null;
  round: number;
  questionVersionId: number | null;
  courseId: number;
  since: Instant;
  told: boolean;
  places: RecordedPlace[];
}

/**
 * Subjects `s` that are still to be marked or told: not told yet, a task not given back, an attempt neither void nor in another
 * round since.
 */
export const LIVE = Prisma.sql`(NOT EXISTS (SELECT 1 FROM mark_release t WHERE t.subject_id = s.id)
  AND NOT EXISTS (SELECT 1 FROM task_return b WHERE s.kind = 'task' AND b.work_id = s.work_id AND b.round = s.round)
  AND (s.attempt_id IS NULL OR EXISTS (SELECT 1 FROM attempt_standing r
    WHERE r.attempt_id = s.attempt_id AND r.round = s.round AND NOT r.void)))`;

/** Marks `m` of places `p` at other subjects `o` of what an appeal `s` is about. */
const APPEALED_MARKS = Prisma.sql`marking_subject o JOIN marking_place p ON p.subject_id = o.id AND p.retracted_change IS NULL
  JOIN mark m ON m.place_id = p.id
  WHERE s.kind = 'appeal' AND o.id < s.id AND (o.work_id = s.work_id OR o.attempt_id = s.attempt_id)`;

/** That none of these people, by their records, has marked what the appeal `s` is against. */
export function markedByNoneOf(records: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`NOT EXISTS (SELECT 1 FROM ${APPEALED_MARKS} AND p.person_id IN ${records})`;
}

interface SubjectRow {
  id: bigint;
  public_id: string;
  kind: "task" | "item" | "appeal";
  work_id: bigint | null;
  attempt_id: bigint | null;
  item: bigint | null;
  round: bigint;
  question_version_id: bigint | null;
  course_id: bigint;
  person_id: bigint;
  unit_id: bigint | null;
  markers: bigint;
  threshold: number;
  since: string;
  live: bigint | boolean;
  told: bigint | boolean;
  barred: string | null;
}

/** Subjects by a condition on `s` (marking_subject), oldest first, with their places: three statements. */
export async function subjectsWhere(client: Rows, where: Prisma.Sql, most: number): Promise<RecordedSubject[]> {
  const rows = await client.$queryRaw<SubjectRow[]>`
    SELECT s.id, s.public_id, s.kind, s.work_id, s.attempt_id, s.item, s.round, s.question_version_id, s.course_id,
      s.person_id, s.unit_id, s.markers, s.threshold, c.at AS since, ${LIVE} AS live,
      EXISTS (SELECT 1 FROM mark_release t WHERE t.subject_id = s.id) AS told,
      (SELECT group_concat(p.person_id) FROM ${APPEALED_MARKS}) AS barred
    FROM marking_subject s JOIN change c ON c.id = s.recorded_change
    WHERE ${where} ORDER BY s.id LIMIT ${most}`;
  if (rows.length === 0) return [];
  const places = await placesOf(
    client,
    rows.map(({ id }) => Number(id)),
  );
  const kept = await keptRecords(client);
  const person = (id: number) => kept.get(id) ?? id;
  return Promise.all(
    rows.map(async (row) => ({
      id: Number(row.id),
      publicId: row.public_id,
      kind: row.kind,
      workId: row.work_id === null ? null : Number(row.work_id),
      attemptId: row.attempt_id === null ? null : Number(row.attempt_id),
      item: row.item === null ? null : Number(row.item),
      round: Number(row.round),
      questionVersionId: row.question_version_id === null ? null : Number(row.question_version_id),
      courseId: Number(row.course_id),
      personId: person(Number(row.person_id)),
      unitId: row.unit_id === null ? null : Number(row.unit_id),
      markers: Number(row.markers),
      threshold: Number(row.threshold),
      otherUnit: await asksForAnotherUnit(row.question_version_id),
      barred: (row.barred ?? "").split(",").filter(Boolean).map(Number).map(person),
      closed: !row.live,
      told: Boolean(row.told),
      since: row.since,
      places: (places.get(Number(row.id)) ?? []).map((place) => ({ ...place, personId: person(place.personId) })),
    })),
  );
}

async function asksForAnotherUnit(questionVersionId: bigint | null): Promise<boolean> {
  if (questionVersionId === null) return false;
  const question = await questionVersion(Number(questionVersionId));
  return question.type === "task" && question.other_unit === true;
}

async function placesOf(client: Rows, subjects: readonly number[]): Promise<Map<number, RecordedPlace[]>> {
  const rows = await client.$queryRaw<
    {
      id: bigint;
      public_id: string;
      subject_id: bigint;
      place: bigint;
      person_id: bigint;
      account_id: bigint;
      at: string;
      points: number | null;
      max_points: number | null;
      finished_at: string | null;
    }[]
  >`
    SELECT p.id, p.public_id, p.subject_id, p.place, p.person_id, p.account_id, p.at, m.points, m.max_points,
      m.at AS finished_at
    FROM marking_place p LEFT JOIN mark m ON m.place_id = p.id
    WHERE p.retracted_change IS NULL AND p.subject_id IN (${Prisma.raw(subjects.map(Number).join(","))})
    ORDER BY p.place`;
  const places = new Map<number, RecordedPlace[]>();
  for (const row of rows) {
    const of = places.get(Number(row.subject_id)) ?? [];
    places.set(Number(row.subject_id), of);
    of.push({
      id: Number(row.id),
      publicId: row.public_id,
      place: Number(row.place),
      personId: Number(row.person_id),
      accountId: Number(row.account_id),
      takenAt: row.at,
      finishedAt: row.finished_at,
      mark: row.finished_at === null ? null : { points: Number(row.points), max: Number(row.max_points) },
    });
  }
  return places;
}
