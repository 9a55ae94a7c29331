import type { Viewer } from "~/domain/permissions/viewer";
import type { Instant } from "~/domain/time/civil-date";
import { readRows, writeSteps } from "~/models/database.server";
import { Prisma } from "~/models/generated/client";
import { addSource, addToLog, type KeptSource, keptSource, type Source, sameDevice } from "./attempt-source.server";
import { type FoundAttempt, findAttemptOf } from "./find-attempt.server";
import { attemptChanged } from "./live-attempt.server";

/** True where the attempt is worked on at one device at a time and another than this one holds it. */
export async function isHeldElsewhere(
  attempt: Pick<FoundAttempt, "id" | "oneDevice">,
  source: Source | null,
): Promise<boolean> {
  if (!attempt.oneDevice || !source) return false;
  const [holder] = await readRows<KeptSource>(Prisma.sql`
    SELECT o.session, o.device, o.address FROM attempt_log l JOIN attempt_source o ON o.id = l.source_id
    WHERE l.attempt_id = ${attempt.id} AND l.kind = 'device-claimed' ORDER BY l.id DESC LIMIT 1`);
  return holder !== undefined && !sameDevice(holder, keptSource(source));
}

/**
 * The viewer goes on with the own attempt at this device: from now on what other devices send is refused.
 * @returns false for an unknown attempt and for somebody else's
 */
export async function claimDevice(viewer: Viewer, publicId: string, source: Source, now: Instant): Promise<boolean> {
  const attempt = await findAttemptOf(viewer.personId, publicId);
  if (!attempt) return false;
  if (!(await isHeldElsewhere(attempt, source))) return true;
  const kept = keptSource(source);
  await writeSteps([
    addSource(attempt.id, kept, now),
    addToLog(attempt.id, { kind: "device-claimed", page: null, source: kept, at: now }),
  ]);
  attemptChanged(attempt.id);
  return true;
}
