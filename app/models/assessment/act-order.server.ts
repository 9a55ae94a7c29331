import { type ActRefusal, type WhyActed, writeReason } from "~/domain/assessment/attempt-acts";
import { behalfOf } from "~/domain/permissions/behalf";
import type { Viewer } from "~/domain/permissions/viewer";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import { type Act, isDuplicate, type Rows, recordChange } from "../database.server";
import { wasRecorded } from "../recorded-acts.server";
import { coversPerson } from "../reporting/covers-person.server";

/** What every act of an exam officer says of itself. */
export interface ActOrder {
  why: WhyActed;
  /** number and date of what orders it, where there is one */
  document: string | null;
  /** made with the form: sent twice, it is one act */
  onceKey: string;
  at: Instant;
}

/** An act, as its change is named. */
type RecordedAct =
  | "attempt-extended"
  | "attempt-granted"
  | "attempt-reopened"
  | "attempt-unvoided"
  | "attempt-voided"
  | "attempts-extended"
  | "late-answers-accepted"
  | "late-answers-refused";

/** What came of an act; `not-found`: no such thing in the viewer's reach. */
export type ActOutcome = { ok: true } | { ok: false; refusal: ActRefusal | "not-found" };

/** Thrown inside a transaction so that nothing of it stays. */
export class ActRefused extends Error {
  constructor(readonly refusal: ActRefusal | "not-found") {
    super(refusal);
  }
}

/**
 * Records an act upon people's attempts: `work` decides again from the rows it reads inside the transaction and throws
 * `ActRefused` where the act is no longer possible. An act that was carried out before under the same key is not repeated.
 * @param subject begins the once-key, so that the change can be found by what it was about: an attempt's or sitting's public id
 */
export async function recordAct(
  viewer: Viewer,
  kind: RecordedAct,
  subject: string,
  personId: number | null,
  order: ActOrder,
  work: (rows: Rows, changeId: number) => Promise<void>,
): Promise<ActOutcome> {
  const onceKey = `${kind} ${subject} ${viewer.accountId} ${order.onceKey}`;
  const act: Act = {
    kind,
    at: order.at,
    actorId: viewer.accountId,
    onBehalfOf:
      personId === null ? null : behalfOf(viewer, "manage-exams", await coversPerson(personId, civilDateOf(order.at))),
    document: order.document,
    note: writeReason(order.why),
    onceKey,
  };
  try {
    await recordChange(act, work);
    return { ok: true };
  } catch (error) {
    if (error instanceof ActRefused) {
      // sent twice at once: the first has done it, and the second finds the attempt already so
      return (await wasRecorded(onceKey)) ? { ok: true } : { ok: false, refusal: error.refusal };
    }
    if (isDuplicate(error) && (await wasRecorded(onceKey))) return { ok: true };
    throw error;
  }
}
