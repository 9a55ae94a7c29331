import type { FileFormat, FileReport } from "~/domain/exports/report-file";
import { orderOfAddress } from "~/domain/exports/report-order";
import type { Viewer } from "~/domain/permissions/viewer";
import { nextDueDay, type Period } from "~/domain/schedules/due-day";
import { type CivilDate, civilDateOf, type Instant } from "~/domain/time/civil-date";
import { namesOfAccounts } from "../access/names-of-accounts.server";
import { reader } from "../database.server";

export const SENDING_OUTCOMES = ["sent", "empty", "no-scope", "no-address"] as const;
export type SendingOutcome = (typeof SENDING_OUTCOMES)[number];

export interface ScheduleLine {
  schedule: string;
  name: string;
  report: FileReport | null;
  address: string;
  format: FileFormat;
  period: Period;
  since: CivilDate;
  recipient: string;
  setBy: string;
  /** null: it has ended */
  next: CivilDate | null;
  last: { on: CivilDate; outcome: SendingOutcome } | null;
}

export interface ScheduleView extends ScheduleLine {
  /** the newest first */
  sendings: { dueOn: CivilDate; outcome: SendingOutcome; people: number; at: Instant }[];
}

const MOST_SENDINGS = 60;

/** The schedules that the viewer set up or gets; those that go on first. */
export async function schedulesOf(viewer: Viewer, today: CivilDate): Promise<ScheduleLine[]> {
  return (await load(viewer, today, {})).map(({ sendings: _, ...line }) => line);
}

/** One of them with its history; null: there is none of this id that is theirs. */
export async function scheduleOf(viewer: Viewer, publicId: string, today: CivilDate): Promise<ScheduleView | null> {
  return (await load(viewer, today, { public_id: publicId }))[0] ?? null;
}

async function load(viewer: Viewer, today: CivilDate, only: { public_id?: string }): Promise<ScheduleView[]> {
  const client = await reader();
  const rows = await client.report_schedule.findMany({
    where: { ...only, OR: [{ account_id: viewer.accountId }, { recipient_account_id: viewer.accountId }] },
    orderBy: { id: "desc" },
  });
  const sendings = await client.report_sending.findMany({
    where: { schedule_id: { in: rows.map(({ id }) => id) } },
    orderBy: { due_on: "desc" },
  });
  const names = await namesOfAccounts(
    rows.flatMap((row) => [row.account_id, row.recipient_account_id]),
    today,
  );
  const views = rows.map((row): ScheduleView => {
    const own = sendings
      .filter(({ schedule_id }) => schedule_id === row.id)
      .map(({ due_on: dueOn, outcome, people, at }) => ({ dueOn, outcome: outcome as SendingOutcome, people, at }));
    const period = row.period as Period;
    const last = own[0];
    return {
      schedule: row.public_id,
      name: row.name,
      report: orderOfAddress(row.address, today)?.report ?? null,
      address: row.address,
      format: row.format as FileFormat,
      period,
      since: row.valid_from,
      recipient: names.get(row.recipient_account_id) ?? "",
      setBy: names.get(row.account_id) ?? "",
      next: row.retracted_change === null ? nextDueDay(period, row.valid_from, today) : null,
      last: last ? { on: civilDateOf(last.at), outcome: last.outcome } : null,
      sendings: own.slice(0, MOST_SENDINGS),
    };
  });
  return views.sort((a, b) => Number(a.next === null) - Number(b.next === null));
}
