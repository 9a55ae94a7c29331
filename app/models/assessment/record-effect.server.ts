import { type EffectDecision, possibleDecisions } from "~/domain/assessment/mark-effects";
import { behalfOf } from "~/domain/permissions/behalf";
import type { Viewer } from "~/domain/permissions/viewer";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import { earnFromPass } from "../certification/earn-from-pass.server";
import { retractEligibility } from "../certification/retract-eligibility.server";
import { giveBackEvidence, takeBackEvidence } from "../competency/record-evidence.server";
import { getCourseVersion } from "../course/course-versions.server";
import { isDuplicate, type Rows, reader, recordChange } from "../database.server";
import { Prisma } from "../generated/client";
import { wasRecorded } from "../recorded-acts.server";
import { coversPerson } from "../reporting/covers-person.server";
import { askedEffects, type WaitingEffect } from "./earning-state.server";
import { type ManagedAttempt, managedAttempts } from "./managed-attempt.server";
import { certificatesRestingOn, inForce } from "./resting-papers.server";

export interface EffectOrder {
  decision: EffectDecision;
  reason: string;
  /** what the page said the decision is about */
  key: number;
  onceKey: string;
  at: Instant;
}

export type EffectOutcome =
  | { ok: true }
  /** `not-found`: no such attempt in the viewer's reach, or their own; `decided`: nothing waits any more, or something else does */
  | { ok: false; refusal: "not-found" | "decided" | "not-possible" };

class Refused extends Error {
  constructor(readonly refusal: "decided" | "not-possible") {
    super(refusal);
  }
}

/**
 * Records what a later mark does to what an attempt earned, and brings it about in the same change: a pass that was gained is
 * rewarded as one at the exam's end would have been, or not; of one that was lost, certificates are revoked and evidence is taken
 * back, or both stay. However many decide at once, one decision holds, and it is carried out once.
 */
export async function recordEffect(viewer: Viewer, publicId: string, order: EffectOrder): Promise<EffectOutcome> {
  const today = civilDateOf(order.at);
  const where = Prisma.sql`a.public_id = ${publicId}`;
  const [attempt] = await managedAttempts(await reader(), viewer, where, today, "release-marks");
  if (!attempt || attempt.own) return { ok: false, refusal: "not-found" };
  const onceKey = `mark-effect ${publicId} ${viewer.accountId} ${order.onceKey}`;
  if (await wasRecorded(onceKey)) return { ok: true };
  const act = {
    kind: "mark-effect",
    at: order.at,
    actorId: viewer.accountId,
    onBehalfOf: behalfOf(viewer, "release-marks", await coversPerson(attempt.personId, today)),
    effective: today,
    note: order.reason,
    onceKey,
  };
  try {
    await recordChange(act, async (rows, changeId) => {
      const [effect] = await askedEffects(rows, [attempt.id]);
      if (!effect || effect.key !== order.key) throw new Refused("decided");
      if (!possibleDecisions(effect.asked).includes(order.decision)) throw new Refused("not-possible");
      await file(rows, changeId, effect, order);
      if (order.decision === "issue") await issue(rows, changeId, attempt);
      if (order.decision === "revoke") await revoke(rows, changeId, attempt, order);
    });
    return { ok: true };
  } catch (error) {
    if (await wasRecorded(onceKey)) return { ok: true };
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    if (isDuplicate(error)) return { ok: false, refusal: "decided" };
    throw error;
  }
}

async function file(rows: Rows, changeId: number, effect: WaitingEffect, order: EffectOrder): Promise<void> {
  await rows.mark_effect.create({
    data: {
      result_id: effect.key,
      attempt_id: effect.attemptId,
      decision: order.decision,
      reason: order.reason,
      recorded_change: changeId,
    },
  });
}

async function issue(rows: Rows, changeId: number, attempt: ManagedAttempt): Promise<void> {
  const { slug } = await getCourseVersion(attempt.courseVersionId);
  await giveBack(rows, changeId, attempt);
  await earnFromPass(rows, changeId, {
    personId: attempt.personId,
    attemptId: attempt.id,
    courseSlug: slug,
    courseVersionId: attempt.courseVersionId,
    passedAt: attempt.endedAt ?? attempt.startedAt,
  });
}

/**
 * What an earlier decision took back holds again: certificates by an event, evidence by rows of its own, because a row that was taken
 * back stays so.
 */
async function giveBack(rows: Rows, changeId: number, { id }: ManagedAttempt): Promise<void> {
  await giveBackEvidence(rows, changeId, { attemptId: id }, await changesThat(rows, id, "revoke"));
  await rows.$executeRaw`
    INSERT INTO certificate_event (certificate_id, kind, on_date, recorded_change)
    SELECT e.certificate_id, 'reinstated', c.effective, ${changeId}
    FROM certificate_event e JOIN change c ON c.id = ${changeId}
    WHERE e.kind = 'revoked' AND e.retracted_change IS NULL AND e.recorded_change =
      (SELECT MAX(recorded_change) FROM mark_effect WHERE attempt_id = ${id} AND decision = 'revoke')`;
}

async function revoke(
  rows: Rows,
  changeId: number,
  attempt: ManagedAttempt,
  { reason, at }: EffectOrder,
): Promise<void> {
  const { slug } = await getCourseVersion(attempt.courseVersionId);
  const today = civilDateOf(at);
  const about = { ...attempt, courseSlug: slug, endedAt: attempt.endedAt ?? attempt.startedAt };
  for (const { id } of inForce(await certificatesRestingOn(rows, about, today))) {
    await rows.certificate_event.create({
      data: { certificate_id: id, kind: "revoked", on_date: today, reason, recorded_change: changeId },
    });
  }
  await takeBackEvidence(rows, changeId, { attemptId: attempt.id });
  await takeBackEvidence(rows, changeId, { recordedIn: await changesThat(rows, attempt.id, "issue") });
  await retractEligibility(rows, changeId, `attempt:${attempt.id}`);
}

/** The changes in which it was decided so of an attempt. */
async function changesThat(rows: Rows, attemptId: number, decision: EffectDecision): Promise<number[]> {
  const where = { attempt_id: attemptId, decision };
  const effects = await rows.mark_effect.findMany({ where, select: { recorded_change: true } });
  return effects.map(({ recorded_change }) => recorded_change);
}
