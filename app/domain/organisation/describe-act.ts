import type { Language } from "~/domain/text/language";
import { showCivilDate } from "~/domain/time/civil-date";
import type { ActProblem, ActProblemCode } from "./act-problem";
import type { Act } from "./acts";
import { levelLabelOn } from "./organisation-as-of";
import type { OrganisationFacts, UnitTypeKey } from "./organisation-facts";
import { namesInPlan } from "./plan-names";
import type { Plan } from "./reorganisation-plan";

/** An act as a sentence: the text `reorganisation:act.<sentence>` with the values put in. */
export interface ActLine {
  sentence: Act["act"] | "create-root" | "close-into";
  values: Record<string, string>;
  /** the kind that a unit is put into: it has a word of its own */
  type?: UnitTypeKey;
}

/** A problem as a sentence: the text `reorganisation:problem.<code>` with the values put in. */
export interface ProblemLine {
  /** index of the act */
  act: number;
  code: ActProblemCode | "no-parent";
  values: Record<string, string>;
}

/** Says what the acts of a plan do and what stands in their way, by names: no key is for people. */
export interface PlanWords {
  act(act: Act): ActLine;
  problem(problem: ActProblem): ProblemLine;
  unit(key: string): string;
}

export function wordsOfPlan(facts: OrganisationFacts, plan: Plan, language: Language): PlanWords {
  const names = namesInPlan(facts, plan);
  const unit = (key: string) => names.unit(key)?.[language] ?? "";
  const area = (key: string) => names.area(key)?.[language] ?? "";
  const level = (key: string) => {
    const known = facts.labels.find((row) => row.level === key)?.level;
    return known ? (levelLabelOn(facts, known, plan.date)?.[language] ?? "") : "";
  };
  const each = (keys: readonly string[], name: (key: string) => string) => keys.map(name).filter(Boolean).join(", ");
  return {
    unit,
    act: (act) => lineOf(act, { unit, area, level, each, language }),
    problem: ({ act, code, params }) => {
      const named = Object.entries(params).map(([param, value]) => [
        param,
        readable(param, value, { unit, area, level, each }),
      ]);
      const values: Record<string, string> = Object.fromEntries(named);
      // some are about a unit or an area alike
      values.what = values.unit ?? values.area ?? "";
      const alone = code === "wrong-parent-level" && params.parent === "";
      return { act, code: alone ? "no-parent" : code, values };
    },
  };
}

interface Names {
  unit(key: string): string;
  area(key: string): string;
  level(key: string): string;
  each(keys: readonly string[], name: (key: string) => string): string;
}

/** The params of problems hold keys; which kind is told by their names. */
function readable(param: string, value: string, { unit, area, level, each }: Names): string {
  switch (param) {
    case "area":
      return area(value);
    case "level":
      return level(value);
    case "date":
      return showCivilDate(value);
    case "code":
    case "person":
      return value;
    default:
      return each(value.split(", "), unit);
  }
}

function lineOf(act: Act, { unit, area, level, each, language }: Names & { language: Language }): ActLine {
  switch (act.act) {
    case "create": {
      const values = { name: act.name[language], level: level(act.level) };
      if (act.parent === undefined) return { sentence: "create-root", values };
      return { sentence: "create", values: { ...values, parent: unit(act.parent) } };
    }
    case "rename":
      return { sentence: "rename", values: { unit: unit(act.unit), name: act.name[language] } };
    case "relabel-level":
      return { sentence: "relabel-level", values: { level: level(act.level), label: act.label[language] } };
    case "move":
      return { sentence: "move", values: { unit: unit(act.unit), parent: unit(act.parent) } };
    case "merge":
      return { sentence: "merge", values: { units: each(act.units, unit), name: act.into.name[language] } };
    case "split": {
      const heirs = [...act.into.map(({ name }) => name[language]), ...act.successors.map(unit)];
      return { sentence: "split", values: { unit: unit(act.unit), heirs: heirs.join(", ") } };
    }
    case "classify":
      return { sentence: "classify", values: { unit: unit(act.unit) }, type: act.type };
    case "close":
      if (act.successors.length === 0) return { sentence: "close", values: { unit: unit(act.unit) } };
      return { sentence: "close-into", values: { unit: unit(act.unit), successors: each(act.successors, unit) } };
    case "place-in-area":
      return { sentence: "place-in-area", values: { unit: unit(act.unit), area: area(act.area) } };
    case "create-area":
      return { sentence: "create-area", values: { name: act.name[language], code: act.code } };
    case "change-area":
      return { sentence: "change-area", values: { area: area(act.area) } };
    case "merge-areas":
      return { sentence: "merge-areas", values: { areas: each(act.areas, area), name: act.into.name[language] } };
  }
}
