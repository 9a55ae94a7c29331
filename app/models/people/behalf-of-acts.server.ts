import { unitsInScope } from "~/domain/organisation/succession";
import { behalfOf } from "~/domain/permissions/behalf";
import type { Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import { organisationFacts } from "../organisation/organisation-facts.server";

/** Whose power was used: the one loan that covers all units, or the first that covers one which no grant does. */
export async function behalfOfActs(
  viewer: Viewer,
  unitsOfActs: readonly (readonly number[])[],
  today: CivilDate,
): Promise<number | null> {
  const organisation = await organisationFacts();
  const units = [...new Set(unitsOfActs.flat())];
  const under = new Map<number, Set<number>>();
  const covers = (top: number, unit: number) => {
    const reach = under.get(top) ?? unitsInScope(organisation, [top], today);
    under.set(top, reach);
    return reach.has(unit);
  };
  const lenders = units.map((unit) => behalfOf(viewer, "change-people", (top) => covers(top, unit)));
  if (lenders.every((lender) => lender === null)) return null;
  const one = behalfOf(viewer, "change-people", (top) => units.every((unit) => covers(top, unit)));
  return one ?? lenders.find((lender) => lender !== null) ?? null;
}
