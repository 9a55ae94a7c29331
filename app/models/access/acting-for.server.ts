import { unitsInScope } from "~/domain/organisation/succession";
import { behalfOf } from "~/domain/permissions/behalf";
import type { Power } from "~/domain/permissions/role";
import type { Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import { organisationFacts } from "../organisation/organisation-facts.server";

/**
 * On whose behalf a viewer acts upon units, ended ones included: for `onBehalfOf` of a change. Null when own grants cover all of
 * them; where several people lent what it takes, the first.
 */
export async function actingFor(
  viewer: Viewer,
  power: Power,
  unitIds: Iterable<number>,
  today: CivilDate,
): Promise<number | null> {
  if (viewer.delegations.every((delegation) => delegation.power !== power)) return null;
  const facts = await organisationFacts();
  const reach = new Map<number, Set<number>>();
  const under = (top: number, unitId: number) => {
    const known = reach.get(top) ?? unitsInScope(facts, [top], today);
    reach.set(top, known);
    return known.has(unitId);
  };
  for (const unitId of unitIds) {
    const lender = behalfOf(viewer, power, (top) => under(top, unitId));
    if (lender !== null) return lender;
  }
  return null;
}
