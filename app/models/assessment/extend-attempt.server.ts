import { refusalOf, writeReason } from "~/domain/assessment/attempt-acts";
import { extendedDeadline } from "~/domain/assessment/timing";
import type { Viewer } from "~/domain/permissions/viewer";
import { civilDateOf } from "~/domain/time/civil-date";
import type { Rows } from "../database.server";
import { Prisma } from "../generated/client";
import { actOnAttempt } from "./act-on-attempt.server";
import { type ActOrder, type ActOutcome, ActRefused, recordAct } from "./act-order.server";
import { attemptChanged } from "./live-attempt.server";
import { type ManagedAttempt, managedAttempts } from "./managed-attempt.server";

/** Gives a running attempt minutes more; who works on it sees the new end within seconds. */
export function extendAttempt(viewer: Viewer, publicId: string, minutes: number, order: ActOrder): Promise<ActOutcome> {
  return actOnAttempt(viewer, "extend", publicId, order, (rows, changeId, attempt) =>
    addTime(rows, changeId, [attempt], minutes, order),
  );
}

/**
 * Gives all running attempts of a sitting, or those of them that are named, minutes more, in one change. What has ended is left as
 * it is, and so is an attempt of the viewer's own.
 * @returns how many attempts got the minutes
 */
export async function extendSitting(
  viewer: Viewer,
  sittingId: number,
  chosen: readonly string[] | "all",
  minutes: number,
  order: ActOrder,
): Promise<ActOutcome & { count: number }> {
  const today = civilDateOf(order.at);
  const named = chosen === "all" ? Prisma.sql`1 = 1` : Prisma.sql`a.public_id IN (${Prisma.join(["", ...chosen])})`;
  let extended: ManagedAttempt[] = [];
  const outcome = await recordAct(
    viewer,
    "attempts-extended",
    `sitting ${sittingId}`,
    null,
    order,
    async (rows, changeId) => {
      const attempts = await managedAttempts(rows, viewer, Prisma.sql`a.sitting_id = ${sittingId} AND ${named}`, today);
      extended = attempts.filter(({ own, standing }) => !own && refusalOf("extend", standing, order.at) === null);
      if (extended.length === 0) throw new ActRefused("not-running");
      await addTime(rows, changeId, extended, minutes, order);
    },
  );
  for (const { id } of extended) attemptChanged(id);
  return { ...outcome, count: extended.length };
}

async function addTime(
  rows: Rows,
  changeId: number,
  attempts: readonly ManagedAttempt[],
  minutes: number,
  { why }: ActOrder,
): Promise<void> {
  await rows.attempt_time.createMany({
    data: attempts.map(({ id, standing }) => ({
      attempt_id: id,
      kind: "extended",
      minutes,
      deadline_at: extendedDeadline(standing.deadlineAt, minutes),
      reason: writeReason(why),
      recorded_change: changeId,
    })),
  });
}
