import { ancestorsOf } from "~/domain/organisation/organisation-as-of";
import type { Role } from "~/domain/permissions/role";
import type { CivilDate } from "~/domain/time/civil-date";
import { grantsInForce, serves } from "../access/counting-grants.server";
import { reader } from "../database.server";
import { Prisma } from "../generated/client";
import { organisationAsOf } from "../organisation/organisation-facts.server";
import { keptRecord } from "../people/records-of.server";

/** Accounts that hold a role on a date, by the unit at the top of their reach. */
export async function holdersOfRole(role: Role, today: CivilDate): Promise<Map<number, number[]>> {
  const client = await reader();
  const rows = await client.$queryRaw<{ id: bigint; grants: string | null }[]>(Prisma.sql`
    SELECT a.id, ${grantsInForce(today)} AS grants
    FROM account a JOIN person p ON p.id = ${keptRecord("a.person_id")}
    WHERE a.disabled = 0 AND a.id IN (SELECT account_id FROM permission_grant WHERE role = ${role} AND retracted_change IS NULL)
      AND ${serves(today)}`);
  const byUnit = new Map<number, number[]>();
  for (const { id, grants } of rows) {
    for (const grant of (grants ?? "").split(",")) {
      const [name, unit] = grant.split(":");
      if (name === role) byUnit.set(Number(unit), [...(byUnit.get(Number(unit)) ?? []), Number(id)]);
    }
  }
  return byUnit;
}

/** Who looks after the staff of a unit: the HR officers of the nearest unit that has any, from itself upwards. */
export async function hrOfUnits(today: CivilDate): Promise<(unitId: number) => readonly number[]> {
  const [byUnit, organisation] = await Promise.all([holdersOfRole("hr-officer", today), organisationAsOf(today)]);
  return (unitId) => {
    const above = ancestorsOf(organisation, unitId).map(({ id }) => id);
    for (const id of [unitId, ...above.reverse()]) {
      const found = byUnit.get(id);
      if (found) return found;
    }
    return [];
  };
}
