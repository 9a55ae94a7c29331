import { lendablePowers } from "~/domain/permissions/may-delegate";
import type { Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { type UnitOptionGroup, unitOptions } from "../organisation/unit-options.server";

/** The units over which a viewer has some power of their own, in the order of the tree. Which power reaches which is asked later. */
export async function ownUnitOptions(viewer: Viewer, today: CivilDate, language: Language): Promise<UnitOptionGroup[]> {
  const own = { ...viewer, delegations: [] };
  const lists = await Promise.all(lendablePowers(viewer).map((power) => unitOptions(own, power, today, language)));
  const groups = new Map<string, UnitOptionGroup>();
  for (const group of lists.flat()) {
    const known = groups.get(group.label) ?? { label: group.label, options: [] };
    const more = group.options.filter(({ value }) => known.options.every((option) => option.value !== value));
    groups.set(group.label, { ...known, options: [...known.options, ...more] });
  }
  return [...groups.values()];
}
