import { subtreeIds } from "~/domain/organisation/organisation-as-of";
import { isDelegable } from "~/domain/permissions/delegable";
import { isPower, roleAllows } from "~/domain/permissions/role";
import type { ActiveDelegation } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import { reader } from "../database.server";
import { Prisma } from "../generated/client";
import { organisationAsOf } from "../organisation/organisation-facts.server";
import { grantsInForce, grantsThatCount, postsHeld, serves } from "./counting-grants.server";
import { focalPositions } from "./focal-positions.server";

interface LentRow {
  power: string;
  unit_id: bigint;
  from_account_id: bigint;
  full_name: string;
  employment: string | null;
  grants: string | null;
  posts: string | null;
}

/**
 * Of delegations in force those that count: whoever lent the power still serves, and still has it by a grant of their own over a
 * unit that the lent one belongs to today. What was lent cannot be lent on, so nobody's loans are looked at here.
 * @param ids their row ids, "1,2,…"
 */
export async function delegationsThatCount(ids: string, today: CivilDate): Promise<ActiveDelegation[]> {
  const client = await reader();
  const rows = await client.$queryRaw<LentRow[]>`
    SELECT d.power, d.unit_id, d.from_account_id, n.full_name,
      (SELECT q.employment FROM person_detail q WHERE q.person_id = p.id AND q.retracted_change IS NULL
        AND q.valid_from <= ${today} ORDER BY q.valid_from DESC LIMIT 1) AS employment,
      ${grantsInForce(today)} AS grants, ${postsHeld(today)} AS posts
    FROM delegation d
    JOIN account a ON a.id = d.from_account_id AND a.disabled = 0 AND a.id <> d.to_account_id
    JOIN person p ON p.id = a.person_id
    JOIN person_name n ON n.person_id = p.id AND n.retracted_change IS NULL
      AND n.valid_from <= ${today} AND (n.valid_to IS NULL OR n.valid_to > ${today})
    WHERE d.id IN (${Prisma.join(ids.split(",").map(Number))}) AND ${serves(today)}
    ORDER BY d.id`;
  if (rows.length === 0) return [];
  const [focal, organisation] = [await focalPositions(today), await organisationAsOf(today)];
  return rows.flatMap((row) => {
    const { power } = row;
    const unitId = Number(row.unit_id);
    if (!isPower(power) || !isDelegable(power) || row.employment === "collaborator") return [];
    const owned = grantsThatCount(row.grants, row.posts, focal).some(
      (grant) => roleAllows(grant.role, power) && subtreeIds(organisation, grant.unitId).includes(unitId),
    );
    return owned ? [{ power, unitId, fromAccountId: Number(row.from_account_id), fromName: row.full_name }] : [];
  });
}
