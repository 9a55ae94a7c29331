import { type Plan, planSchema } from "~/domain/organisation/reorganisation-plan";
import type { Viewer } from "~/domain/permissions/viewer";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import { writeRows } from "~/models/database.server";
import type { FoundPlan } from "./find-plan.server";
import { planScope } from "./plan-scope.server";

/** `changed`: someone saved or carried it out after the viewer had opened it; `outside`: it names units that are not theirs. */
export type Saved = "saved" | "changed" | "outside";

/**
 * Saves what `findPlan` gave, edited, unless someone else saved it since `seen`: then nothing is written. It is a working
 * paper, no fact, so no change is recorded until it is carried out.
 */
export async function savePlan(
  viewer: Viewer,
  found: FoundPlan,
  edited: Plan,
  seen: Instant,
  at: Instant,
): Promise<Saved> {
  const plan = planSchema.parse({ ...edited, key: found.plan.key });
  const scope = await planScope(viewer, civilDateOf(at));
  if (!scope.covers(plan.acts)) return "outside";
  // two saves within one thousandth of a second must differ, or the second would take the first for what it saw
  const savedAt = at > seen ? at : new Date(Date.parse(seen) + 1).toISOString();
  return writeRows(async (rows) => {
    const { count } = await rows.reorganisation.updateMany({
      where: { id: found.id, saved_at: seen, change_id: null },
      data: { content: JSON.stringify(plan), saved_at: savedAt },
    });
    return count === 1 ? "saved" : "changed";
  });
}
