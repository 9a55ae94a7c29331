import { type GrantRefusal, grantRefusal } from "~/domain/permissions/may-grant";
import type { Role } from "~/domain/permissions/role";
import type { Viewer } from "~/domain/permissions/viewer";
import { type CivilDate, civilDateOf, type Instant, spansOverlap } from "~/domain/time/civil-date";
import { isDuplicate, recordChange } from "../database.server";
import { newPublicId } from "../public-id.server";
import { wasRecorded } from "../recorded-acts.server";
import type { AccountHolder } from "./account-holder.server";
import { standingUnit } from "./unit-place.server";

export interface GrantToGive {
  holder: AccountHolder;
  role: Role;
  /** public id */
  unit: string;
  from: CivilDate;
  /** exclusive; null: until it is ended */
  until: CivilDate | null;
  document: string;
  note: string | null;
}

export type GiveOutcome = "given" | "unknown-unit" | "held-already" | Exclude<GrantRefusal, "not-in-reach">;

class HeldAlready extends Error {}

/** Gives a permission over a unit that stands today. A second run with the same key changes nothing. */
export async function giveGrant(
  viewer: Viewer,
  wanted: GrantToGive,
  at: Instant,
  onceKey: string,
): Promise<GiveOutcome> {
  const today = civilDateOf(at);
  if (await wasRecorded(onceKey)) return "given";
  const place = await standingUnit({ publicId: wanted.unit }, today);
  if (!place) return "unknown-unit";
  const { holder, role, from, until } = wanted;
  const refusal = grantRefusal(viewer, { ...holder, role, from, until }, place, today);
  // whoever may not give it there is not told that the unit is there
  if (refusal !== null) return refusal === "not-in-reach" ? "unknown-unit" : refusal;
  const { document, note } = wanted;
  const act = { kind: "permission-given", at, actorId: viewer.accountId, document, note, effective: from, onceKey };
  try {
    await recordChange(act, async (rows, changeId) => {
      const same = { account_id: holder.accountId, role, unit_id: place.id };
      const held = await rows.permission_grant.findMany({ where: { ...same, retracted_change: null } });
      const span = { validFrom: from, validTo: until };
      if (held.some((row) => spansOverlap({ validFrom: row.valid_from, validTo: row.valid_to }, span))) {
        throw new HeldAlready();
      }
      await rows.permission_grant.create({
        data: {
          ...same,
          public_id: newPublicId(),
          valid_from: from,
          valid_to: until,
          document,
          recorded_change: changeId,
        },
      });
    });
  } catch (error) {
    if (error instanceof HeldAlready) return "held-already";
    if (!isDuplicate(error)) throw error;
  }
  return "given";
}
