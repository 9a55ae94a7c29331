import type { Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Rows } from "../database.server";
import { Prisma } from "../generated/client";
import { recordsOf } from "../people/records-of.server";
import { inScope, scopeOf } from "../reporting/scope-units.server";
import { type RecordedPlace, type RecordedSubject, subjectsWhere } from "./subject-rows.server";

export interface OwnPlace {
  subject: RecordedSubject;
  place: RecordedPlace;
}

/**
 * A place that the viewer holds at work in the reach of their power to mark; null for everything else. What is finished stays
 * theirs to read.
 */
export async function findPlace(
  client: Rows,
  viewer: Viewer,
  publicId: string,
  today: CivilDate,
): Promise<OwnPlace | null> {
  const scope = await scopeOf(viewer, "mark-work", today);
  const [subject] = await subjectsWhere(
    client,
    Prisma.sql`${inScope(scope, "s.unit_id")} AND s.id = (SELECT p.subject_id FROM marking_place p
      WHERE p.public_id = ${publicId} AND p.retracted_change IS NULL AND p.person_id IN ${recordsOf(viewer.personId)})`,
    1,
  );
  const place = subject?.places.find((each) => each.publicId === publicId);
  return subject && place ? { subject, place } : null;
}

/** Whether there is still something to write at a place. */
export function isOpenPlace({ subject, place }: OwnPlace): boolean {
  return !subject.closed && place.mark === null;
}
