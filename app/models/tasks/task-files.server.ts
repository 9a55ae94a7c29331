import { keepFile } from "~/documents/kept-files.server";
import { TASK_FILE_TYPES, type TaskFileKind } from "~/domain/assessment/task-file";
import { isOpenForWork } from "~/domain/assessment/task-state";
import type { Viewer } from "~/domain/permissions/viewer";
import type { Instant } from "~/domain/time/civil-date";
import { reader, writeRows } from "../database.server";
import { newPublicId } from "../public-id.server";
import { findTaskOf, type TaskFile } from "./task-record.server";

export interface NewTaskFile {
  name: string;
  kind: TaskFileKind;
  bytes: Uint8Array;
}

export type FilesOutcome = "kept" | "frozen" | "too-many";

/**
 * Adds files to the viewer's own work: all of them, or none where they would be more than the task takes. The same file again is
 * the one that is there. Null for unknown work and for somebody else's.
 */
export async function addTaskFiles(
  viewer: Viewer,
  publicId: string,
  files: readonly NewTaskFile[],
  at: Instant,
): Promise<FilesOutcome | null> {
  const work = await findTaskOf(await reader(), viewer.personId, publicId);
  if (!work) return null;
  if (!isOpenForWork(work.standing.state)) return "frozen";
  const most = work.task.files ?? 0;
  const { round } = work.standing;
  const present = work.files.filter((file) => file.round === round);
  if (present.length + files.length > most) return "too-many";
  const kept = await Promise.all(
    files.map(async ({ name, kind, bytes }) => ({
      public_id: newPublicId(),
      name,
      media_type: TASK_FILE_TYPES[kind],
      bytes: bytes.length,
      sha256: await keepFile("tasks", bytes),
    })),
  );
  const write = writeRows(async (rows) => {
    // one statement each, first of the transaction: the count and the freeze are those of this moment
    for (const file of kept) {
      await rows.$executeRaw`
        INSERT INTO task_file (public_id, work_id, round, name, media_type, bytes, sha256, at)
        SELECT ${file.public_id}, ${work.id}, ${round}, ${file.name}, ${file.media_type}, ${file.bytes}, ${file.sha256}, ${at}
        WHERE NOT EXISTS (SELECT 1 FROM task_hand_in WHERE work_id = ${work.id} AND round = ${round})
          AND NOT EXISTS (SELECT 1 FROM task_file WHERE work_id = ${work.id} AND round = ${round}
            AND sha256 = ${file.sha256} AND removed_at IS NULL)
          AND (SELECT COUNT(*) FROM task_file WHERE work_id = ${work.id} AND round = ${round} AND removed_at IS NULL) < ${most}`;
    }
    const there = await rows.task_file.findMany({
      where: { work_id: work.id, round, removed_at: null },
      select: { sha256: true },
    });
    if (kept.every(({ sha256 }) => there.some((file) => file.sha256 === sha256))) return "kept" as const;
    const frozen = await rows.task_hand_in.count({ where: { work_id: work.id, round } });
    throw new NotKept(frozen > 0 ? "frozen" : "too-many");
  });
  return write.catch((error: unknown) => {
    if (error instanceof NotKept) return error.why;
    throw error;
  });
}

/** Thrown inside the transaction, so that none of the files is added. */
class NotKept extends Error {
  constructor(readonly why: "frozen" | "too-many") {
    super(why);
  }
}

/** Takes a file away from the viewer's own work; its bytes stay. False where there is no such file, or it was handed in. */
export async function removeTaskFile(viewer: Viewer, publicId: string, file: string, at: Instant): Promise<boolean> {
  const work = await findTaskOf(await reader(), viewer.personId, publicId);
  if (!work || !isOpenForWork(work.standing.state)) return false;
  const removed = await writeRows(
    (rows) => rows.$executeRaw`
      UPDATE task_file SET removed_at = ${at} WHERE public_id = ${file} AND work_id = ${work.id} AND removed_at IS NULL
        AND round = ${work.standing.round}
        AND NOT EXISTS (SELECT 1 FROM task_hand_in h WHERE h.work_id = ${work.id} AND h.round = ${work.standing.round})`,
  );
  return removed > 0;
}

/** A file of the viewer's own work, of any round; null for everything else. */
export async function findTaskFile(viewer: Viewer, publicId: string, file: string): Promise<TaskFile | null> {
  const work = await findTaskOf(await reader(), viewer.personId, publicId);
  return work?.files.find((each) => each.publicId === file) ?? null;
}
