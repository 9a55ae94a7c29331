import { unitsNamedBy } from "~/domain/organisation/named-units";
import type { Plan } from "~/domain/organisation/reorganisation-plan";
import { hasPower, type Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import { scopeOf } from "../reporting/scope-units.server";
import { organisationAsOf, organisationFacts } from "./organisation-facts.server";

export interface PlanScope {
  /** whether the viewer may change what all units share: their reach begins at the top of the tree */
  all: boolean;
  /** whether the viewer may reorganise every unit that the acts name; one that an act begins counts with the unit above it */
  covers(acts: Plan["acts"]): boolean;
  /** ids of the units on record that the acts name */
  unitsOf(acts: Plan["acts"]): number[];
}

/** What a viewer may reorganise. */
export async function planScope(viewer: Viewer, today: CivilDate): Promise<PlanScope> {
  const [facts, organisation, scope] = await Promise.all([
    organisationFacts(),
    organisationAsOf(today),
    scopeOf(viewer, "change-organisation", today),
  ]);
  const all = organisation.roots.length > 0 && organisation.roots.every((root) => scope.has(root.id));
  const idOf = new Map(facts.units.map((unit) => [unit.key, unit.id]));
  return {
    all,
    covers: (acts) =>
      acts.every((act) => {
        const named = unitsNamedBy(act);
        return named === "all" ? all : named.every((key) => scope.has(idOf.get(key) ?? 0) || !idOf.has(key));
      }),
    unitsOf: (acts) =>
      acts.flatMap((act) => {
        const named = unitsNamedBy(act);
        return named === "all" ? [] : named.flatMap((key) => idOf.get(key) ?? []);
      }),
  };
}

/** A plan is its author's to see, and that of whoever may reorganise all the units it names. */
export function maySeePlan(viewer: Viewer, scope: PlanScope, authorId: number, acts: Plan["acts"]): boolean {
  if (viewer.accountId === authorId) return true;
  return acts.length > 0 ? scope.covers(acts) : scope.all;
}

/** Whether a viewer may reorganise a unit that stands today or is yet to begin, by its public id. */
export async function mayReorganiseUnit(viewer: Viewer, publicId: string, today: CivilDate): Promise<boolean> {
  if (!hasPower(viewer, "change-organisation")) return false;
  const [facts, scope] = await Promise.all([organisationFacts(), scopeOf(viewer, "change-organisation", today)]);
  const unit = facts.units.find((each) => each.publicId === publicId);
  if (!unit || !scope.has(unit.id)) return false;
  return facts.existences.some((row) => row.unitId === unit.id && (row.validTo === null || row.validTo > today));
}
