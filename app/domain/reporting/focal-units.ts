import { type OrganisationAsOf, subtreeOf, type UnitAsOf } from "~/domain/organisation/organisation-as-of";
import type { OrganisationFacts } from "~/domain/organisation/organisation-facts";
import type { Setting } from "~/domain/settings/setting";
import { holdsOn } from "~/domain/time/civil-date";

/** Which units have a focal point each, as agreed on for a date. */
export interface FocalUnitsAsked {
  levels: Setting["focal-levels"];
  types: Setting["focal-unit-types"];
}

export function focalUnitsAsked(settings: Setting): FocalUnitsAsked {
  return { levels: settings["focal-levels"], types: settings["focal-unit-types"] };
}

/**
 * The units of a date that are asked for a focal point, in the order of the tree: provinces by their codes. Special units stand
 * apart, and the root is no unit of its own.
 */
export function focalUnits(
  facts: Pick<OrganisationFacts, "types">,
  organisation: OrganisationAsOf,
  { levels, types }: FocalUnitsAsked,
): UnitAsOf[] {
  const typed = new Set(
    facts.types.filter((row) => types.includes(row.type) && holdsOn(row, organisation.date)).map((row) => row.unitId),
  );
  return organisation.roots.flatMap((root) =>
    subtreeOf(organisation, root.id).filter(
      (unit) => unit.parentId !== null && (levels.some((level) => level === unit.level) || typed.has(unit.id)),
    ),
  );
}
