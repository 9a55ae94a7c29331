import { attemptState, endBySubmit } from "~/domain/assessment/timing";
import type { Viewer } from "~/domain/permissions/viewer";
import type { Instant } from "~/domain/time/civil-date";
import { endOverdueAttempt } from "./end-overdue.server";
import { findAttemptOf } from "./find-attempt.server";
import { recordEnd } from "./record-end.server";

/**
 * Ends the viewer's own attempt and grades what is saved. Idempotent: twenty submits make one result, and one after the end
 * changes nothing. A submit after the deadline counts as ended by the deadline.
 * @returns false for an unknown attempt and for somebody else's
 */
export async function submitAttempt(viewer: Viewer, publicId: string, now: Instant): Promise<boolean> {
  const attempt = await findAttemptOf(viewer.personId, publicId);
  if (!attempt) return false;
  const state = attemptState(attempt, now);
  if (state.phase !== "ended") await recordEnd(attempt, endBySubmit(attempt, now), now, viewer.accountId);
  else if (!state.recorded) await endOverdueAttempt(attempt, now);
  return true;
}
