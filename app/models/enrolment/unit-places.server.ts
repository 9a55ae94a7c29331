import type { UnitPlaces } from "~/domain/enrolment/rule-condition";
import type { OrganisationAsOf } from "~/domain/organisation/organisation-as-of";
import type { OrganisationFacts } from "~/domain/organisation/organisation-facts";
import { standInsOn, subtreesOf } from "~/domain/reporting/unit-selection";
import { type CivilDate, holdsOn } from "~/domain/time/civil-date";
import { organisationAsOf, organisationFacts } from "~/models/organisation/organisation-facts.server";

const known = new WeakMap<OrganisationAsOf, UnitPlaces>();

/** Where units stand on a date, for the rules that ask; a unit that has ended is taken for those who followed it. */
export async function unitPlaces(date: CivilDate): Promise<UnitPlaces> {
  const [facts, organisation] = await Promise.all([organisationFacts(), organisationAsOf(date)]);
  return placesIn(facts, organisation);
}

/** The same in the organisation given, by the facts of which it was made. */
export function placesIn(facts: OrganisationFacts, organisation: OrganisationAsOf): UnitPlaces {
  const { date } = organisation;
  const held = known.get(organisation);
  if (held) return held;
  const under = new Map<string, ReadonlySet<number>>();
  const types = new Map(facts.types.filter((row) => holdsOn(row, date)).map((row) => [row.unitId, row.type]));
  const places: UnitPlaces = {
    isUnder(unitId, publicId) {
      let units = under.get(publicId);
      if (!units) {
        const top = facts.units.find((unit) => unit.publicId === publicId);
        units = top ? subtreesOf(organisation, standInsOn(facts, organisation, top.id)) : new Set<number>();
        under.set(publicId, units);
      }
      return units.has(unitId);
    },
    typeOf: (unitId) => types.get(unitId) ?? null,
  };
  known.set(organisation, places);
  return places;
}
