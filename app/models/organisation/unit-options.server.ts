import { subtreeOf, type UnitAsOf } from "~/domain/organisation/organisation-as-of";
import type { Power } from "~/domain/permissions/role";
import type { Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { scopeOf } from "../reporting/scope-units.server";
import { organisationAsOf } from "./organisation-facts.server";

export interface UnitOptionGroup {
  label: string;
  options: { value: string; label: string }[];
}

/**
 * The units of a date that a viewer may choose from, by a power over them: a group for each provincial unit with what is below
 * it, in the order of the tree; central units first, special ones last.
 */
export async function unitOptions(
  viewer: Viewer,
  power: Power,
  date: CivilDate,
  language: Language,
  today: CivilDate = date,
): Promise<UnitOptionGroup[]> {
  const [organisation, scope] = await Promise.all([organisationAsOf(date), scopeOf(viewer, power, today)]);
  const groups = new Map<number, UnitOptionGroup>();
  const add = (head: UnitAsOf, units: readonly UnitAsOf[]) => {
    const options = units
      .filter(({ id }) => scope.has(id))
      .map(({ publicId, name }) => ({ value: publicId, label: name[language] }));
    if (options.length > 0) groups.set(head.id, { label: head.name[language], options });
  };
  for (const root of organisation.roots) {
    const ownHead = (unit: UnitAsOf) => unit.level === "PROVINCIAL";
    add(
      root,
      subtreeOf(organisation, root.id).filter((unit) => !ownHead(unit) && !isBelow(organisation.byId, unit, ownHead)),
    );
    for (const unit of root.children.filter(ownHead)) add(unit, subtreeOf(organisation, unit.id));
  }
  for (const unit of organisation.special) add(unit, subtreeOf(organisation, unit.id));
  return [...groups.values()];
}

function isBelow(byId: ReadonlyMap<number, UnitAsOf>, unit: UnitAsOf, test: (unit: UnitAsOf) => boolean): boolean {
  for (let at = unit.parentId; at !== null; ) {
    const parent = byId.get(at);
    if (!parent) return false;
    if (test(parent)) return true;
    at = parent.parentId;
  }
  return false;
}
