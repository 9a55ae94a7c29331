import { setImmediate } from "node:timers/promises";
import type { PostPlan } from "~/domain/organisation/post-plan";
import type { Rows } from "../database.server";
import { insertRows } from "../insert-rows.server";
import { newPublicId } from "../public-id.server";
import type { Ids } from "./write-difference.server";

const IDS_AT_ONCE = 1_000;

/** Writes what becomes of posts and postings; `unitIds`: the ids that new units were given, by those of the draft. */
export async function writePostPlan(rows: Rows, changeId: number, plan: PostPlan, unitIds: Ids): Promise<void> {
  await retract(rows, "post", plan.retractedPosts, changeId);
  await retract(rows, "posting", plan.retractedPostings, changeId);
  const publicIds = plan.posts.map((post) => post.publicId ?? newPublicId());
  await insertRows(rows, "post", plan.posts, (post) => ({
    public_id: publicIds[post.ref] ?? "",
    unit_id: unitIds.get(post.unitId) ?? post.unitId,
    position: post.position,
    one_stop: post.oneStop,
    deputy: post.deputy,
    lineage: post.lineage,
    valid_from: post.validFrom,
    valid_to: post.validTo,
    recorded_change: changeId,
  }));
  const written = await rows.$queryRaw<{ id: bigint; public_id: string }[]>`
    SELECT id, public_id FROM post WHERE recorded_change = ${changeId}`;
  const idOf = new Map(written.map((post) => [post.public_id, Number(post.id)]));
  await insertRows(rows, "posting", plan.postings, (posting) => ({
    public_id: posting.publicId ?? newPublicId(),
    person_id: posting.personId,
    post_id: idOf.get(publicIds[posting.post] ?? "") ?? 0,
    kind: posting.kind,
    decision: posting.decision,
    end_reason: posting.endReason,
    held_since: posting.heldSince,
    valid_from: posting.validFrom,
    valid_to: posting.validTo,
    recorded_change: changeId,
  }));
}

async function retract(rows: Rows, table: "post" | "posting", ids: readonly number[], changeId: number): Promise<void> {
  for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
    const some = ids.slice(from, from + IDS_AT_ONCE).join(",");
    await rows.$executeRawUnsafe(`UPDATE ${table} SET retracted_change = ${changeId} WHERE id IN (${some})`);
    await setImmediate();
  }
}
