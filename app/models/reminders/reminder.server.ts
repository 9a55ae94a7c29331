import type { ReminderStage } from "~/domain/reminders/reminders-due";
import type { CivilDate } from "~/domain/time/civil-date";

/** What one account is to be reminded of: its own certificate, or that of someone whom it looks after. */
export interface Reminder {
  certificateId: number;
  certificate: string;
  audience: "holder" | "hr";
  stage: ReminderStage;
  dueOn: CivilDate;
  programme: string;
  lastDay: CivilDate;
  person: string;
  name: string;
}
