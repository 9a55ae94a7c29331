import type { CivilDate } from "~/domain/time/civil-date";
import { workingDaysIn } from "~/domain/time/working-days";
import type { Language } from "~/i18n/language";
import { type RecordedAct, recentActs } from "~/models/recorded-changes.server";
import { recordedDays, workingDays } from "./working-days.server";

export interface CalendarView {
  year: number;
  years: number[];
  /** how many days of the year are worked */
  worked: number;
  days: CalendarDay[];
  changes: RecordedAct[];
}

export interface CalendarDay {
  day: CivilDate;
  /** 0 Sunday … 6 Saturday */
  weekday: number;
  kind: "holiday" | "working";
  name: string;
  document: string;
  /** recorded in the app: it can be taken back */
  ours: boolean;
}

export const FIRST_YEAR = 2025;
const YEARS_AHEAD = 2;

/** The days of a year that are not what their weekdays say, and the last changes of the calendar. Null: not a year of ours. */
export async function loadCalendar(year: number, today: CivilDate, language: Language): Promise<CalendarView | null> {
  const last = Number(today.slice(0, 4)) + YEARS_AHEAD;
  if (year < FIRST_YEAR || year > last) return null;
  const [days, calendar, changes] = await Promise.all([
    recordedDays(),
    workingDays(),
    recentActs(["calendar-changed"]),
  ]);
  return {
    year,
    years: Array.from({ length: last - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index),
    worked: workingDaysIn(calendar, year),
    days: days
      .filter(({ day }) => day.startsWith(`${year}-`))
      .map(({ day, kind, name, document, row }) => ({
        day,
        weekday: new Date(`${day}T00:00:00Z`).getUTCDay(),
        kind,
        name: name[language],
        document,
        ours: row !== null,
      })),
    changes,
  };
}
