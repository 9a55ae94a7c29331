import type { FileFormat } from "~/domain/exports/report-file";
import { lastDueDay, type Period } from "~/domain/schedules/due-day";
import type { CivilDate, Instant } from "~/domain/time/civil-date";
import { reader, writeRows } from "../database.server";
import { type QueuedMail, queueMail } from "../mail/outgoing-mail.server";
import type { SendingOutcome } from "./schedules-of.server";

export interface DueSchedule {
  id: number;
  publicId: string;
  recipientAccountId: number;
  name: string;
  address: string;
  format: FileFormat;
  dueOn: CivilDate;
}

/** The schedules in force whose last due day has not been served. */
export async function dueSchedules(today: CivilDate): Promise<DueSchedule[]> {
  const client = await reader();
  const rows = await client.report_schedule.findMany({ where: { retracted_change: null }, orderBy: { id: "asc" } });
  const due = rows.flatMap((row) => {
    const dueOn = lastDueDay(row.period as Period, row.valid_from, today);
    if (dueOn === null) return [];
    const { id, public_id: publicId, recipient_account_id: recipientAccountId, name, address } = row;
    return [{ id, publicId, recipientAccountId, name, address, format: row.format as FileFormat, dueOn }];
  });
  const served = await client.report_sending.findMany({
    where: { OR: due.map(({ id, dueOn }) => ({ schedule_id: id, due_on: dueOn })) },
    select: { schedule_id: true },
  });
  const done = new Set(served.map(({ schedule_id }) => schedule_id));
  return due.filter(({ id }) => !done.has(id));
}

/**
 * Writes down what became of a due day, with the letter where there is one, in one transaction. False: another process was first,
 * and nothing was written.
 */
export async function recordSending(
  { id, dueOn }: Pick<DueSchedule, "id" | "dueOn">,
  sending: { outcome: SendingOutcome; people: number; at: Instant; mail: QueuedMail | null },
): Promise<boolean> {
  const { outcome, people, at, mail } = sending;
  return writeRows(async (rows) => {
    const written = await rows.$queryRaw<unknown[]>`
      INSERT INTO report_sending (schedule_id, due_on, outcome, people, at)
      SELECT ${id}, ${dueOn}, ${outcome}, ${people}, ${at}
      WHERE EXISTS (SELECT 1 FROM report_schedule WHERE id = ${id} AND retracted_change IS NULL)
      ON CONFLICT (schedule_id, due_on) DO NOTHING RETURNING id`;
    if (written.length > 0 && mail) await queueMail(rows, mail);
    return written.length > 0;
  });
}
