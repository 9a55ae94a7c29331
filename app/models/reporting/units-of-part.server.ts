import type { OrganisationAsOf } from "~/domain/organisation/organisation-as-of";
import type { OrganisationFacts } from "~/domain/organisation/organisation-facts";
import { standInsOn, subtreesOf } from "~/domain/reporting/unit-selection";
import type { Scope } from "./scope-units.server";

/** Ids of the units of the date that head the part under a unit, and of all that belong to it, as far as they are in scope. */
export function unitsOfPart(
  { facts, organisation, scope }: { facts: OrganisationFacts; organisation: OrganisationAsOf; scope: Scope },
  unitId: number,
): { heads: number[]; units: Set<number> } {
  const heads = standInsOn(facts, organisation, unitId).filter(scope.has);
  return { heads, units: new Set([...subtreesOf(organisation, heads)].filter(scope.has)) };
}
