import type { Instant } from "~/domain/time/civil-date";
import type { Rows } from "../database.server";
import { newPublicId } from "../public-id.server";
import { getTask } from "./task-record.server";

/**
 * Gives handed-in work back to be done again, in the change that records it: with a note, in a new round, to which its files come
 * along. The caller has established who may do so.
 */
export async function returnTask(
  rows: Rows,
  changeId: number,
  {
    workId,
    round,
    note,
    accountId,
    at,
  }: { workId: number; round: number; note: string; accountId: number; at: Instant },
): Promise<void> {
  await rows.task_return.create({
    data: { work_id: workId, round, note, account_id: accountId, at, recorded_change: changeId },
  });
  const work = await getTask(rows, workId);
  const handedIn = work?.handIns.find((one) => one.round === round)?.files ?? [];
  await rows.task_file.createMany({
    data: (work?.files ?? [])
      .filter(({ publicId }) => handedIn.includes(publicId))
      .map(({ name, mediaType, bytes, sha256 }) => ({
        public_id: newPublicId(),
        work_id: workId,
        round: round + 1,
        name,
        media_type: mediaType,
        bytes,
        sha256,
        at,
      })),
  });
}
