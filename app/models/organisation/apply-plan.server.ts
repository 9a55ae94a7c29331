import { setImmediate } from "node:timers/promises";
import type { ActProblem } from "~/domain/organisation/act-problem";
import type { Batch } from "~/domain/organisation/acts";
import { applyBatch } from "~/domain/organisation/apply-batch";
import { endedUnits } from "~/domain/organisation/ended-units";
import type { OrganisationFacts } from "~/domain/organisation/organisation-facts";
import { type PostFact, type PostingRow, type PostPlan, planPosts } from "~/domain/organisation/post-plan";
import type { Rows } from "../database.server";
import { endGrants } from "./grants-to-end.server";
import { loadOrganisationFacts } from "./organisation-facts.server";
import { postsToMove } from "./posts-to-move.server";
import { writeDifference } from "./write-difference.server";
import { writePostPlan } from "./write-post-plan.server";

/** Thrown when acts do not fit the facts; nothing was written. */
export class ActsRefused extends Error {
  constructor(
    readonly batch: Batch,
    readonly problems: ActProblem[],
  ) {
    super(`${batch.key}: ${problems.map(({ act, code }) => `act ${act + 1}: ${code}`).join("; ")}`);
    this.name = "ActsRefused";
  }
}

/** What a batch would do, worked out and not written. */
export interface WorkedOut {
  before: OrganisationFacts;
  after: OrganisationFacts;
  problems: ActProblem[];
  /** units that end, with who follows them */
  ending: ReadonlyMap<number, readonly number[]>;
  /** the posts that it concerns, and all their postings in force */
  posts: PostFact[];
  postings: PostingRow[];
  /** what becomes of them */
  plan: PostPlan;
}

/** Works a batch out on what the given client reads: inside a transaction, pass its rows. `focal`: keys of focal positions. */
export async function workOut(rows: Rows, batch: Batch, focal: readonly string[]): Promise<WorkedOut> {
  const before = await loadOrganisationFacts(rows);
  // thousands of postings take their time: between the steps others have their turn
  await setImmediate();
  const { facts: after, problems } = applyBatch(before, batch);
  const ending = problems.length > 0 ? new Map<number, number[]>() : endedUnits(batch, before, after);
  const unitOf = new Map(after.units.map((unit) => [unit.key, unit.id]));
  const { posts, postings } = await postsToMove(rows, ending, focal, batch.date);
  await setImmediate();
  const plan = planPosts({
    date: batch.date,
    document: batch.document,
    heirs: ending,
    posts,
    postings,
    focal: new Set(focal),
    rule: batch.posts,
    unitOfKey: (key) => unitOf.get(key),
  });
  await setImmediate();
  const keyOf = new Map(after.units.map((unit) => [unit.id, unit.key]));
  const unknown = plan.unknownHolders.map(({ unitId, staffCode }): ActProblem => {
    const unit = keyOf.get(unitId) ?? "";
    return { act: actTaking(batch, unit), code: "unknown-holder", params: { unit, person: staffCode } };
  });
  return { before, after, problems: [...problems, ...unknown], ending, posts, postings, plan };
}

/** The act by which a unit takes over from others. */
function actTaking({ acts }: Batch, unit: string): number {
  const index = acts.findIndex((act) => {
    if (act.act === "merge") return act.into.unit === unit;
    if (act.act === "split") return act.successors.includes(unit) || act.into.some((heir) => heir.unit === unit);
    return act.act === "close" && act.successors.includes(unit);
  });
  return Math.max(index, 0);
}

/**
 * Carries a batch out within a transaction: the units, what becomes of posts and postings, and of permissions. `accountId`: who
 * does it, null for a command.
 * @throws ActsRefused when it does not fit the facts
 */
export async function applyPlan(
  rows: Rows,
  changeId: number,
  batch: Batch,
  { focal, accountId }: { focal: readonly string[]; accountId: number | null },
): Promise<void> {
  const worked = await workOut(rows, batch, focal);
  if (worked.problems.length > 0) throw new ActsRefused(batch, worked.problems);
  await writePlan(rows, changeId, batch, worked, accountId);
}

/** Writes what was worked out in the same transaction and fits. */
export async function writePlan(
  rows: Rows,
  changeId: number,
  batch: Batch,
  { before, after, ending, plan }: WorkedOut,
  accountId: number | null,
): Promise<void> {
  const unitIds = await writeDifference(rows, changeId, before, after);
  await writePostPlan(rows, changeId, plan, unitIds);
  await endGrants(rows, changeId, batch, ending, unitIds, accountId);
}
