import type { FileFormat } from "~/domain/exports/report-file";
import { formatsOf } from "~/domain/exports/report-file";
import { orderOfAddress } from "~/domain/exports/report-order";
import { hasPower, type Viewer } from "~/domain/permissions/viewer";
import type { Period } from "~/domain/schedules/due-day";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import { loadViewer } from "../access/viewers.server";
import { isDuplicate, reader, recordChange } from "../database.server";
import { newPublicId } from "../public-id.server";
import { changeUnder } from "../recorded-acts.server";

export interface ScheduleOrder {
  recipientAccountId: number;
  name: string;
  address: string;
  format: FileFormat;
  period: Period;
  onceKey: string;
}

export type SetOutcome = { ok: true; publicId: string } | { ok: false; refusal: "address" | "format" | "recipient" };

/**
 * Has a report sent by mail from today on. It goes to people who may export lists themselves; what each gets is decided anew every
 * time by what they may see then.
 */
export async function setSchedule(viewer: Viewer, order: ScheduleOrder, at: Instant): Promise<SetOutcome> {
  const today = civilDateOf(at);
  const onceKey = `schedule ${viewer.accountId} ${order.onceKey}`;
  const asked = orderOfAddress(order.address, today);
  if (!asked) return { ok: false, refusal: "address" };
  if (!formatsOf(asked.report).includes(order.format)) return { ok: false, refusal: "format" };
  const recipient = await loadViewer(order.recipientAccountId, today, false);
  if (!recipient || !hasPower(recipient, "export-people")) return { ok: false, refusal: "recipient" };
  const publicId = newPublicId();
  try {
    await recordChange({ kind: "schedule-set", at, actorId: viewer.accountId, onceKey }, (rows, changeId) =>
      rows.report_schedule.create({
        data: {
          public_id: publicId,
          account_id: viewer.accountId,
          recipient_account_id: order.recipientAccountId,
          name: order.name,
          address: order.address,
          format: order.format,
          period: order.period,
          valid_from: today,
          recorded_change: changeId,
        },
      }),
    );
  } catch (error) {
    const before = isDuplicate(error) ? await changeUnder(onceKey, viewer.accountId) : null;
    if (before === null) throw error;
    const client = await reader();
    const row = await client.report_schedule.findFirstOrThrow({ where: { recorded_change: before } });
    return { ok: true, publicId: row.public_id };
  }
  return { ok: true, publicId };
}

/** Ends a schedule, by whoever set it up or gets it. False: there is none of theirs; one that has ended already stays ended. */
export async function endSchedule(viewer: Viewer, publicId: string, at: Instant): Promise<boolean> {
  const own = {
    public_id: publicId,
    OR: [{ account_id: viewer.accountId }, { recipient_account_id: viewer.accountId }],
  };
  const client = await reader();
  if ((await client.report_schedule.count({ where: own })) === 0) return false;
  await recordChange({ kind: "schedule-ended", at, actorId: viewer.accountId }, (rows, changeId) =>
    rows.report_schedule.updateMany({
      where: { ...own, retracted_change: null },
      data: { retracted_change: changeId },
    }),
  );
  return true;
}
