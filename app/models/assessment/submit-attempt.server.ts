import type { Viewer } from "~/domain/permissions/viewer";
import type { Instant } from "~/domain/time/civil-date";
import { noteInAttempt } from "./attempt-log.server";
import type { Source } from "./attempt-source.server";
import { findAttemptOf } from "./find-attempt.server";
import { recordEnd } from "./record-end.server";

/**
 * Ends the viewer's own attempt and grades what is saved. Idempotent: twenty submits make one result, and one after the end
 * changes nothing. A submit after the deadline counts as ended by the deadline.
 * @returns false for an unknown attempt and for somebody else's
 */
export async function submitAttempt(
  viewer: Viewer,
  publicId: string,
  now: Instant,
  { source = null }: { source?: Source | null } = {},
): Promise<boolean> {
  const attempt = await findAttemptOf(viewer.personId, publicId);
  if (!attempt) return false;
  if (attempt.end || attempt.void) return true;
  await recordEnd(attempt, "submit", now, viewer.accountId);
  noteInAttempt(attempt.id, { kind: "submitted", source, at: now });
  return true;
}
