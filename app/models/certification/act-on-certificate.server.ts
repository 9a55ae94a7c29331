import { type LifeAct, type LifeRefusal, lifeRefusal } from "~/domain/certification/life-acts";
import { behalfOf } from "~/domain/permissions/behalf";
import type { Power } from "~/domain/permissions/role";
import type { Viewer } from "~/domain/permissions/viewer";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import { isDuplicate, type Rows, recordChange } from "~/models/database.server";
import { wasRecorded } from "~/models/recorded-acts.server";
import { coversPerson } from "~/models/reporting/covers-person.server";
import { type CertificateForAct, certificateForAct, statusWithin } from "./certificate-for-act.server";

export interface LifeOrder {
  reason: string;
  document: string | null;
  onceKey: string;
  at: Instant;
}

export type LifeOutcome = { ok: true } | { ok: false; refusal: "not-found" | "own" | LifeRefusal };

export const POWER_OF: Record<LifeAct, Power> = {
  revoke: "sign-certificates",
  reinstate: "sign-certificates",
  correct: "prepare-certificates",
};

class Refused extends Error {
  constructor(readonly refusal: LifeRefusal) {
    super(refusal);
  }
}

/**
 * Does one act to a certificate of the viewer's reach, never to their own, once under its key. What it has come to is asked again
 * within the transaction: of several acts at the same time one is done, and the others are told why not.
 */
export async function actOnCertificate(
  viewer: Viewer,
  publicId: string,
  act: LifeAct,
  order: LifeOrder,
  work: (rows: Rows, changeId: number, certificate: CertificateForAct) => Promise<void>,
): Promise<LifeOutcome> {
  const { at, reason, document } = order;
  const today = civilDateOf(at);
  const power = POWER_OF[act];
  const certificate = await certificateForAct(viewer, publicId, power, today);
  if (!certificate) return { ok: false, refusal: "not-found" };
  if (certificate.own) return { ok: false, refusal: "own" };
  const onceKey = `certificate-${act} ${publicId} ${viewer.accountId} ${order.onceKey}`;
  if (await wasRecorded(onceKey)) return { ok: true };
  const change = {
    kind: `certificate-${act}`,
    at,
    actorId: viewer.accountId,
    onBehalfOf: behalfOf(viewer, power, await coversPerson(certificate.personId, today)),
    effective: today,
    document,
    note: reason,
    onceKey,
  };
  try {
    await recordChange(change, async (rows, changeId) => {
      const refusal = lifeRefusal(act, await statusWithin(rows, certificate, today));
      if (refusal) throw new Refused(refusal);
      await work(rows, changeId, certificate);
    });
    return { ok: true };
  } catch (error) {
    if (await wasRecorded(onceKey)) return { ok: true };
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    if (isDuplicate(error)) return { ok: false, refusal: "replaced" };
    throw error;
  }
}
