import { publicUrl } from "~/config/environment.server";
import { type CivilDate, showCivilDate } from "~/domain/time/civil-date";
import { translators } from "~/i18n/translators.server";
import { programmeTitles } from "../certification/programme-titles.server";
import type { MailAddress } from "../mail/mail-address.server";
import { stopAddress } from "../mail/stop-link.server";
import type { Reminder } from "./reminder.server";

/** Lines of a letter; whoever looks after more finds the rest on the page. */
const MOST_LINES = 100;

/** The letter about reminders in the reader's language: one's own certificates first, then those of the staff. */
export async function reminderLetter(
  address: MailAddress,
  today: CivilDate,
): Promise<(reminders: readonly Reminder[]) => { subject: string; text: string }> {
  const { t } = translators[address.language];
  const titleOf = await programmeTitles(today, address.language);
  return (unsorted) => {
    const reminders = [...unsorted].sort((a, b) => a.lastDay.localeCompare(b.lastDay));
    const line = (reminder: Reminder) =>
      t(reminder.stage === "lapsed" ? "exports:mail.lapsed" : "exports:mail.ends", {
        programme: titleOf(reminder.programme),
        date: showCivilDate(reminder.lastDay),
      });
    const own = reminders.filter(({ audience }) => audience === "holder");
    const others = reminders.filter(({ audience }) => audience === "hr");
    const rest = others.length - MOST_LINES;
    const parts = [
      t("exports:mail.greeting", { name: address.name }),
      ...(own.length > 0
        ? [
            [
              t("exports:mail.own"),
              ...own.map((each) => `- ${line(each)}\n  ${publicUrl()}/certificates/${each.certificate}`),
            ],
          ]
        : []),
      ...(others.length > 0
        ? [
            [
              t("exports:mail.others", { count: others.length }),
              ...others
                .slice(0, MOST_LINES)
                .map((each) => `- ${each.name}: ${line(each)}\n  ${publicUrl()}/people/${each.person}`),
              ...(rest > 0 ? [t("exports:mail.more", { count: rest })] : []),
            ],
          ]
        : []),
      t("exports:mail.seeAll", { address: `${publicUrl()}/reminders` }),
      t("exports:mail.stop.reminders", { address: stopAddress(address.publicId, "reminders") }),
    ];
    const [only] = reminders;
    return {
      subject:
        own.length === 1 && others.length === 0 && only
          ? t(only.stage === "lapsed" ? "exports:mail.subjectLapsed" : "exports:mail.subjectEnds", {
              programme: titleOf(only.programme),
            })
          : t("exports:mail.subjectMany", { count: reminders.length }),
      text: parts.map((part) => (Array.isArray(part) ? part.join("\n") : part)).join("\n\n"),
    };
  };
}
