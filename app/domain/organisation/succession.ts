import type { CivilDate } from "~/domain/time/civil-date";
import { type OrganisationAsOf, subtreeIds, unitsAsOf } from "./organisation-as-of";
import type { OrganisationFacts } from "./organisation-facts";

/**
 * The units that stand on the date where the given one stood: itself while it exists, else whoever followed it, and whoever
 * followed those. Empty when it ended without a successor, or begins later.
 */
export function successorsOn(facts: OrganisationFacts, unitId: number, date: CivilDate): number[] {
  return successorsIn(facts, unitsAsOf(facts, date), unitId);
}

/** The same for many units, with the organisation of the date at hand. */
export function successorsIn(facts: OrganisationFacts, organisation: OrganisationAsOf, unitId: number): number[] {
  const found = new Set<number>();
  const seen = new Set([unitId]);
  for (const at of seen) {
    if (organisation.byId.has(at)) {
      found.add(at);
      continue;
    }
    for (const row of facts.successions) {
      if (row.oldUnitId === at && row.date <= organisation.date) seen.add(row.newUnitId);
    }
  }
  return [...found];
}

/** The units, ended ones included, that the given one follows, directly or over others. */
export function predecessorsOf(facts: OrganisationFacts, unitId: number): number[] {
  const seen = new Set([unitId]);
  for (const at of seen) for (const row of facts.successions) if (row.newUnitId === at) seen.add(row.oldUnitId);
  seen.delete(unitId);
  return [...seen];
}

/**
 * The ids of all units of all times that are in scope for someone whose reach is, today, the subtrees under `tops`. For past
 * dates a unit is in scope when it or its successor is in a subtree today; one that ended without a successor, or is yet to
 * begin, goes with the unit it last stood under.
 */
export function unitsInScope(facts: OrganisationFacts, tops: readonly number[], today: CivilDate): Set<number> {
  const organisation = unitsAsOf(facts, today);
  const reach = new Set(tops.flatMap((top) => subtreeIds(organisation, top)));
  const lastParent = new Map(
    [...facts.placements].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1)).map((row) => [row.unitId, row.parentId]),
  );
  const isInScope = (unitId: number, seen: Set<number>): boolean => {
    if (seen.has(unitId)) return false;
    seen.add(unitId);
    if (organisation.byId.has(unitId)) return reach.has(unitId);
    const followers = successorsIn(facts, organisation, unitId);
    if (followers.length > 0) return followers.some((heir) => reach.has(heir));
    const parent = lastParent.get(unitId);
    return parent !== undefined && isInScope(parent, seen);
  };
  return new Set(facts.units.map((unit) => unit.id).filter((id) => isInScope(id, new Set())));
}
