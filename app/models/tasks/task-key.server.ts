import type { Viewer } from "~/domain/permissions/viewer";
import { queueKey } from "../assessment/queue-key.server";
import { reader } from "../database.server";
import { findTaskOf } from "./task-record.server";

/** The key under which a browser keeps the viewer's own draft of a task. Null for unknown work and for somebody else's. */
export async function taskKey(viewer: Viewer, publicId: string): Promise<string | null> {
  const work = await findTaskOf(await reader(), viewer.personId, publicId);
  return work && queueKeyOfTask(viewer, work.publicId);
}

export function queueKeyOfTask(viewer: Viewer, publicId: string): string {
  return queueKey(viewer, `task ${publicId}`);
}
