import { type OrganisationAsOf, subtreeIds, type UnitAsOf } from "~/domain/organisation/organisation-as-of";
import type { OrganisationFacts } from "~/domain/organisation/organisation-facts";
import { predecessorsOf, successorsIn } from "~/domain/organisation/succession";
import type { Bilingual } from "~/domain/text/bilingual";
import type { CivilDate } from "~/domain/time/civil-date";

/**
 * The units of a date that stand for the given one: itself while it exists; after its end those who followed it; before its
 * beginning those whom it follows. Empty when there are none.
 */
export function standInsOn(facts: OrganisationFacts, organisation: OrganisationAsOf, unitId: number): number[] {
  if (organisation.byId.has(unitId)) return [unitId];
  const after = successorsIn(facts, organisation, unitId);
  if (after.length > 0) return after;
  return predecessorsOf(facts, unitId).filter((id) => organisation.byId.has(id));
}

/** Ids of the units and all below them on the date. */
export function subtreesOf(organisation: OrganisationAsOf, unitIds: readonly number[]): Set<number> {
  return new Set(unitIds.flatMap((id) => subtreeIds(organisation, id)));
}

/** The units in scope that have no parent in scope, in the order of the tree: where a viewer's part of it begins. */
export function topsOf(organisation: OrganisationAsOf, inScope: (unitId: number) => boolean): UnitAsOf[] {
  const tops: UnitAsOf[] = [];
  const visit = (units: readonly UnitAsOf[]) => {
    for (const unit of units) {
      if (inScope(unit.id)) tops.push(unit);
      else visit(unit.children);
    }
  };
  visit(organisation.roots);
  visit(organisation.special);
  return tops;
}

/** The place of each unit in the tree of the date, parents before children: the order of lists by unit. */
export function treeOrder(organisation: OrganisationAsOf): Map<number, number> {
  const order = new Map<number, number>();
  const visit = (units: readonly UnitAsOf[]) => {
    for (const unit of units) {
      order.set(unit.id, order.size);
      visit(unit.children);
    }
  };
  visit(organisation.roots);
  visit(organisation.special);
  return order;
}

/** What a unit is called on a date, or was called last before it, or first after it. */
export function nameAround(facts: OrganisationFacts, unitId: number, date: CivilDate): Bilingual {
  const names = facts.names.filter((row) => row.unitId === unitId).sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  const known = names.filter((row) => row.validFrom <= date).at(-1) ?? names[0];
  return known?.name ?? { vi: "", en: "" };
}

/** A unit's name that stands alone: a grassroots unit with its province, where the name does not say it. */
export function nameOfUnit(organisation: OrganisationAsOf, unit: UnitAsOf): Bilingual {
  const parent = unit.parentId === null ? undefined : organisation.byId.get(unit.parentId);
  if (unit.level !== "GRASSROOTS" || !parent) return unit.name;
  const { name } = unit;
  const withParent = (own: string, above: string) => (own.includes(above) ? own : `${own}, ${above}`);
  return { vi: withParent(name.vi, parent.short.vi), en: withParent(name.en, parent.short.en) };
}
