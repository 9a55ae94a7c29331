import { readFile, rm } from "node:fs/promises";
import { publicUrl } from "~/config/environment.server";
import { keepFile } from "~/documents/kept-files.server";
import { fileName, orderOfAddress } from "~/domain/exports/report-order";
import { hasPower } from "~/domain/permissions/viewer";
import { civilDateOf, type Instant, showCivilDate } from "~/domain/time/civil-date";
import { translators } from "~/i18n/translators.server";
import { loadViewer } from "~/models/access/viewers.server";
import { mailAddresses } from "~/models/mail/mail-address.server";
import { mailChoices } from "~/models/mail/mail-choices.server";
import type { QueuedMail } from "~/models/mail/outgoing-mail.server";
import { stopAddress } from "~/models/mail/stop-link.server";
import { whenToSend } from "~/models/mail/when-to-send.server";
import { type DueSchedule, dueSchedules, recordSending } from "~/models/schedules/due-schedules.server";
import type { SendingOutcome } from "~/models/schedules/schedules-of.server";
import { reportFile } from "./report-file.server";

const TYPES = {
  csv: "text/csv",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pdf: "application/pdf",
} as const;

/**
 * Writes the letters of the schedules that are due: to each recipient what they may see at this moment. Whoever may see nothing any
 * more, and a report without anybody in it, get none; the history says so. @returns how many due days were served
 */
export async function sendDueSchedules(at: Instant): Promise<number> {
  let served = 0;
  for (const schedule of await dueSchedules(civilDateOf(at))) {
    const sending = await prepare(schedule, at);
    if (await recordSending(schedule, { ...sending, at })) served += 1;
  }
  return served;
}

interface Prepared {
  outcome: SendingOutcome;
  people: number;
  mail: QueuedMail | null;
}

const nothing = (outcome: SendingOutcome): Prepared => ({ outcome, people: 0, mail: null });

async function prepare(schedule: DueSchedule, at: Instant): Promise<Prepared> {
  const { recipientAccountId: accountId, format, dueOn } = schedule;
  const today = civilDateOf(at);
  const viewer = await loadViewer(accountId, today, false);
  const order = orderOfAddress(schedule.address, today);
  if (!viewer || !order || !hasPower(viewer, "export-people")) return nothing("no-scope");
  const address = (await mailAddresses([accountId], today)).get(accountId);
  if (!address?.email || !(await mailChoices(accountId)).reports) return nothing("no-address");
  const made = await reportFile(viewer, { order, format, language: address.language, at });
  if (!made) return nothing("no-scope");
  try {
    if (made.count === 0) return nothing("empty");
    const sha256 = await keepFile("mail-files", await readFile(made.path));
    const { t } = translators[address.language];
    const date = showCivilDate(today);
    const mail: QueuedMail = {
      key: `schedule:${schedule.publicId}:${dueOn}`,
      accountId,
      to: address.email,
      subject: t("exports:scheduled.subject", { name: schedule.name, date }),
      text: [
        t("exports:mail.greeting", { name: address.name }),
        t("exports:scheduled.text", { name: schedule.name, date, count: made.count }),
        t("exports:scheduled.address", { address: `${publicUrl()}${schedule.address}` }),
        t("exports:scheduled.care"),
        t("exports:mail.stop.reports", { address: stopAddress(address.publicId, "reports") }),
      ].join("\n\n"),
      files: [{ name: fileName(order, format), media_type: TYPES[format], sha256 }],
      notBefore: await whenToSend(at),
      at,
    };
    return { outcome: "sent", people: made.count, mail };
  } finally {
    await rm(made.path, { force: true });
  }
}
