import { type HandInProblem, handInProblems, isOpenForWork } from "~/domain/assessment/task-state";
import type { Viewer } from "~/domain/permissions/viewer";
import type { Instant } from "~/domain/time/civil-date";
import { getCourseVersion } from "../course/course-versions.server";
import { type Rows, recordChange } from "../database.server";
import { openTaskMarking } from "../marking/open-marking.server";
import { draftOf } from "./task-draft.server";
import { findTaskOf } from "./task-record.server";

export type HandInOutcome = { ok: true } | { ok: false; problems: HandInProblem[] };

/** Nothing of the transaction stays. */
class NotHandedIn extends Error {
  constructor(readonly outcome: HandInOutcome | null) {
    super("not handed in");
  }
}

/**
 * Hands in what is saved of the viewer's own work: frozen from now on, and waiting for its markers. `confirmed`: the person said
 * that it holds no secret and nobody's personal case. Twenty hand-ins make one. Null for unknown work and for somebody else's.
 */
export async function handInTask(
  viewer: Viewer,
  publicId: string,
  confirmed: boolean,
  at: Instant,
): Promise<HandInOutcome | null> {
  try {
    await recordChange({ kind: "task-handed-in", at, actorId: viewer.accountId }, (rows, changeId) =>
      // the write lock is held from here on: no save can slip in between what is read and what is frozen
      freeze(rows, changeId, { viewer, publicId, confirmed, at }),
    );
    return { ok: true };
  } catch (error) {
    if (error instanceof NotHandedIn) return error.outcome;
    throw error;
  }
}

async function freeze(
  rows: Rows,
  changeId: number,
  { viewer, publicId, confirmed, at }: { viewer: Viewer; publicId: string; confirmed: boolean; at: Instant },
): Promise<void> {
  const work = await findTaskOf(rows, viewer.personId, publicId);
  if (!work) throw new NotHandedIn(null);
  const { round, state } = work.standing;
  if (!isOpenForWork(state)) throw new NotHandedIn({ ok: true });
  const { text } = await draftOf(rows, work);
  const files = work.files.filter((file) => file.round === round).map((file) => file.publicId);
  const problems = handInProblems({ text, files: files.length }, work.task.most_words ?? null, confirmed);
  if (problems.length > 0) throw new NotHandedIn({ ok: false, problems });
  const { courseId } = await getCourseVersion(work.courseVersionId);
  await rows.task_hand_in.create({
    data: {
      work_id: work.id,
      round,
      text,
      files: JSON.stringify(files),
      confirmed_at: at,
      recorded_change: changeId,
    },
  });
  await openTaskMarking(rows, changeId, {
    workId: work.id,
    round,
    personId: work.personId,
    courseId,
    questionVersionId: work.questionVersionId,
    task: work.task,
    handedInAt: at,
  });
}
