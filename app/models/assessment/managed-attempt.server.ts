import type { AttemptStanding } from "~/domain/assessment/attempt-acts";
import type { Power } from "~/domain/permissions/role";
import type { Viewer } from "~/domain/permissions/viewer";
import type { CivilDate, Instant } from "~/domain/time/civil-date";
import type { Rows } from "../database.server";
import { Prisma } from "../generated/client";
import { keptRecord, recordsOf } from "../people/records-of.server";
import { holding, inScope, type Scope, scopeOf } from "../reporting/scope-units.server";

/** An attempt of somebody in the viewer's reach, as far as acts on it ask. */
export interface ManagedAttempt {
  id: number;
  publicId: string;
  /** the kept record, where theirs was merged */
  personId: number;
  /** the viewer's own: nobody acts on oneself */
  own: boolean;
  courseId: number;
  courseVersionId: number;
  enrolmentId: number;
  number: number;
  startedAt: Instant;
  endedAt: Instant | null;
  round: number;
  standing: AttemptStanding;
}

/**
 * Whether a person serves within a scope, as a condition: by a post that they hold on the date; of whoever holds none, for those
 * whose reach is everywhere.
 */
export function servesIn(scope: Scope, person: Prisma.Sql, today: CivilDate): Prisma.Sql {
  if (scope.units === "all") return Prisma.sql`1 = 1`;
  return Prisma.sql`EXISTS (SELECT 1 FROM posting o JOIN post s ON s.id = o.post_id
    WHERE o.person_id IN ${recordsOf(person)} AND ${holding("o", today)} AND ${inScope(scope, "s.unit_id")})`;
}

/** The attempts `a` that a condition names and that are of people in the viewer's reach. Inside a write pass its rows. */
export async function managedAttempts(
  client: Pick<Rows, "$queryRaw">,
  viewer: Viewer,
  where: Prisma.Sql,
  today: CivilDate,
  power: Power = "manage-exams",
): Promise<ManagedAttempt[]> {
  const scope = await scopeOf(viewer, power, today);
  const rows = await client.$queryRaw<
    {
      id: bigint;
      public_id: string;
      person_id: bigint;
      own: bigint;
      course_id: bigint;
      course_version_id: bigint;
      enrolment_id: bigint;
      number: bigint;
      started_at: string;
      ended_at: string | null;
      deadline_at: string;
      round: bigint;
      void: bigint;
      result_id: bigint | null;
      passed: bigint | boolean | null;
      pending: bigint | boolean | null;
    }[]
  >`
    SELECT a.id, a.public_id, ${keptRecord("a.person_id")} AS person_id,
      a.person_id IN ${recordsOf(viewer.personId)} AS own, v.course_id, a.course_version_id, a.enrolment_id, a.number,
      a.started_at, r.ended_at, r.deadline_at, r.round, r.void, r.result_id, r.passed, r.pending
    FROM attempt a
    JOIN attempt_standing r ON r.attempt_id = a.id
    JOIN course_version v ON v.id = a.course_version_id
    WHERE ${where} AND ${servesIn(scope, keptRecord("a.person_id"), today)} ORDER BY a.id`;
  return rows.map((row) => ({
    id: Number(row.id),
    publicId: row.public_id,
    personId: Number(row.person_id),
    own: Boolean(row.own),
    courseId: Number(row.course_id),
    courseVersionId: Number(row.course_version_id),
    enrolmentId: Number(row.enrolment_id),
    number: Number(row.number),
    startedAt: row.started_at,
    endedAt: row.ended_at,
    round: Number(row.round),
    standing: {
      deadlineAt: row.deadline_at,
      void: Boolean(row.void),
      result: row.result_id === null ? null : { passed: Boolean(row.passed), pending: Boolean(row.pending) },
    },
  }));
}

/** One of them by its public id; null for an unknown one and for somebody out of reach. */
export async function managedAttempt(
  client: Pick<Rows, "$queryRaw">,
  viewer: Viewer,
  publicId: string,
  today: CivilDate,
): Promise<ManagedAttempt | null> {
  const [attempt] = await managedAttempts(client, viewer, Prisma.sql`a.public_id = ${publicId}`, today);
  return attempt ?? null;
}
