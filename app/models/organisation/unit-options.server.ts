import { unitsByProvince } from "~/domain/organisation/unit-groups";
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
  return unitsByProvince(organisation, ({ id }) => scope.has(id)).map(({ head, units }) => ({
    label: head.name[language],
    options: units.map(({ publicId, name }) => ({ value: publicId, label: name[language] })),
  }));
}
