import type { MarkEvidence } from "~/domain/evidence-file/evidence-file";
import type { CivilDate } from "~/domain/time/civil-date";
import { namesOfAccounts } from "../access/names-of-accounts.server";
import type { Rows } from "../database.server";
import { Prisma } from "../generated/client";
import { namesOfPeople } from "../marking/names-of-people.server";

export interface SubjectMarks extends MarkEvidence {
  attemptId: number | null;
  workId: number | null;
  subjectId: number;
  changes: number[];
}

interface PlaceRow {
  subject_id: bigint;
  place: bigint;
  person_id: bigint;
  content: string | null;
  points: number | null;
  max_points: number | null;
  at: string | null;
  recorded_change: bigint | null;
}

/** What people marked of subjects that a condition on `s` names: who, what the sheets say, and what was told. */
export async function markEvidence(client: Rows, where: Prisma.Sql, today: CivilDate): Promise<SubjectMarks[]> {
  const subjects = await client.$queryRaw<
    {
      id: bigint;
      kind: string;
      attempt_id: bigint | null;
      work_id: bigint | null;
      item: bigint | null;
      round: bigint;
      recorded_change: bigint;
    }[]
  >`SELECT s.id, s.kind, s.attempt_id, s.work_id, s.item, s.round, s.recorded_change FROM marking_subject s
    WHERE ${where} ORDER BY s.id`;
  if (subjects.length === 0) return [];
  const ids = subjects.map(({ id }) => Number(id));
  const places = await client.$queryRaw<PlaceRow[]>`
    SELECT p.subject_id, p.place, p.person_id, m.content, m.points, m.max_points, m.at, m.recorded_change
    FROM marking_place p LEFT JOIN mark m ON m.place_id = p.id
    WHERE p.retracted_change IS NULL AND p.subject_id IN (${Prisma.join(ids)}) ORDER BY p.subject_id, p.place`;
  const releases = await client.mark_release.findMany({ where: { subject_id: { in: ids } } });
  const [people, accounts] = await Promise.all([
    namesOfPeople(
      places.map(({ person_id }) => Number(person_id)),
      today,
    ),
    namesOfAccounts(
      releases.map(({ account_id }) => account_id),
      today,
    ),
  ]);
  return subjects.map((subject) => {
    const id = Number(subject.id);
    const here = places.filter(({ subject_id }) => Number(subject_id) === id);
    const told = releases.find(({ subject_id }) => subject_id === id);
    return {
      subjectId: id,
      attemptId: subject.attempt_id === null ? null : Number(subject.attempt_id),
      workId: subject.work_id === null ? null : Number(subject.work_id),
      kind: subject.kind,
      item: subject.item === null ? null : Number(subject.item),
      round: Number(subject.round),
      markers: here.map((row) => ({
        name: people.get(Number(row.person_id)) ?? "",
        place: Number(row.place),
        points: row.points,
        max: row.max_points,
        sheet: row.content === null ? null : (JSON.parse(row.content) as unknown),
        at: row.at,
      })),
      told: told
        ? {
            points: told.points,
            max: told.max_points,
            how: told.how,
            passed: told.passed,
            by: accounts.get(told.account_id) ?? null,
            at: told.at,
          }
        : null,
      changes: [
        Number(subject.recorded_change),
        ...here.flatMap(({ recorded_change }) => (recorded_change === null ? [] : [Number(recorded_change)])),
        ...(told ? [told.recorded_change] : []),
      ],
    };
  });
}

/** What stands in a file: without the keys of rows. */
export function asMark({ kind, item, round, markers, told }: SubjectMarks): MarkEvidence {
  return { kind, item, round, markers, told };
}
