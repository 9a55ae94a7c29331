import type { Viewer } from "~/domain/permissions/viewer";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import { actingFor } from "../access/acting-for.server";
import { ActsRefused } from "./apply-plan.server";
import { carryOutReorganisation } from "./carry-out-reorganisation.server";
import type { FoundPlan } from "./find-plan.server";
import { planScope } from "./plan-scope.server";

/** `stale`: the facts or the plan are no longer those that were read; nothing was done. */
export type PlanCarriedOut = { changeId: number } | "stale" | "outside";

/** Someone saved the plan, or carried it out, in between: nothing is done. */
class PlanMoved extends Error {}

/** Carries out what `findPlan` gave, on the basis of the preview that was read; the plan then names its change for ever. */
export async function carryOutPlan(
  viewer: Viewer,
  found: FoundPlan,
  basis: string,
  at: Instant,
): Promise<PlanCarriedOut> {
  const scope = await planScope(viewer, civilDateOf(at));
  const onBehalfOf = await actingFor(viewer, "change-organisation", scope.unitsOf(found.plan.acts), civilDateOf(at));
  try {
    const outcome = await carryOutReorganisation(viewer, found.plan, at, {
      basis,
      onBehalfOf,
      also: async (rows, changeId) => {
        const { count } = await rows.reorganisation.updateMany({
          where: { id: found.id, saved_at: found.savedAt, change_id: null },
          data: { change_id: changeId },
        });
        if (count !== 1) throw new PlanMoved();
      },
    });
    if ("outOfScope" in outcome) return "outside";
    return "stale" in outcome ? "stale" : outcome;
  } catch (error) {
    if (error instanceof ActsRefused || error instanceof PlanMoved) return "stale";
    throw error;
  }
}
