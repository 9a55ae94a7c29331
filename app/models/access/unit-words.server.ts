import { nameAround, nameOfUnit } from "~/domain/reporting/unit-selection";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { frameworksAsOf } from "../course/frameworks.server";
import { organisationAsOf, organisationFacts } from "../organisation/organisation-facts.server";

export interface UnitWords {
  stands(unitId: number): boolean;
  /** what the unit is called, or was */
  nameOf(unitId: number): string;
  /** "position, unit" of a post as `mainPost` gives it; empty without one */
  placeOf(post: string | null): string;
}

/** The names of units and posts on a date, in one language. */
export async function unitWords(date: CivilDate, language: Language): Promise<UnitWords> {
  const [organisation, facts, frameworks] = await Promise.all([
    organisationAsOf(date),
    organisationFacts(),
    frameworksAsOf(date),
  ]);
  const { positions } = frameworks.positions.content;
  const nameOf = (unitId: number) => {
    const unit = organisation.byId.get(unitId);
    return (unit ? nameOfUnit(organisation, unit) : nameAround(facts, unitId, date))[language];
  };
  return {
    stands: (unitId) => organisation.byId.has(unitId),
    nameOf,
    placeOf(post) {
      const [position, unitId] = (post ?? "").split(":");
      const title = positions.find(({ key }) => key === position)?.short[language];
      return [title, unitId && nameOf(Number(unitId))].filter(Boolean).join(", ");
    },
  };
}
