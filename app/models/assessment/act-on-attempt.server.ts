import { type AttemptActKind, refusalOf } from "~/domain/assessment/attempt-acts";
import type { Viewer } from "~/domain/permissions/viewer";
import { civilDateOf } from "~/domain/time/civil-date";
import { isDuplicate, type Rows, reader } from "../database.server";
import { type ActOrder, type ActOutcome, ActRefused, recordAct } from "./act-order.server";
import { endIfOverdue } from "./end-overdue.server";
import { attemptChanged } from "./live-attempt.server";
import { type ManagedAttempt, managedAttempt } from "./managed-attempt.server";

const KINDS = {
  extend: "attempt-extended",
  reopen: "attempt-reopened",
  void: "attempt-voided",
  unvoid: "attempt-unvoided",
} as const satisfies Record<AttemptActKind, string>;

/**
 * One act on one attempt of somebody in the viewer's reach. Whether it is possible is decided from what is read inside the
 * transaction, so of acts that exclude one another, done at once, one wins and the other hears why not.
 */
export async function actOnAttempt(
  viewer: Viewer,
  act: AttemptActKind,
  publicId: string,
  order: ActOrder,
  write: (rows: Rows, changeId: number, attempt: ManagedAttempt) => Promise<void>,
): Promise<ActOutcome> {
  const today = civilDateOf(order.at);
  const seen = await managedAttempt(await reader(), viewer, publicId, today);
  if (!seen) return { ok: false, refusal: "not-found" };
  if (seen.own) return { ok: false, refusal: "own-attempt" };
  // what the clock has ended gets its result before anything else is recorded of it
  if (!seen.standing.void) await endIfOverdue(seen.id, order.at);
  try {
    const outcome = await recordAct(viewer, KINDS[act], publicId, seen.personId, order, async (rows, changeId) => {
      const attempt = await managedAttempt(rows, viewer, publicId, today);
      if (!attempt) throw new ActRefused("not-found");
      const refusal = refusalOf(act, attempt.standing, order.at);
      if (refusal) throw new ActRefused(refusal);
      await write(rows, changeId, attempt);
    });
    attemptChanged(seen.id);
    return outcome;
  } catch (error) {
    // two at once: of an attempt one row that makes it void is in force
    if (isDuplicate(error)) return { ok: false, refusal: act === "unvoid" ? "not-void" : "void" };
    throw error;
  }
}
