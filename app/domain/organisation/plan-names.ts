import { nameAround, nameOfUnit } from "~/domain/reporting/unit-selection";
import type { Bilingual } from "~/domain/text/bilingual";
import { holdsOn } from "~/domain/time/civil-date";
import type { Act } from "./acts";
import { unitsAsOf } from "./organisation-as-of";
import type { OrganisationFacts } from "./organisation-facts";
import type { Plan } from "./reorganisation-plan";

/** What the units and areas of a plan are called, by key; a key that is unknown has no name. */
export interface PlanNames {
  unit(key: string): Bilingual | null;
  area(key: string): Bilingual | null;
}

/** Names of the plan's day as they are without it; what the plan begins has the name that it gives. */
export function namesInPlan(facts: OrganisationFacts, { date, acts }: Plan): PlanNames {
  const organisation = unitsAsOf(facts, date);
  const units = new Map<string, Bilingual>();
  const areas = new Map<string, Bilingual>();
  for (const { key, name } of acts.flatMap(begunUnits)) units.set(key, name);
  for (const { key, name } of acts.flatMap(begunAreas)) areas.set(key, name);
  for (const { id, key } of facts.units) {
    const standing = organisation.byId.get(id);
    units.set(key, standing ? nameOfUnit(organisation, standing) : nameAround(facts, id, date));
  }
  const keyOf = new Map(facts.areas.map((area) => [area.id, area.key]));
  for (const version of facts.areaVersions) {
    const key = keyOf.get(version.areaId) ?? "";
    if (!areas.has(key) || holdsOn(version, date)) areas.set(key, version.name);
  }
  return { unit: (key) => units.get(key) ?? null, area: (key) => areas.get(key) ?? null };
}

interface Begun {
  key: string;
  name: Bilingual;
}

/** The units that an act begins. */
export function begunUnits(act: Act): Begun[] {
  switch (act.act) {
    case "create":
      return [{ key: act.unit, name: act.name }];
    case "merge":
      return [{ key: act.into.unit, name: act.into.name }];
    case "split":
      return act.into.map(({ unit, name }) => ({ key: unit, name }));
    default:
      return [];
  }
}

/** The areas that an act begins. */
export function begunAreas(act: Act): Begun[] {
  switch (act.act) {
    case "create-area":
      return [{ key: act.area, name: act.name }];
    case "merge-areas":
      return [{ key: act.into.area, name: act.into.name }];
    default:
      return [];
  }
}
