import { ancestorsOf, type OrganisationAsOf } from "~/domain/organisation/organisation-as-of";
import type { OrganisationFacts } from "~/domain/organisation/organisation-facts";
import { successorsIn } from "~/domain/organisation/succession";

/**
 * The units whose holders of a power reach the given unit on the organisation's date: itself and all above it; for a unit that
 * does not stand then, those of its successors, else of the unit it last stood under. The converse of `unitsInScope`.
 */
export function topsReaching(facts: OrganisationFacts, organisation: OrganisationAsOf, unitId: number): Set<number> {
  const tops = new Set<number>();
  for (const standing of standingFor(facts, organisation, unitId, new Set())) {
    tops.add(standing);
    for (const above of ancestorsOf(organisation, standing)) tops.add(above.id);
  }
  return tops;
}

function standingFor(
  facts: OrganisationFacts,
  organisation: OrganisationAsOf,
  unitId: number,
  seen: Set<number>,
): number[] {
  if (seen.has(unitId)) return [];
  seen.add(unitId);
  const heirs = successorsIn(facts, organisation, unitId);
  if (heirs.length > 0) return heirs;
  const last = facts.placements
    .filter((row) => row.unitId === unitId)
    .reduce<{ validFrom: string; parentId: number } | null>(
      (latest, row) => (latest === null || row.validFrom >= latest.validFrom ? row : latest),
      null,
    );
  return last === null ? [] : standingFor(facts, organisation, last.parentId, seen);
}
