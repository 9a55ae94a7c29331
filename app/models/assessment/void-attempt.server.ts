import { writeReason } from "~/domain/assessment/attempt-acts";
import type { Viewer } from "~/domain/permissions/viewer";
import type { Rows } from "../database.server";
import { actOnAttempt } from "./act-on-attempt.server";
import type { ActOrder, ActOutcome } from "./act-order.server";

/**
 * Makes an attempt count for nothing, as tried and as passed. What it earned stays until an act of its own decides about that.
 * @returns `earned`: evidence, a certificate or a claim to one rests on the attempt
 */
export async function voidAttempt(
  viewer: Viewer,
  publicId: string,
  order: ActOrder,
): Promise<ActOutcome & { earned: boolean }> {
  let earned = false;
  const outcome = await actOnAttempt(viewer, "void", publicId, order, async (rows, changeId, { id }) => {
    await rows.attempt_void.create({
      data: { attempt_id: id, reason: writeReason(order.why), recorded_change: changeId },
    });
    earned = await hasEarned(rows, id);
  });
  return { ...outcome, earned };
}

/** Takes that back: the attempt counts again as it did. */
export function unvoidAttempt(viewer: Viewer, publicId: string, order: ActOrder): Promise<ActOutcome> {
  return actOnAttempt(viewer, "unvoid", publicId, order, async (rows, changeId, { id }) => {
    await rows.attempt_void.updateMany({
      where: { attempt_id: id, retracted_change: null },
      data: { retracted_change: changeId },
    });
  });
}

async function hasEarned(rows: Rows, attemptId: number): Promise<boolean> {
  const found = await rows.$queryRaw<unknown[]>`
    SELECT 1 FROM evidence WHERE attempt_id = ${attemptId} AND retracted_change IS NULL
    UNION ALL SELECT 1 FROM certificate WHERE attempt_id = ${attemptId}
    UNION ALL SELECT 1 FROM eligibility WHERE attempt_id = ${attemptId} LIMIT 1`;
  return found.length > 0;
}
