import { type Plan, type PlanHead, planSchema } from "~/domain/organisation/reorganisation-plan";
import type { Viewer } from "~/domain/permissions/viewer";
import type { Instant } from "~/domain/time/civil-date";
import { isDuplicate, reader, recordChange } from "~/models/database.server";
import { newPublicId } from "~/models/public-id.server";
import { changeUnder } from "~/models/recorded-acts.server";

/**
 * Begins the plan of a reorganisation. The same `onceKey` again begins nothing and gives the plan that it began.
 * @returns its public id
 */
export async function beginPlan(
  viewer: Viewer,
  begun: PlanHead & Partial<Pick<Plan, "acts" | "posts" | "carryGrants">>,
  onceKey: string,
  at: Instant,
): Promise<string> {
  const publicId = newPublicId();
  const plan = planSchema.parse({ acts: [], ...begun, key: `r-${publicId}`, mark: "TEXT" });
  const act = { kind: "plan-begun", at, actorId: viewer.accountId, onceKey: `plan ${viewer.accountId} ${onceKey}` };
  try {
    await recordChange(act, (rows, changeId) =>
      rows.reorganisation.create({
        data: {
          public_id: publicId,
          account_id: viewer.accountId,
          content: JSON.stringify(plan),
          saved_at: at,
          recorded_change: changeId,
        },
      }),
    );
    return publicId;
  } catch (error) {
    const earlier = isDuplicate(error) ? await begunWith(act.onceKey) : null;
    if (earlier === null) throw error;
    return earlier;
  }
}

async function begunWith(onceKey: string): Promise<string | null> {
  const changeId = await changeUnder(onceKey);
  if (changeId === null) return null;
  const client = await reader();
  const row = await client.reorganisation.findFirst({
    where: { recorded_change: changeId },
    select: { public_id: true },
  });
  return row?.public_id ?? null;
}
