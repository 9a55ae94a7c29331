import { afterQuiet } from "~/domain/mail/quiet-hours";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import { allSettingsOn } from "../settings/settings.server";
import { workingDays } from "../time/working-days.server";

/** The first moment from now on at which the house may send what can wait: a working day, outside its quiet hours. */
export async function whenToSend(at: Instant): Promise<Instant> {
  const [settings, calendar] = await Promise.all([allSettingsOn(civilDateOf(at)), workingDays()]);
  return afterQuiet(at, { from: settings["quiet-from"], until: settings["quiet-until"] }, calendar);
}
