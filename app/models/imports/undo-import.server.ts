import type { Viewer } from "~/domain/permissions/viewer";
import type { Instant } from "~/domain/time/civil-date";
import { type Undo, undoChange } from "../undo-change.server";
import type { ImportRun } from "./import-run.server";

/** Takes an import back, whole and exactly, while nothing later builds on it; else says what does. */
export function undoImport(run: ImportRun, viewer: Viewer, note: string, at: Instant): Promise<Undo> {
  if (run.changeId === null) return Promise.resolve({ undone: false, code: "unknown-change", because: [] });
  return undoChange(run.changeId, { actorId: viewer.accountId, at, note });
}
