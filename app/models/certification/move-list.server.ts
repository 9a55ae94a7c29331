import { type ListAct, listActs } from "~/domain/certification/issue-list";
import type { Viewer } from "~/domain/permissions/viewer";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import { actingFor } from "~/models/access/acting-for.server";
import { isDuplicate, type Rows, recordChange } from "~/models/database.server";
import type { issue_listModel } from "~/models/generated/models";
import { wasRecorded } from "~/models/recorded-acts.server";
import { findIssueList } from "./find-issue-list.server";

export type MoveOutcome =
  | { ok: true }
  /** `moved`: it has come further meanwhile; `nobody`: nobody would be left on it */
  | { ok: false; refusal: "not-found" | "moved" | "nobody" };

export class Moved extends Error {}

interface Move {
  at: Instant;
  onceKey: string;
  text?: string | null;
}

/** Puts a list before the signatory with those who are kept on it; the others wait again. */
export function submitList(viewer: Viewer, publicId: string, move: Move & { keep: readonly number[] }) {
  return moveList(viewer, publicId, "submit", move, async (rows, changeId, list) => {
    await rows.issue_list_entry.updateMany({
      where: { list_id: list.id, retracted_change: null, id: { notIn: [...move.keep] } },
      data: { retracted_change: changeId },
    });
    const left = await rows.issue_list_entry.count({ where: { list_id: list.id, retracted_change: null } });
    return left > 0;
  });
}

/** Takes a list back: everyone on it waits again. */
export function withdrawList(viewer: Viewer, publicId: string, move: Move) {
  return moveList(viewer, publicId, "withdraw", move, async (rows, changeId, list) => {
    await rows.issue_list_entry.updateMany({
      where: { list_id: list.id, retracted_change: null },
      data: { retracted_change: changeId },
    });
    return true;
  });
}

/** The signatory gives a list back with a reason; who prepared it changes it and submits it again. */
export function returnList(viewer: Viewer, publicId: string, move: Move & { text: string }) {
  return moveList(viewer, publicId, "return", move, async () => true);
}

const EVENTS = { submit: "submitted", withdraw: "withdrawn", return: "returned" } as const;

class Nobody extends Error {}

async function moveList(
  viewer: Viewer,
  publicId: string,
  act: Exclude<ListAct, "approve">,
  { at, onceKey: once, text = null }: Move,
  work: (rows: Rows, changeId: number, list: issue_listModel) => Promise<boolean>,
): Promise<MoveOutcome> {
  const today = civilDateOf(at);
  const found = await findIssueList(viewer, publicId, today);
  if (!found) return { ok: false, refusal: "not-found" };
  const onceKey = `issue-list-${act} ${publicId} ${viewer.accountId} ${once}`;
  if (await wasRecorded(onceKey)) return { ok: true };
  const mine = act === "return" ? found.may.sign : found.may.prepare;
  if (!mine) return { ok: false, refusal: "not-found" };
  const { row } = found;
  const power = act === "return" ? "sign-certificates" : "prepare-certificates";
  const change = {
    kind: `issue-list-${EVENTS[act]}`,
    at,
    actorId: viewer.accountId,
    onBehalfOf: await actingFor(viewer, power, [row.unit_id], today),
    note: text,
    onceKey,
  };
  try {
    await recordChange(change, async (rows, changeId) => {
      await requireAct(rows, row.id, act);
      if (!(await work(rows, changeId, row))) throw new Nobody();
      await rows.issue_list_event.create({
        data: { list_id: row.id, kind: EVENTS[act], account_id: viewer.accountId, text, at, recorded_change: changeId },
      });
    });
    return { ok: true };
  } catch (error) {
    if (await wasRecorded(onceKey)) return { ok: true };
    if (error instanceof Nobody) return { ok: false, refusal: "nobody" };
    if (error instanceof Moved || isDuplicate(error)) return { ok: false, refusal: "moved" };
    throw error;
  }
}

/** Within the transaction: whether the list still stands where the act may be done. @throws Moved */
export async function requireAct(rows: Rows, listId: number, act: ListAct): Promise<void> {
  const last = await rows.issue_list_event.findFirst({
    where: { list_id: listId },
    orderBy: { id: "desc" },
    select: { kind: true },
  });
  const state = (last?.kind ?? "drawn-up") as Parameters<typeof listActs>[0];
  if (!listActs(state, { prepare: true, sign: true }).includes(act)) throw new Moved();
}
