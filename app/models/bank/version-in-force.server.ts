import type { CivilDate } from "~/domain/time/civil-date";
import type { Rows } from "../database.server";
import { findBank } from "./bank-entries.server";
import type { RecordedProposal } from "./proposal-rows.server";

/** What a proposal changes has been changed since by something else. */
export function isStale(
  { kind, basedOn, changeId }: Pick<RecordedProposal, "kind" | "basedOn" | "changeId">,
  now: { versionId: number | null; since: number },
): boolean {
  if (kind === "new") return now.versionId !== null;
  return now.versionId !== basedOn || now.since > changeId;
}

/**
 * The version of a key that holds as a transaction sees it, and the change that made the app say so (0: the files say it). Null:
 * the key is nobody's.
 */
export async function versionInForce(
  rows: Pick<Rows, "bank_item">,
  bank: string,
  key: string,
  today: CivilDate,
): Promise<{ itemId: number | null; versionId: number | null; since: number }> {
  const item = await rows.bank_item.findFirst({ where: { question_key: key, retracted_change: null } });
  if (item) return { itemId: item.id, versionId: item.question_version_id, since: item.recorded_change };
  const found = await findBank(bank, today);
  return { itemId: null, versionId: found?.entries.get(key)?.filesVersionId ?? null, since: 0 };
}
