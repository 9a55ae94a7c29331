import { type FinalPoints, finalPoints } from "~/domain/assessment/marking";
import type { Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import { type Rows, reader } from "../database.server";
import { Prisma } from "../generated/client";
import { recordsOf } from "../people/records-of.server";
import { inScope, scopeOf } from "../reporting/scope-units.server";
import { LIVE, type RecordedSubject, subjectsWhere } from "./subject-rows.server";

/** A subject with the points that come of its marks; null while a place is open. */
export interface Marked {
  subject: RecordedSubject;
  final: FinalPoints | null;
}

/**
 * What is told to a person at once: the marks of a task or of an appeal; of an exam, those of all its items that wait, so that its
 * result is whole. Told by the id of the subject, or of the first of an exam's.
 */
export interface Tellable {
  id: string;
  marked: Marked[];
  /** every place holds a finished mark */
  ready: boolean;
}

const MOST = 3000;

/** What of the viewer's reach of the power to tell marks is not told yet, never their own, oldest first. */
export async function untold(viewer: Viewer, today: CivilDate): Promise<Tellable[]> {
  const scope = await scopeOf(viewer, "release-marks", today);
  const where = Prisma.sql`${inScope(scope, "s.unit_id")} AND ${LIVE} AND s.person_id NOT IN ${recordsOf(viewer.personId)}`;
  return tellables(await subjectsWhere(await reader(), where, MOST));
}

/** The same thing again, within a write. */
export async function tellableNow(rows: Rows, { marked }: Tellable): Promise<Tellable | null> {
  const [first] = marked;
  if (!first) return null;
  const { attemptId, kind, round, id } = first.subject;
  const same =
    kind === "item"
      ? Prisma.sql`s.kind = 'item' AND s.attempt_id = ${attemptId} AND s.round = ${round}`
      : Prisma.sql`s.id = ${id}`;
  const [now] = tellables(await subjectsWhere(rows, Prisma.sql`${same} AND ${LIVE}`, MOST));
  return now ?? null;
}

function tellables(subjects: readonly RecordedSubject[]): Tellable[] {
  const groups = new Map<string, Marked[]>();
  for (const subject of subjects) {
    const key = subject.kind === "item" ? `attempt ${subject.attemptId}` : subject.publicId;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push({ subject, final: finalPoints(subject, subject.places) });
  }
  return [...groups.values()].flatMap((marked) => {
    const [first] = marked;
    return first ? [{ id: first.subject.publicId, marked, ready: marked.every(({ final }) => final !== null) }] : [];
  });
}
