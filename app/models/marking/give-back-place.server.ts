import type { Viewer } from "~/domain/permissions/viewer";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import { reader, recordChange } from "../database.server";
import { findPlace } from "./find-place.server";

/** Gives the viewer's place back, so that somebody else can take it; what they wrote stays recorded and counts for nothing. */
export async function giveBackPlace(
  viewer: Viewer,
  placeId: string,
  at: Instant,
): Promise<"given-back" | "closed" | null> {
  const today = civilDateOf(at);
  const own = await findPlace(await reader(), viewer, placeId, today);
  if (!own) return null;
  const given = await recordChange(
    { kind: "marking-given-back", at, actorId: viewer.accountId },
    (rows, changeId) =>
      rows.$executeRaw`
      UPDATE marking_place SET retracted_change = ${changeId} WHERE id = ${own.place.id} AND retracted_change IS NULL
        AND NOT EXISTS (SELECT 1 FROM mark WHERE place_id = ${own.place.id})`,
  );
  return given > 0 ? "given-back" : "closed";
}
