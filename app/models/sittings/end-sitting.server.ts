import { sittingState } from "~/domain/assessment/sitting";
import { overdueBefore } from "~/domain/assessment/timing";
import type { Viewer } from "~/domain/permissions/viewer";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import { actingFor } from "../access/acting-for.server";
import { isDuplicate, type Rows, reader, recordChange } from "../database.server";
import { findSitting } from "./find-sitting.server";
import { writePlan } from "./plan-sitting.server";

export type EndRefusal =
  | "not-found"
  /** cancelled or closed before */
  | "ended"
  /** somebody works in it */
  | "running"
  /** someone has taken the exam in it, so it was held */
  | "held"
  /** it is closed when it is over */
  | "not-over";
export type EndOutcome = { ok: true } | { ok: false; refusal: EndRefusal };

class EndRefused extends Error {
  constructor(readonly refusal: EndRefusal) {
    super(refusal);
  }
}

/**
 * Cancels a sitting in which nobody has begun, or closes one that is over. Both say the plan again with another status: what it was
 * stays in the history.
 */
export async function endSitting(
  viewer: Viewer,
  publicId: string,
  status: "cancelled" | "closed",
  { reason, document, onceKey, at }: { reason: string; document: string | null; onceKey: string; at: Instant },
): Promise<EndOutcome> {
  const today = civilDateOf(at);
  const seen = await findSitting(await reader(), viewer, publicId, today);
  if (!seen?.officer || seen.candidate) return { ok: false, refusal: "not-found" };
  const act = {
    kind: status === "cancelled" ? "sitting-cancelled" : "sitting-closed",
    at,
    actorId: viewer.accountId,
    onBehalfOf: await actingFor(viewer, "manage-exams", [seen.unitId], today),
    note: reason || null,
    document,
    onceKey: `sitting-${status} ${publicId} ${viewer.accountId} ${onceKey}`,
  };
  try {
    await recordChange(act, async (rows, changeId) => {
      const sitting = await findSitting(rows, viewer, publicId, today);
      if (!sitting?.officer) throw new EndRefused("not-found");
      if (sitting.plan.status !== "planned") throw new EndRefused("ended");
      const { running, begun } = await attemptsIn(rows, sitting.id, at);
      if (running > 0) throw new EndRefused("running");
      if (status === "cancelled" && begun > 0) throw new EndRefused("held");
      if (status === "closed" && sittingState(sitting.plan, at) !== "over") throw new EndRefused("not-over");
      await rows.sitting_plan.update({ where: { id: sitting.planId }, data: { retracted_change: changeId } });
      await writePlan(rows, changeId, sitting.id, { ...sitting.plan, status });
    });
    return { ok: true };
  } catch (error) {
    if (error instanceof EndRefused) return { ok: false, refusal: error.refusal };
    if (isDuplicate(error)) return { ok: true };
    throw error;
  }
}

async function attemptsIn(rows: Rows, sittingId: number, now: Instant): Promise<{ running: number; begun: number }> {
  const [row] = await rows.$queryRaw<{ begun: bigint; running: bigint | null }[]>`
    SELECT COUNT(*) AS begun,
      SUM(CASE WHEN r.result_id IS NULL AND NOT r.void AND r.deadline_at >= ${overdueBefore(now)} THEN 1 ELSE 0 END) AS running
    FROM attempt a JOIN attempt_standing r ON r.attempt_id = a.id WHERE a.sitting_id = ${sittingId}`;
  return { running: Number(row?.running ?? 0), begun: Number(row?.begun ?? 0) };
}
