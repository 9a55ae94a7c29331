import { type Marker, placeFor } from "~/domain/assessment/marking";
import type { Viewer } from "~/domain/permissions/viewer";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import { actingFor } from "../access/acting-for.server";
import { isDuplicate, reader, recordChange } from "../database.server";
import { recordsOf } from "../people/records-of.server";
import { newPublicId } from "../public-id.server";
import { markerOf } from "./marker.server";
import type { RecordedSubject } from "./subject-rows.server";
import { isOfKind, subjectById, type WorkKind, waitingFor } from "./waiting-work.server";

/** Unfinished work that one marker holds at most: what more they took would only wait. */
export const MOST_HELD = 10;

export type TakeOutcome = { ok: true; place: string } | { ok: false; refusal: "nothing-waits" | "enough-held" };

class Overtaken extends Error {}

/**
 * Takes the place at the work of a kind that has waited longest. Of markers who take at once each gets a place of their own; who
 * finds none left hears it.
 */
export async function takePlace(viewer: Viewer, kind: WorkKind, at: Instant): Promise<TakeOutcome> {
  const today = civilDateOf(at);
  if ((await heldBy(viewer.personId)) >= MOST_HELD) return { ok: false, refusal: "enough-held" };
  const marker = await markerOf(viewer, today);
  const waiting = (await waitingFor(viewer, marker, today)).filter((subject) => isOfKind(subject, kind));
  for (const subject of waiting) {
    const place = await takeAt(viewer, marker, subject, at);
    if (place !== null) return { ok: true, place };
  }
  return { ok: false, refusal: "nothing-waits" };
}

/** Null where somebody was faster. */
async function takeAt(viewer: Viewer, marker: Marker, subject: RecordedSubject, at: Instant): Promise<string | null> {
  const publicId = newPublicId();
  const units = subject.unitId === null ? [] : [subject.unitId];
  const onBehalfOf = await actingFor(viewer, "mark-work", units, civilDateOf(at));
  const act = { kind: "marking-taken", at, actorId: viewer.accountId, onBehalfOf };
  try {
    await recordChange(act, async (rows, changeId) => {
      const now = await subjectById(rows, subject.id);
      const found = now && placeFor(now, now.places, marker);
      if (!found || "refusal" in found) throw new Overtaken();
      await rows.marking_place.create({
        data: {
          public_id: publicId,
          subject_id: subject.id,
          place: found.place,
          person_id: viewer.personId,
          account_id: viewer.accountId,
          at,
          recorded_change: changeId,
        },
      });
    });
    return publicId;
  } catch (error) {
    // another process may have taken the place between: the index lets one of them in
    if (error instanceof Overtaken || isDuplicate(error)) return null;
    throw error;
  }
}

async function heldBy(personId: number): Promise<number> {
  const client = await reader();
  const [row] = await client.$queryRaw<{ held: bigint }[]>`
    SELECT COUNT(*) AS held FROM marking_place p JOIN marking_subject s ON s.id = p.subject_id
    WHERE p.person_id IN ${recordsOf(personId)} AND p.retracted_change IS NULL
      AND NOT EXISTS (SELECT 1 FROM mark m WHERE m.place_id = p.id)
      AND NOT EXISTS (SELECT 1 FROM mark_release t WHERE t.subject_id = s.id)
      AND NOT EXISTS (SELECT 1 FROM task_return b WHERE b.work_id = s.work_id AND b.round = s.round AND s.kind = 'task')`;
  return Number(row?.held ?? 0);
}
