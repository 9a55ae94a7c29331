import { withFreshKeys } from "~/domain/organisation/fresh-keys";
import { planSchema } from "~/domain/organisation/reorganisation-plan";
import type { Viewer } from "~/domain/permissions/viewer";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import { reader } from "../database.server";
import { newPublicId } from "../public-id.server";
import { beginPlan } from "./begin-plan.server";
import { carriedOutChange } from "./carried-out-change.server";
import { organisationFacts } from "./organisation-facts.server";

/**
 * Begins a new plan with the acts of a reorganisation that was undone, so that it can be edited and carried out again. Null: there
 * is none that the viewer may see, it still counts, or it came from a file.
 * @returns the public id of the plan
 */
export async function planAgain(
  viewer: Viewer,
  changeId: number,
  onceKey: string,
  at: Instant,
): Promise<string | null> {
  const change = await carriedOutChange(viewer, changeId, civilDateOf(at), "vi");
  if (!change?.undone || change.plan === null) return null;
  const client = await reader();
  const row = await client.reorganisation.findUniqueOrThrow({ where: { change_id: changeId } });
  const facts = await organisationFacts();
  const taken = new Set([...facts.units, ...facts.areas].map(({ key }) => key));
  const before = planSchema.parse(JSON.parse(row.content));
  const plan = withFreshKeys(before, `${before.date}-${newPublicId().slice(0, 4)}`, taken);
  return beginPlan(viewer, plan, onceKey, at);
}
