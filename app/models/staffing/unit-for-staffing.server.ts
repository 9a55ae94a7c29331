import type { Power } from "~/domain/permissions/role";
import type { Viewer } from "~/domain/permissions/viewer";
import { nameAround } from "~/domain/reporting/unit-selection";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { frameworksAsOf } from "../course/frameworks.server";
import { organisationFacts } from "../organisation/organisation-facts.server";
import { scopeOf } from "../reporting/scope-units.server";

export interface StaffedUnit {
  id: number;
  publicId: string;
  name: string;
}

/** The unit of an address, of any time, where the viewer has the power; null for everyone else. */
export async function staffedUnit(
  viewer: Viewer,
  power: Power,
  publicId: string,
  dates: { asOf: CivilDate; today: CivilDate },
  language: Language,
): Promise<StaffedUnit | null> {
  const [facts, scope] = await Promise.all([organisationFacts(), scopeOf(viewer, power, dates.today)]);
  const unit = facts.units.find((each) => each.publicId === publicId);
  if (!unit || !scope.has(unit.id)) return null;
  return { id: unit.id, publicId, name: nameAround(facts, unit.id, dates.asOf)[language] };
}

/** Titles of positions, and those that can be chosen for a new post. */
export async function positionTitles(today: CivilDate, language: Language) {
  const { positions } = (await frameworksAsOf(today)).positions.content;
  const titles = new Map(positions.map(({ key, title }) => [key, title[language]]));
  return {
    of: (key: string) => titles.get(key) ?? key,
    options: positions.map(({ key, title }) => ({ value: key, label: title[language] })),
    order: positions.map(({ key }) => key),
  };
}
