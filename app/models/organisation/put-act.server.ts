import { type ActFormContext, actFromValues } from "~/domain/organisation/act-from-values";
import type { ActField, ActKind, ActValues } from "~/domain/organisation/act-values";
import { newKey } from "~/domain/organisation/new-key";
import { begunAreas, begunUnits } from "~/domain/organisation/plan-names";
import { MOST_ACTS } from "~/domain/organisation/reorganisation-plan";
import type { Viewer } from "~/domain/permissions/viewer";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import type { FoundPlan } from "./find-plan.server";
import { type PlanChoices, planChoices } from "./plan-choices.server";
import { type Saved, savePlan } from "./save-plan.server";

export type PutAct = { saved: Saved } | { wrong: ActField[] };

/**
 * Puts the act that a form made into a plan: at the end, or in the place of one that is there, which must be of the same kind.
 * What the act begins is given a key; an act that is put right keeps the keys it gave, so that later acts still find them.
 */
export async function putAct(
  viewer: Viewer,
  found: FoundPlan,
  index: number,
  kind: ActKind,
  values: ActValues,
  seen: Instant,
  at: Instant,
): Promise<PutAct> {
  const { acts } = found.plan;
  const choices = await planChoices(viewer, found.plan, index, civilDateOf(at), "vi");
  const made = actFromValues(kind, values, contextOf(found, index, choices));
  if ("wrong" in made) return made;
  if (acts.length >= MOST_ACTS && index >= acts.length) return { saved: "outside" };
  const put = [...acts];
  put[Math.min(index, acts.length)] = made.act;
  return { saved: await savePlan(viewer, found, { ...found.plan, acts: put }, seen, at) };
}

function contextOf({ plan, publicId }: FoundPlan, index: number, choices: PlanChoices): ActFormContext {
  const own = plan.acts[index];
  const kept = own ? [...begunUnits(own), ...begunAreas(own)].map(({ key }) => key) : [];
  const begun = plan.acts.flatMap((act) => [...begunUnits(act), ...begunAreas(act)]).map(({ key }) => key);
  const taken = new Set([...choices.taken, ...begun]);
  return {
    units: new Set(choices.units.flatMap(({ options }) => options.map(({ value }) => value))),
    areas: new Set(choices.areas.map(({ value }) => value)),
    all: choices.all,
    newKey: (name) => {
      const key = kept.shift() ?? newKey(name, `${plan.date}-${publicId.slice(0, 4)}`, taken);
      taken.add(key);
      return key;
    },
  };
}
