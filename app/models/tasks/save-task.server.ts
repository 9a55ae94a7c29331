import { randomBytes } from "node:crypto";
import { readClientKey } from "~/domain/assessment/latest-answers";
import { isOpenForWork } from "~/domain/assessment/task-state";
import type { Viewer } from "~/domain/permissions/viewer";
import type { Instant } from "~/domain/time/civil-date";
import { reader, writeRows } from "../database.server";
import { draftOf } from "./task-draft.server";
import { findTaskOf } from "./task-record.server";

/** In characters. */
export const LONGEST_TASK_TEXT = 60_000;

export interface TaskSave {
  text: string;
  /** "<page>.<place>" of the page's script; null: a plain form, which gets a key of its own here */
  clientKey: string | null;
}

export type TaskSaveOutcome =
  | { ok: true; savedAt: Instant }
  /** `frozen`: handed in meanwhile; `key-reused`: the key has named another text before */
  | { ok: false; refusal: "frozen" | "too-long" | "bad-key" | "key-reused" };

/** The save that a key names once more, or what stands in its way. */
class Refused extends Error {
  constructor(readonly refusal: "frozen" | "key-reused") {
    super(refusal);
  }
}

/**
 * Adds a draft of the viewer's own work. Rows are only added: a replayed key gives the first save again. A plain form that says
 * what is saved already adds nothing. Null for unknown work and for somebody else's.
 */
export async function saveTask(
  viewer: Viewer,
  publicId: string,
  save: TaskSave,
  now: Instant,
): Promise<TaskSaveOutcome | null> {
  const client = await reader();
  const work = await findTaskOf(client, viewer.personId, publicId);
  if (!work) return null;
  if (!isOpenForWork(work.standing.state)) return { ok: false, refusal: "frozen" };
  if (save.text.length > LONGEST_TASK_TEXT) return { ok: false, refusal: "too-long" };
  if (save.clientKey !== null && !readClientKey(save.clientKey)) return { ok: false, refusal: "bad-key" };
  const text = save.text
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .normalize("NFC")
    .replace(/\r\n/g, "\n");
  if (save.clientKey === null) {
    const draft = await draftOf(client, work);
    if (draft.text === text && (draft.savedAt !== null || text === "")) {
      return { ok: true, savedAt: draft.savedAt ?? now };
    }
  }
  const clientKey = save.clientKey ?? `${randomBytes(12).toString("base64url")}.0`;
  const { round } = work.standing;
  try {
    const savedAt = await writeRows(async (rows) => {
      // it may have been handed in since it was read: a save after that must not look saved
      const added = await rows.$queryRaw<unknown[]>`
        INSERT INTO task_draft (work_id, round, text, client_key, at)
        SELECT ${work.id}, ${round}, ${text}, ${clientKey}, ${now}
        WHERE NOT EXISTS (SELECT 1 FROM task_hand_in WHERE work_id = ${work.id} AND round = ${round})
        ON CONFLICT (work_id, client_key) DO NOTHING RETURNING id`;
      if (added.length > 0) return now;
      const first = await rows.task_draft.findUnique({
        where: { work_id_client_key: { work_id: work.id, client_key: clientKey } },
      });
      if (!first) throw new Refused("frozen");
      if (first.text !== text) throw new Refused("key-reused");
      return first.at;
    });
    return { ok: true, savedAt };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    throw error;
  }
}
