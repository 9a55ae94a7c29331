import { latestDraft } from "~/domain/assessment/latest-draft";
import type { Instant } from "~/domain/time/civil-date";
import type { Rows } from "../database.server";
import type { TaskRecord } from "./task-record.server";

export interface TaskDraft {
  text: string;
  /** null: nothing was saved in this round yet */
  savedAt: Instant | null;
}

/** What stands on the person's page: the save that holds in this round; before the first, what was handed in last. */
export async function draftOf(
  client: Rows,
  { id, standing, handIns }: Pick<TaskRecord, "id" | "standing" | "handIns">,
): Promise<TaskDraft> {
  // the text of one row only: a long text is saved often
  const saves = await client.task_draft.findMany({
    where: { work_id: id, round: standing.round },
    select: { id: true, client_key: true },
    orderBy: { id: "asc" },
  });
  const latest = latestDraft(saves.map(({ id, client_key: clientKey }) => ({ id, clientKey })));
  if (!latest) return { text: handIns.at(-1)?.text ?? "", savedAt: null };
  const row = await client.task_draft.findUniqueOrThrow({ where: { id: latest.id }, select: { text: true, at: true } });
  return { text: row.text, savedAt: row.at };
}
