import {
  bestCertificate,
  type CertificateFacts,
  isInForce,
  lastDayOf,
} from "~/domain/certification/certificate-status";
import { addDays, type CivilDate, daysBetween } from "~/domain/time/civil-date";

/** So many days before a certificate's last day, and when it has lapsed; the earliest first. */
export const REMINDER_STAGES = ["90", "30", "7", "lapsed"] as const;
export type ReminderStage = (typeof REMINDER_STAGES)[number];

/** What lapsed longer ago is history, not news. */
export const LAPSE_IS_NEWS_DAYS = 60;
const EARLIEST_DAYS = 90;

export interface RemindedCertificate extends CertificateFacts {
  id: number;
  programme: string;
}

export interface DueReminder {
  certificateId: number;
  stage: ReminderStage;
  /** the day on which the stage began */
  dueOn: CivilDate;
}

/** The days of validity's end within which anyone is reminded on a date: `from` inclusive, `to` exclusive. */
export function endsToRemindOf(today: CivilDate): { from: CivilDate; to: CivilDate } {
  return { from: addDays(today, 1 - LAPSE_IS_NEWS_DAYS), to: addDays(today, EARLIEST_DAYS + 2) };
}

/**
 * What one person is to be reminded of today: of each programme the certificate that speaks for them, in its latest stage alone. One that
 * was renewed, corrected or revoked speaks no more. A stage is due once; nobody goes back to an earlier one.
 * @param certificates all that the person was ever issued
 * @param sent the stages that this recipient was reminded of, by certificate
 */
export function remindersDue(
  certificates: readonly RemindedCertificate[],
  today: CivilDate,
  sent: ReadonlyMap<number, readonly ReminderStage[]>,
): DueReminder[] {
  const programmes = [...new Set(certificates.map(({ programme }) => programme))];
  return programmes.flatMap((programme) => {
    const own = certificates.filter((certificate) => certificate.programme === programme);
    const best = bestCertificate(own, today, 0);
    if (!best || !(isInForce(best.status) || best.status === "expired")) return [];
    const due = stageOn(best.certificate, today);
    if (!due) return [];
    const known = sent.get(best.certificate.id) ?? [];
    const reached = REMINDER_STAGES.indexOf(due.stage);
    if (known.some((stage) => REMINDER_STAGES.indexOf(stage) >= reached)) return [];
    return [{ certificateId: best.certificate.id, ...due }];
  });
}

function stageOn({ validUntil }: CertificateFacts, today: CivilDate): Omit<DueReminder, "certificateId"> | null {
  const lastDay = lastDayOf(validUntil);
  if (validUntil === null || lastDay === null) return null;
  if (today >= validUntil) {
    return daysBetween(validUntil, today) < LAPSE_IS_NEWS_DAYS ? { stage: "lapsed", dueOn: validUntil } : null;
  }
  const left = daysBetween(today, lastDay);
  for (const stage of ["7", "30", "90"] as const) {
    if (left <= Number(stage)) return { stage, dueOn: addDays(lastDay, -Number(stage)) };
  }
  return null;
}
