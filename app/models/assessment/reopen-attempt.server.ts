import { writeReason } from "~/domain/assessment/attempt-acts";
import { reopenedDeadline } from "~/domain/assessment/timing";
import type { Viewer } from "~/domain/permissions/viewer";
import type { Rows } from "../database.server";
import { recordsOf } from "../people/records-of.server";
import { actOnAttempt } from "./act-on-attempt.server";
import { type ActOrder, type ActOutcome, ActRefused } from "./act-order.server";
import type { ManagedAttempt } from "./managed-attempt.server";

/**
 * Lets an ended attempt that was not passed go on for some minutes from now, in a new round: the same paper, with the answers that
 * it had. Refused where it is void, waits for a marker, or the person has begun or passed another since.
 */
export function reopenAttempt(viewer: Viewer, publicId: string, minutes: number, order: ActOrder): Promise<ActOutcome> {
  return actOnAttempt(viewer, "reopen", publicId, order, async (rows, changeId, attempt) => {
    // its end is being recorded by another just now: the round that ends here would stay without its result
    if (attempt.standing.result === null) throw new ActRefused("still-running");
    if (await hasAnotherSince(rows, attempt)) throw new ActRefused("another-since");
    await rows.attempt_time.create({
      data: {
        attempt_id: attempt.id,
        kind: "reopened",
        minutes,
        deadline_at: reopenedDeadline(order.at, minutes),
        reason: writeReason(order.why),
        recorded_change: changeId,
      },
    });
  });
}

async function hasAnotherSince(
  rows: Rows,
  { id, personId, courseVersionId, number }: ManagedAttempt,
): Promise<boolean> {
  const others = await rows.$queryRaw<unknown[]>`
    SELECT 1 FROM attempt a JOIN attempt_standing r ON r.attempt_id = a.id
    WHERE a.person_id IN ${recordsOf(personId)} AND a.course_version_id = ${courseVersionId} AND a.id <> ${id} AND NOT r.void
      AND ((r.result_id IS NULL AND a.number > ${number}) OR r.passed) LIMIT 1`;
  return others.length > 0;
}
