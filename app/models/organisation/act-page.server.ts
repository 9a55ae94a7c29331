import { ACTS_FOR_ALL, type ActKind, type ActValues, NO_VALUES } from "~/domain/organisation/act-values";
import { applyBatch } from "~/domain/organisation/apply-batch";
import { unitsAsOf } from "~/domain/organisation/organisation-as-of";
import { valuesOfAct } from "~/domain/organisation/values-of-act";
import type { Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import type { FoundPlan } from "./find-plan.server";
import { organisationFacts } from "./organisation-facts.server";
import { type PlanChoices, type PlanOption, planChoices } from "./plan-choices.server";

export interface ActPage {
  kind: ActKind;
  values: ActValues;
  choices: Pick<PlanChoices, "units" | "siblings" | "levels" | "areas" | "all">;
  /** the units below the one that is split */
  below: PlanOption[];
}

/** The form of an act of a plan: the one at `index`, or a new one of a kind. Null: there is none, or it is not the viewer's. */
export async function actPage(
  viewer: Viewer,
  { plan }: FoundPlan,
  asked: { index: number } | { kind: ActKind; unit: string },
  today: CivilDate,
  language: Language,
): Promise<ActPage | null> {
  const index = "index" in asked ? asked.index : plan.acts.length;
  const act = plan.acts[index];
  if ("index" in asked && !act) return null;
  const { taken: _, keyOf, ...choices } = await planChoices(viewer, plan, index, today, language);
  const kind = "kind" in asked ? asked.kind : act?.act;
  if (!kind || (!choices.all && ACTS_FOR_ALL.includes(kind))) return null;
  if (act) return { kind, values: valuesOfAct(act), choices, below: await unitsBelow(plan, index, language) };
  const key = "unit" in asked ? (keyOf(asked.unit) ?? "") : "";
  return { kind, values: prefilled(kind, key), choices, below: [] };
}

/** Who came from a unit's page finds it chosen. */
function prefilled(kind: ActKind, key: string): ActValues {
  if (key === "") return NO_VALUES;
  if (kind === "create") return { ...NO_VALUES, parent: key };
  if (kind === "merge") return { ...NO_VALUES, units: [key] };
  return { ...NO_VALUES, unit: key };
}

async function unitsBelow(plan: FoundPlan["plan"], index: number, language: Language): Promise<PlanOption[]> {
  const act = plan.acts[index];
  if (act?.act !== "split") return [];
  const known = await organisationFacts();
  const { facts } = applyBatch(known, { ...plan, acts: plan.acts.slice(0, index) });
  const units = [...unitsAsOf(facts, plan.date).byId.values()];
  const unit = units.find(({ key }) => key === act.unit);
  return (unit?.children ?? []).map(({ key, name }) => ({ value: key, label: name[language] }));
}
