import { addDays, type CivilDate, civilDateOf, type Instant, startOfDay } from "~/domain/time/civil-date";
import { isWorkingDay, type WorkingDays } from "~/domain/time/working-days";

/** Hours of the day, 0 to 24, between which the house sends no mail: from the evening until the morning. */
export interface QuietHours {
  from: number;
  until: number;
}

const HOUR_MS = 3_600_000;

/** The first moment, from `at` on, at which the house may send: on a working day, outside its quiet hours. */
export function afterQuiet(at: Instant, { from, until }: QuietHours, calendar: WorkingDays): Instant {
  for (let day = civilDateOf(at); ; day = addDays(day, 1)) {
    if (!isWorkingDay(calendar, day)) continue;
    const opens = momentOf(day, until);
    const closes = momentOf(day, from);
    if (opens >= closes || at >= closes) {
      // quiet all day would keep mail for ever: then the hours do not count, the working day does
      if (opens >= closes) return at > startOfDay(day) ? at : startOfDay(day);
      continue;
    }
    return at > opens ? at : opens;
  }
}

function momentOf(day: CivilDate, hour: number): Instant {
  return new Date(Date.parse(startOfDay(day)) + hour * HOUR_MS).toISOString();
}
