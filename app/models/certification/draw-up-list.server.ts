import { LONGEST_LIST } from "~/domain/certification/issue-list";
import type { Viewer } from "~/domain/permissions/viewer";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import { actingFor } from "~/models/access/acting-for.server";
import { isDuplicate, type Rows, reader, recordChange } from "~/models/database.server";
import { newPublicId } from "~/models/public-id.server";
import { changeUnder } from "~/models/recorded-acts.server";
import { preparedUnit, waitingRows } from "./waiting-for-list.server";

export interface ListOrder {
  programme: string;
  /** public id */
  unit: string;
  eligibilities: readonly number[];
  onceKey: string;
  at: Instant;
}

export type DrawUpOutcome =
  | { ok: true; publicId: string }
  /** `taken`: somebody chosen waits no more, or stands on another list */
  | { ok: false; refusal: "unit" | "nobody" | "too-many" | "taken" };

class Taken extends Error {}

/** Puts people who wait on a list of their unit. Nobody stands on two lists, however many are drawn up at once. */
export async function drawUpList(viewer: Viewer, order: ListOrder): Promise<DrawUpOutcome> {
  const today = civilDateOf(order.at);
  const onceKey = `issue-list ${viewer.accountId} ${order.onceKey}`;
  const known = await listUnder(onceKey);
  if (known) return { ok: true, publicId: known };
  const unitId = await preparedUnit(viewer, order.unit, today);
  if (unitId === null) return { ok: false, refusal: "unit" };
  const chosen = [...new Set(order.eligibilities)];
  if (chosen.length === 0) return { ok: false, refusal: "nobody" };
  if (chosen.length > LONGEST_LIST) return { ok: false, refusal: "too-many" };
  const publicId = newPublicId();
  const act = {
    kind: "issue-list-drawn-up",
    at: order.at,
    actorId: viewer.accountId,
    onBehalfOf: await actingFor(viewer, "prepare-certificates", [unitId], today),
    onceKey,
  };
  try {
    await recordChange(act, async (rows, changeId) => {
      const waiting = new Set((await waitingRows(rows, unitId, order.programme, today)).map(({ id }) => Number(id)));
      if (!chosen.every((id) => waiting.has(id))) throw new Taken();
      const list = await rows.issue_list.create({
        data: {
          public_id: publicId,
          programme: order.programme,
          unit_id: unitId,
          account_id: viewer.accountId,
          recorded_change: changeId,
        },
      });
      await addEntries(rows, changeId, list.id, chosen);
      await rows.issue_list_event.create({
        data: {
          list_id: list.id,
          kind: "drawn-up",
          account_id: viewer.accountId,
          at: order.at,
          recorded_change: changeId,
        },
      });
    });
    return { ok: true, publicId };
  } catch (error) {
    const first = await listUnder(onceKey);
    if (first) return { ok: true, publicId: first };
    if (error instanceof Taken || isDuplicate(error)) return { ok: false, refusal: "taken" };
    throw error;
  }
}

async function addEntries(rows: Rows, changeId: number, listId: number, eligibilities: readonly number[]) {
  await rows.issue_list_entry.createMany({
    data: eligibilities.map((eligibility_id) => ({ list_id: listId, eligibility_id, recorded_change: changeId })),
  });
}

async function listUnder(onceKey: string): Promise<string | null> {
  const changeId = await changeUnder(onceKey);
  if (changeId === null) return null;
  const client = await reader();
  const list = await client.issue_list.findFirst({ where: { recorded_change: changeId }, select: { public_id: true } });
  return list?.public_id ?? null;
}
