import type { CivilDate } from "./civil-date";

/** A day that is not what its weekday says: a holiday, or a weekend day (or a holiday called off) that is worked. */
export interface DayException {
  day: CivilDate;
  kind: "holiday" | "working";
}

/** The working-day calendar: Monday to Friday, but for its exceptions. */
export interface WorkingDays {
  readonly exceptions: ReadonlyMap<CivilDate, DayException["kind"]>;
}

const DAY_MS = 86_400_000;

/** A calendar from its exceptions; of several for one day the last counts. */
export function makeCalendar(exceptions: readonly DayException[]): WorkingDays {
  return { exceptions: new Map(exceptions.map(({ day, kind }) => [day, kind])) };
}

/** Monday to Friday, without a holiday. */
export const PLAIN_WEEKS: WorkingDays = makeCalendar([]);

export function isWorkingDay({ exceptions }: WorkingDays, day: CivilDate): boolean {
  const kind = exceptions.get(day);
  if (kind !== undefined) return kind === "working";
  return !isWeekend(day);
}

/** True for a Saturday or a Sunday. */
export function isWeekend(day: CivilDate): boolean {
  const weekday = new Date(msOf(day)).getUTCDay();
  return weekday === 0 || weekday === 6;
}

/** The day itself where it is worked, else the next one that is. */
export function nextWorkingDay(calendar: WorkingDays, day: CivilDate): CivilDate {
  let at = msOf(day);
  let found = day;
  while (!isWorkingDay(calendar, found)) {
    at += DAY_MS;
    found = dayOf(at);
  }
  return found;
}

/** The n-th working day after the day (which itself does not count); for 0 the day itself or the next working day. */
export function addWorkingDays(calendar: WorkingDays, day: CivilDate, n: number): CivilDate {
  if (n <= 0) return nextWorkingDay(calendar, day);
  let at = msOf(day);
  let found = day;
  for (let left = n; left > 0; ) {
    at += DAY_MS;
    found = dayOf(at);
    if (isWorkingDay(calendar, found)) left -= 1;
  }
  return found;
}

const dueDays = new WeakMap<WorkingDays, Map<string, CivilDate>>();

/** So many days after a day, or the next working day. Thousands of people share a few days: each is worked out once. */
export function dueDay(calendar: WorkingDays, from: CivilDate, days: number): CivilDate {
  let known = dueDays.get(calendar);
  if (!known) {
    known = new Map();
    dueDays.set(calendar, known);
  }
  const key = `${from} ${days}`;
  let due = known.get(key);
  if (due === undefined) {
    due = nextWorkingDay(calendar, dayOf(msOf(from) + days * DAY_MS));
    known.set(key, due);
  }
  return due;
}

/** How many working days a year has. */
export function workingDaysIn(calendar: WorkingDays, year: number): number {
  let count = 0;
  const end = Date.UTC(year + 1, 0, 1);
  for (let at = Date.UTC(year, 0, 1); at < end; at += DAY_MS) if (isWorkingDay(calendar, dayOf(at))) count += 1;
  return count;
}

function msOf(day: CivilDate): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function dayOf(ms: number): CivilDate {
  return new Date(ms).toISOString().slice(0, 10);
}
