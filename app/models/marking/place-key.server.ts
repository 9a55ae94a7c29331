import type { Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import { queueKey } from "../assessment/queue-key.server";
import { reader } from "../database.server";
import { findPlace } from "./find-place.server";

/** The key under which a browser keeps the viewer's own draft of a mark. Null for a place that is not the viewer's. */
export async function placeKey(viewer: Viewer, publicId: string, today: CivilDate): Promise<string | null> {
  const own = await findPlace(await reader(), viewer, publicId, today);
  return own && queueKeyOfPlace(viewer, own.place.publicId);
}

export function queueKeyOfPlace(viewer: Viewer, publicId: string): string {
  return queueKey(viewer, `marking ${publicId}`);
}
