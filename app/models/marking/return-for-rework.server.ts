import { isFullyMarked } from "~/domain/assessment/marking";
import { taskTitle } from "~/domain/assessment/task-title";
import type { Viewer } from "~/domain/permissions/viewer";
import { type CivilDate, civilDateOf, type Instant } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { actingFor } from "../access/acting-for.server";
import { questionVersion } from "../course/question-version.server";
import { isDuplicate, type Rows, reader, recordChange } from "../database.server";
import { Prisma } from "../generated/client";
import { recordsOf } from "../people/records-of.server";
import { inScope, scopeOf } from "../reporting/scope-units.server";
import { returnTask } from "../tasks/return-task.server";
import { findPlace, isOpenPlace } from "./find-place.server";
import { namesOfPeople } from "./names-of-people.server";
import { type RecordedSubject, subjectsWhere } from "./subject-rows.server";

export type ReworkOutcome = "returned" | "not-possible" | "words-missing";

/** A marker gives a task back instead of marking it: nobody marks this round any more. Null for a place not the viewer's. */
export async function returnFromPlace(
  viewer: Viewer,
  placeId: string,
  note: string,
  at: Instant,
): Promise<ReworkOutcome | null> {
  const today = civilDateOf(at);
  const find = async (rows: Rows) => {
    const own = await findPlace(rows, viewer, placeId, today);
    return own && { subject: own.subject, may: own.subject.kind === "task" && isOpenPlace(own) };
  };
  return give(viewer, "mark-work", find, note, at);
}

/** Whether a task can be given back after it was marked: before its marks are told; afterwards, where it did not pass. */
async function markedTask(rows: Rows, viewer: Viewer, subjectId: string, today: CivilDate) {
  const scope = await scopeOf(viewer, "release-marks", today);
  const [subject] = await subjectsWhere(
    rows,
    Prisma.sql`s.public_id = ${subjectId} AND s.kind = 'task' AND ${inScope(scope, "s.unit_id")}
      AND s.person_id NOT IN ${recordsOf(viewer.personId)}`,
    1,
  );
  if (!subject || !isFullyMarked(subject, subject.places)) return null;
  const [later] = await rows.$queryRaw<{ returned: bigint; passed: bigint }[]>`
    SELECT EXISTS (SELECT 1 FROM task_return b WHERE b.work_id = ${subject.workId} AND b.round = ${subject.round}) AS returned,
      EXISTS (SELECT 1 FROM mark_release t JOIN marking_subject o ON o.id = t.subject_id
        WHERE o.work_id = ${subject.workId} AND o.round = ${subject.round} AND t.passed) AS passed`;
  return { subject, may: !later?.returned && !later?.passed };
}

/** A marked task that the viewer can give back; null where they cannot. */
export async function findMarkedTask(
  viewer: Viewer,
  subjectId: string,
  today: CivilDate,
  language: Language,
): Promise<{ name: string; title: string } | null> {
  const found = await markedTask(await reader(), viewer, subjectId, today);
  if (!found?.may || found.subject.questionVersionId === null) return null;
  const { personId, questionVersionId } = found.subject;
  const [names, question] = await Promise.all([namesOfPeople([personId], today), questionVersion(questionVersionId)]);
  return { name: names.get(personId) ?? "", title: taskTitle(question.stem[language]) };
}

/** The officer who tells marks gives a marked task back. Null for a task out of reach, or not marked yet. */
export function returnMarkedTask(
  viewer: Viewer,
  subjectId: string,
  note: string,
  at: Instant,
): Promise<ReworkOutcome | null> {
  const today = civilDateOf(at);
  return give(viewer, "release-marks", (rows) => markedTask(rows, viewer, subjectId, today), note, at);
}

class NotPossible extends Error {}

async function give(
  viewer: Viewer,
  power: "mark-work" | "release-marks",
  find: (rows: Rows) => Promise<{ subject: RecordedSubject; may: boolean } | null>,
  note: string,
  at: Instant,
): Promise<ReworkOutcome | null> {
  const found = await find(await reader());
  if (!found) return null;
  if (!found.may) return "not-possible";
  if (note === "") return "words-missing";
  const { subject } = found;
  const units = subject.unitId === null ? [] : [subject.unitId];
  const onBehalfOf = await actingFor(viewer, power, units, civilDateOf(at));
  const act = { kind: "task-returned", at, actorId: viewer.accountId, onBehalfOf, note };
  try {
    await recordChange(act, async (rows, changeId) => {
      if (!(await find(rows))?.may || subject.workId === null) throw new NotPossible();
      const { workId, round } = subject;
      await returnTask(rows, changeId, { workId, round, note, accountId: viewer.accountId, at });
    });
    return "returned";
  } catch (error) {
    if (error instanceof NotPossible || isDuplicate(error)) return "not-possible";
    throw error;
  }
}
