import { applyBatch } from "~/domain/organisation/apply-batch";
import { levelLabelOn, type UnitAsOf, unitsAsOf } from "~/domain/organisation/organisation-as-of";
import { LEVELS, type Level } from "~/domain/organisation/organisation-facts";
import type { Plan } from "~/domain/organisation/reorganisation-plan";
import { unitsByProvince, unitsBySiblings } from "~/domain/organisation/unit-groups";
import type { Viewer } from "~/domain/permissions/viewer";
import { nameOfUnit } from "~/domain/reporting/unit-selection";
import { type CivilDate, holdsOn } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { scopeOf } from "../reporting/scope-units.server";
import { organisationFacts } from "./organisation-facts.server";
import { planScope } from "./plan-scope.server";

export interface PlanOption {
  /** a key of the plan */
  value: string;
  label: string;
}

export interface PlanOptionGroup {
  label: string;
  options: PlanOption[];
}

/** What can be chosen in an act, given what the acts before it do. */
export interface PlanChoices {
  /** by provincial unit */
  units: PlanOptionGroup[];
  /** by the unit above and the level: of these some can be merged */
  siblings: PlanOptionGroup[];
  levels: { value: Level; label: string }[];
  /** empty for who may not reorganise everything: areas are nobody's alone */
  areas: PlanOption[];
  /** whether the viewer may begin a unit that stands under none, and what concerns all units */
  all: boolean;
  /** keys that nothing new can have */
  taken: ReadonlySet<string>;
  /** the unit of an address, where it can be chosen */
  keyOf(publicId: string): string | null;
}

/** The choices for the act at `index` of a plan: the units of its day that the viewer may reorganise, and those begun before it. */
export async function planChoices(
  viewer: Viewer,
  plan: Plan,
  index: number,
  today: CivilDate,
  language: Language,
): Promise<PlanChoices> {
  const known = await organisationFacts();
  const scope = await scopeOf(viewer, "change-organisation", today);
  const facts = index === 0 ? known : applyBatch(known, { ...plan, acts: plan.acts.slice(0, index) }).facts;
  const organisation = unitsAsOf(facts, plan.date);
  const mayChoose = (unit: UnitAsOf) => unit.id < 0 || scope.has(unit.id);
  // a closed list shows no heading: there a unit's name stands alone
  const alone = (unit: UnitAsOf) => ({ value: unit.key, label: nameOfUnit(organisation, unit)[language] });
  const optionOf = (unit: UnitAsOf) => ({ value: unit.key, label: unit.name[language] });
  const { all } = await planScope(viewer, today);
  const labelOf = (level: Level) => levelLabelOn(facts, level, plan.date)?.[language] ?? "";
  const keyOfArea = new Map(facts.areas.map((area) => [area.id, area.key]));
  return {
    units: unitsByProvince(organisation, mayChoose).map(({ head, units }) => ({
      label: head.name[language],
      options: units.map(alone),
    })),
    siblings: unitsBySiblings(organisation, mayChoose).map(({ head, units }) => ({
      // the top of the tree heads two levels
      label: head.parentId === null ? labelOf(units[0]?.level ?? head.level) : head.name[language],
      options: units.map(optionOf),
    })),
    levels: LEVELS.map((level) => ({
      value: level,
      label: labelOf(level),
    })),
    areas: all
      ? facts.areaVersions
          .filter((version) => holdsOn(version, plan.date))
          .sort((a, b) => (a.code < b.code ? -1 : 1))
          .map(({ areaId, code, name }) => ({ value: keyOfArea.get(areaId) ?? "", label: `${code} ${name[language]}` }))
      : [],
    all,
    taken: new Set([...facts.units, ...facts.areas].map(({ key }) => key)),
    keyOf: (publicId) => {
      const unit = [...organisation.byId.values()].find((each) => each.publicId === publicId && publicId !== "");
      return unit && mayChoose(unit) ? unit.key : null;
    },
  };
}
