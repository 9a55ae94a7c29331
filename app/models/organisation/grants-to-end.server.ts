import type { Batch } from "~/domain/organisation/acts";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Rows } from "../database.server";
import { newPublicId } from "../public-id.server";
import type { Ids } from "./write-difference.server";

/** A permission in force over a unit that ends. */
export interface GrantRow {
  id: number;
  public_id: string;
  account_id: number;
  role: string;
  unit_id: number;
  valid_from: string;
  valid_to: string | null;
  document: string | null;
}

/** Permissions over the units, in force on the day or later. */
export function grantsOver(rows: Rows, unitIds: readonly number[], date: CivilDate): Promise<GrantRow[]> {
  return rows.permission_grant.findMany({
    where: {
      unit_id: { in: [...unitIds] },
      retracted_change: null,
      OR: [{ valid_to: null }, { valid_to: { gt: date } }],
    },
    orderBy: { id: "asc" },
  });
}

/** Whether a batch grants it again over the heirs; nobody's own is, by themselves. */
export function isCarried(grant: GrantRow, carry: Batch["carryGrants"], accountId: number | null): boolean {
  if (grant.account_id === accountId) return false;
  return carry === true || (Array.isArray(carry) && carry.includes(grant.public_id));
}

/** Permissions end with their unit; those that the batch carries begin over each of its heirs. Delegations end. */
export async function endGrants(
  rows: Rows,
  changeId: number,
  batch: Pick<Batch, "date" | "document" | "carryGrants">,
  ending: ReadonlyMap<number, readonly number[]>,
  unitIds: Ids,
  accountId: number | null,
): Promise<void> {
  if (ending.size === 0) return;
  const { date } = batch;
  const grants = await grantsOver(rows, [...ending.keys()], date);
  await rows.permission_grant.updateMany({
    where: { id: { in: grants.map(({ id }) => id) } },
    data: { retracted_change: changeId },
  });
  const written = { recorded_change: changeId, retracted_change: null };
  await rows.permission_grant.createMany({
    data: grants.flatMap(({ id, ...grant }) => {
      const ended = grant.valid_from < date ? [{ ...grant, ...written, valid_to: date }] : [];
      if (!isCarried({ id, ...grant }, batch.carryGrants, accountId)) return ended;
      const again = (ending.get(grant.unit_id) ?? []).map((heir) => ({
        ...grant,
        ...written,
        public_id: newPublicId(),
        unit_id: unitIds.get(heir) ?? heir,
        valid_from: grant.valid_from < date ? date : grant.valid_from,
        document: batch.document ?? grant.document,
      }));
      return [...ended, ...again];
    }),
  });
  await endDelegations(rows, changeId, [...ending.keys()], date);
}

async function endDelegations(rows: Rows, changeId: number, unitIds: number[], date: CivilDate): Promise<void> {
  const lent = await rows.delegation.findMany({
    where: { unit_id: { in: unitIds }, retracted_change: null, valid_to: { gt: date } },
  });
  await rows.delegation.updateMany({
    where: { id: { in: lent.map(({ id }) => id) } },
    data: { retracted_change: changeId },
  });
  await rows.delegation.createMany({
    data: lent
      .filter(({ valid_from }) => valid_from < date)
      .map(({ id, ...row }) => ({ ...row, valid_to: date, recorded_change: changeId, retracted_change: null })),
  });
}
