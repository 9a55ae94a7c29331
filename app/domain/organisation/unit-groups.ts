import { type OrganisationAsOf, subtreeOf, type UnitAsOf } from "./organisation-as-of";

/** Units below one heading. */
export interface UnitGroup {
  head: UnitAsOf;
  units: UnitAsOf[];
}

/**
 * The units that pass, in the order of the tree: those of the centre first, then each provincial unit with what is below it,
 * then special units.
 */
export function unitsByProvince(organisation: OrganisationAsOf, passes: (unit: UnitAsOf) => boolean): UnitGroup[] {
  const groups = organisation.roots.flatMap((root) => {
    const provinces = root.children.filter((unit) => unit.level === "PROVINCIAL");
    const below = new Set(provinces.flatMap((unit) => subtreeOf(organisation, unit.id)));
    const central = subtreeOf(organisation, root.id).filter((unit) => !below.has(unit));
    return [
      { head: root, units: central },
      ...provinces.map((head) => ({ head, units: subtreeOf(organisation, head.id) })),
    ];
  });
  const special = organisation.special.map((head) => ({ head, units: subtreeOf(organisation, head.id) }));
  return passing([...groups, ...special], passes);
}

/** The units that pass, by the unit they stand under and the level they share: of those some can be merged into one. */
export function unitsBySiblings(organisation: OrganisationAsOf, passes: (unit: UnitAsOf) => boolean): UnitGroup[] {
  const groups: UnitGroup[] = [];
  const visit = (head: UnitAsOf) => {
    for (const level of ["CENTRAL", "PROVINCIAL", "GRASSROOTS"] as const) {
      const units = head.children.filter((unit) => unit.level === level);
      if (units.length > 1) groups.push({ head, units });
    }
    head.children.forEach(visit);
  };
  organisation.roots.forEach(visit);
  return passing(groups, passes).filter(({ units }) => units.length > 1);
}

function passing(groups: readonly UnitGroup[], passes: (unit: UnitAsOf) => boolean): UnitGroup[] {
  return groups
    .map(({ head, units }) => ({ head, units: units.filter(passes) }))
    .filter(({ units }) => units.length > 0);
}
