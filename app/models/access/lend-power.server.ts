import { type DelegationRefusal, delegationRefusal } from "~/domain/permissions/may-delegate";
import type { Power } from "~/domain/permissions/role";
import type { Viewer } from "~/domain/permissions/viewer";
import { type CivilDate, civilDateOf, type Instant, spansOverlap } from "~/domain/time/civil-date";
import { isDuplicate, reader, recordChange } from "../database.server";
import { newPublicId } from "../public-id.server";
import { wasRecorded } from "../recorded-acts.server";
import type { AccountHolder } from "./account-holder.server";
import { type Ending, type EndOutcome, Overtaken } from "./end-grant.server";
import { standingUnit } from "./unit-place.server";

export interface PowerToLend {
  taker: AccountHolder;
  power: Power;
  /** public id */
  unit: string;
  from: CivilDate;
  /** exclusive */
  until: CivilDate;
  document: string;
  note: string | null;
}

export type LendOutcome = "lent" | "unknown-unit" | "lent-already" | Exclude<DelegationRefusal, "not-own">;

class LentAlready extends Error {}

/** Lends one of the viewer's own powers over a unit. A second run with the same key changes nothing. */
export async function lendPower(
  viewer: Viewer,
  wanted: PowerToLend,
  at: Instant,
  onceKey: string,
): Promise<LendOutcome> {
  const today = civilDateOf(at);
  if (await wasRecorded(onceKey)) return "lent";
  const place = await standingUnit({ publicId: wanted.unit }, today);
  if (!place) return "unknown-unit";
  const { taker, power, from, until, document, note } = wanted;
  const refusal = delegationRefusal(
    viewer,
    { toAccountId: taker.accountId, power, from, until, taker },
    place.under,
    today,
  );
  if (refusal !== null) return refusal === "not-own" ? "unknown-unit" : refusal;
  const act = { kind: "power-lent", at, actorId: viewer.accountId, document, note, effective: from, onceKey };
  try {
    await recordChange(act, async (rows, changeId) => {
      const same = {
        from_account_id: viewer.accountId,
        to_account_id: taker.accountId,
        power,
        unit_id: place.id,
      };
      const held = await rows.delegation.findMany({ where: { ...same, retracted_change: null } });
      const span = { validFrom: from, validTo: until };
      if (held.some((row) => spansOverlap({ validFrom: row.valid_from, validTo: row.valid_to }, span))) {
        throw new LentAlready();
      }
      await rows.delegation.create({
        data: {
          ...same,
          public_id: newPublicId(),
          document,
          valid_from: from,
          valid_to: until,
          recorded_change: changeId,
        },
      });
    });
  } catch (error) {
    if (error instanceof LentAlready) return "lent-already";
    if (!isDuplicate(error)) throw error;
  }
  return "lent";
}

/** Ends early what the viewer lent; one that has not begun by then never counts. */
export async function endLoan(
  viewer: Viewer,
  publicId: string,
  { on, document, note }: Ending,
  at: Instant,
): Promise<EndOutcome> {
  const today = civilDateOf(at);
  const client = await reader();
  const loan = await client.delegation.findFirst({
    where: { public_id: publicId, retracted_change: null, from_account_id: viewer.accountId, valid_to: { gt: today } },
  });
  if (!loan) return "not-found";
  if (on < today) return "begins-in-the-past";
  if (on >= loan.valid_to) return "after-its-end";
  const act = { kind: "loan-ended", at, actorId: viewer.accountId, document, note, effective: on };
  return recordChange(act, async (rows, changeId): Promise<EndOutcome> => {
    const retracted = await rows.delegation.updateMany({
      where: { id: loan.id, retracted_change: null },
      data: { retracted_change: changeId },
    });
    if (retracted.count === 0) throw new Overtaken();
    if (on > loan.valid_from) {
      const { id: _, retracted_change: __, ...kept } = loan;
      await rows.delegation.create({ data: { ...kept, valid_to: on, recorded_change: changeId } });
    }
    return "ended";
  }).catch((error: unknown) => {
    if (error instanceof Overtaken) return "overtaken";
    throw error;
  });
}
