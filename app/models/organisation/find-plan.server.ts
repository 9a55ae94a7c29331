import { type Plan, planSchema } from "~/domain/organisation/reorganisation-plan";
import type { Viewer } from "~/domain/permissions/viewer";
import type { CivilDate, Instant } from "~/domain/time/civil-date";
import { reader } from "~/models/database.server";
import { maySeePlan, planScope } from "./plan-scope.server";

export interface FoundPlan {
  id: number;
  publicId: string;
  plan: Plan;
  /** who changes it says which state they saw; another one in between is not overwritten */
  savedAt: Instant;
  /** the change that carried it out; then nobody edits it any more */
  changeId: number | null;
}

/** The plan of an address, where the viewer may see it; null: there is none for them. */
export async function findPlan(viewer: Viewer, publicId: string, today: CivilDate): Promise<FoundPlan | null> {
  const client = await reader();
  const row = await client.reorganisation.findUnique({ where: { public_id: publicId } });
  if (!row) return null;
  const plan = planSchema.parse(JSON.parse(row.content));
  const scope = await planScope(viewer, today);
  if (!maySeePlan(viewer, scope, row.account_id, plan.acts)) return null;
  return { id: row.id, publicId, plan, savedAt: row.saved_at, changeId: row.change_id };
}
