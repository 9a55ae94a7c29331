import { addDays, type CivilDate } from "~/domain/time/civil-date";

export const PERIODS = ["weekly", "monthly", "quarterly"] as const;
export type Period = (typeof PERIODS)[number];

/** The Monday of a day's week. */
export function mondayOf(day: CivilDate): CivilDate {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}

/**
 * The last day, up to today, on which a report of this period is due: Mondays, the first of a month, the first of a quarter. Null
 * before the first due day from `from` on. Due days that were missed while no server ran are not made up for: each report speaks
 * of the day on which it is sent.
 */
export function lastDueDay(period: Period, from: CivilDate, today: CivilDate): CivilDate | null {
  const due = period === "weekly" ? mondayOf(today) : firstOf(period, today);
  return due >= from ? due : null;
}

/** The next due day after a day. */
export function nextDueDay(period: Period, from: CivilDate, after: CivilDate): CivilDate {
  for (let day = addDays(after > addDays(from, -1) ? after : addDays(from, -1), 1); ; day = addDays(day, 1)) {
    if (lastDueDay(period, from, day) === day) return day;
  }
}

function firstOf(period: "monthly" | "quarterly", today: CivilDate): CivilDate {
  const month = Number(today.slice(5, 7));
  const first = period === "monthly" ? month : Math.floor((month - 1) / 3) * 3 + 1;
  return `${today.slice(0, 4)}-${String(first).padStart(2, "0")}-01`;
}
