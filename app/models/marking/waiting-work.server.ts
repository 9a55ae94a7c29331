import { type Marker, placeFor } from "~/domain/assessment/marking";
import type { Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import { type Rows, reader } from "../database.server";
import { Prisma } from "../generated/client";
import { recordsOf } from "../people/records-of.server";
import { inScope, scopeOf } from "../reporting/scope-units.server";
import { LIVE, markedByNoneOf, type RecordedSubject, subjectsWhere } from "./subject-rows.server";

/** The oldest that are looked at; what is newer waits its turn. */
const MOST_LOOKED_AT = 2000;

/** Which work: on one question, or appeals against papers of one course. */
export interface WorkKind {
  kind: RecordedSubject["kind"];
  questionVersionId: number | null;
  courseId: number;
}

/**
 * What the viewer could take on now, oldest first: in the reach of their power to mark, with a place free for them. Which of it
 * they may mark is said by the domain's `placeFor`; the conditions here only spare it what is never theirs.
 */
export async function waitingFor(viewer: Viewer, marker: Marker, today: CivilDate): Promise<RecordedSubject[]> {
  const client = await reader();
  const scope = await scopeOf(viewer, "mark-work", today);
  const mine = recordsOf(viewer.personId);
  const found = await subjectsWhere(
    client,
    Prisma.sql`${inScope(scope, "s.unit_id")} AND ${LIVE} AND s.person_id NOT IN ${mine} AND ${markedByNoneOf(mine)}
      AND NOT EXISTS (SELECT 1 FROM marking_place p WHERE p.subject_id = s.id AND p.retracted_change IS NULL
        AND p.person_id IN ${mine})
      AND (SELECT COUNT(*) FROM marking_place p WHERE p.subject_id = s.id AND p.retracted_change IS NULL)
        < CASE WHEN s.markers < 2 THEN 1 ELSE 3 END`,
    MOST_LOOKED_AT,
  );
  return found.filter((subject) => "place" in placeFor(subject, subject.places, marker));
}

/** One subject by its row id, as it is within a write. */
export async function subjectById(rows: Rows, id: number): Promise<RecordedSubject | null> {
  const [subject] = await subjectsWhere(rows, Prisma.sql`s.id = ${id}`, 1);
  return subject ?? null;
}

export function isOfKind(subject: RecordedSubject, { kind, questionVersionId, courseId }: WorkKind): boolean {
  return subject.kind === kind && subject.questionVersionId === questionVersionId && subject.courseId === courseId;
}
