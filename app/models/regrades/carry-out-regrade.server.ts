import { setImmediate } from "node:timers/promises";
import type { MoveKind, RegradeRule } from "~/domain/assessment/regrade";
import { behalfOf } from "~/domain/permissions/behalf";
import type { Viewer } from "~/domain/permissions/viewer";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import { isDuplicate, type Rows, recordChange } from "../database.server";
import { Prisma } from "../generated/client";
import { insertRows } from "../insert-rows.server";
import { newPublicId } from "../public-id.server";
import { wasRecorded } from "../recorded-acts.server";
import type { AskedQuestion } from "./asked-questions.server";
import { type ComputedRegrade, computeRegrade, type RegradedResult } from "./compute-regrade.server";
import { reachOfRegrade } from "./regrade-reach.server";

export interface RegradeOrder {
  rule: RegradeRule;
  reason: string;
  /** seal of the preview that was agreed to */
  seal: string;
  onceKey: string;
  at: Instant;
}

export type RegradeRefusal =
  /** it would no longer do what the preview said: look again */
  | "stale"
  | "nothing-changes"
  | "out-of-reach"
  /** one's own attempt is among them */
  | "own";

export type RegradeOutcome = { ok: true } | { ok: false; refusal: RegradeRefusal };

/** What the column `rule` of a regrade holds. */
export interface StoredRegrade {
  rule: RegradeRule;
  moves: Record<MoveKind, number>;
}

/** Thrown inside the transaction so that nothing of it stays. */
class Stale extends Error {}

/**
 * Carries out what a preview showed, whole, in one change: a further result for each attempt whose marks change; the old ones stay.
 * Certificates are not touched. Of two at once one wins, the other hears "stale"; the same order sent twice is one.
 */
export async function carryOutRegrade(
  viewer: Viewer,
  question: AskedQuestion,
  order: RegradeOrder,
): Promise<RegradeOutcome> {
  const onceKey = `exam-regraded ${viewer.accountId} ${order.onceKey}`;
  if (await wasRecorded(onceKey)) return { ok: true };
  const today = civilDateOf(order.at);
  const computed = await computeRegrade(question, order.rule);
  const { results } = computed;
  const reach = await reachOfRegrade(viewer, today);
  if (results.some(({ personId }) => !reach.inReach(personId))) return { ok: false, refusal: "out-of-reach" };
  if (results.some(({ personId }) => reach.isOwn(personId))) return { ok: false, refusal: "own" };
  if (computed.seal !== order.seal) return { ok: false, refusal: "stale" };
  if (results.length === 0) return { ok: false, refusal: "nothing-changes" };
  const act = {
    kind: "exam-regraded",
    at: order.at,
    actorId: viewer.accountId,
    onBehalfOf: behalfOf(viewer, "regrade-exams", () => true),
    note: order.reason,
    onceKey,
  };
  try {
    await recordChange(act, async (rows, changeId) => {
      await refuseStale(rows, question, computed);
      await rows.regrade.create({ data: regradeRow(viewer, question, order, results, changeId) });
      await insertRows(rows, "attempt_result", results, (result) => resultRow(result, changeId));
    });
    return { ok: true };
  } catch (error) {
    if (await wasRecorded(onceKey)) return { ok: true };
    // a parallel regrade or mark took the place of one of its results
    if (error instanceof Stale || isDuplicate(error)) return { ok: false, refusal: "stale" };
    throw error;
  }
}

const AT_ONCE = 400;

/** The write lock is held: what stands now stands until the results are in. */
async function refuseStale(rows: Rows, { courseId }: AskedQuestion, { results, upTo }: ComputedRegrade): Promise<void> {
  const [newer] = await rows.$queryRaw<unknown[]>`
    SELECT 1 FROM attempt_result x JOIN attempt a ON a.id = x.attempt_id
    JOIN course_version v ON v.id = a.course_version_id
    WHERE x.id > ${upTo} AND v.course_id = ${courseId} LIMIT 1`;
  if (newer) throw new Stale();
  for (let at = 0; at < results.length; at += AT_ONCE) {
    const slice = results.slice(at, at + AT_ONCE);
    const [row] = await rows.$queryRaw<{ count: bigint }[]>`
      SELECT COUNT(*) AS count FROM attempt_standing
      WHERE attempt_id IN (${Prisma.join(slice.map(({ attemptId }) => attemptId))}) AND void = 0
        AND result_id IN (${Prisma.join(slice.map(({ resultId }) => resultId))})`;
    if (Number(row?.count) !== slice.length) throw new Stale();
    await setImmediate();
  }
}

function regradeRow(
  viewer: Viewer,
  { courseId, key }: AskedQuestion,
  { rule, reason, at }: RegradeOrder,
  results: readonly RegradedResult[],
  changeId: number,
) {
  const moves = { "gains-pass": 0, "loses-pass": 0, up: 0, down: 0 };
  for (const { kind } of results) moves[kind]++;
  const stored: StoredRegrade = { rule, moves };
  return {
    public_id: newPublicId(),
    course_id: courseId,
    question_key: key,
    rule: JSON.stringify(stored),
    reason,
    account_id: viewer.accountId,
    at,
    recorded_change: changeId,
  };
}

function resultRow(result: RegradedResult, changeId: number) {
  return {
    attempt_id: result.attemptId,
    round: result.round,
    ordinal: result.ordinal,
    kind: "regraded",
    ended_at: result.endedAt,
    ended_by: result.endedBy,
    score: result.to.score,
    max_score: result.to.max,
    passed: result.to.passed,
    pending: result.pending,
    marks: result.marks,
    recorded_change: changeId,
  };
}
