import type { NamedDay } from "~/domain/time/day-list";
import { makeCalendar, type WorkingDays } from "~/domain/time/working-days";
import { frameworksAsOf } from "~/models/course/frameworks.server";
import { latestChangeId, reader } from "~/models/database.server";
import { knownThen } from "~/models/organisation/organisation-facts.server";

/** A day off or a swapped day, and where it is written. */
export interface RecordedDay extends NamedDay {
  /** null: from the files of the house */
  row: { id: number; changeId: number } | null;
}

interface Held {
  changeId: number;
  days: Promise<RecordedDay[]>;
  calendar: Promise<WorkingDays>;
}

/** Days off carry dates of their own: the newest list of the files speaks for every day. */
const ANY_DATE = "9999-12-31";

let held: Held | null = null;

/** The calendar of the house. Held in memory until the next change; then one statement over a few rows. */
export async function workingDays(): Promise<WorkingDays> {
  return (await current()).calendar;
}

/** Every exception that counts, by day: what the app records for a day goes before the files. */
export async function recordedDays(): Promise<readonly RecordedDay[]> {
  return (await current()).days;
}

async function current(): Promise<Held> {
  const changeId = await latestChangeId();
  if (held?.changeId !== changeId) {
    const days = readRecordedDays();
    const mine = { changeId, days, calendar: days.then(makeCalendar) };
    held = mine;
    // a failure is not kept
    mine.calendar.catch(() => {
      if (held === mine) held = null;
    });
  }
  return held;
}

/** @param knownAt newest change to take in; left out: all */
export async function readRecordedDays(knownAt: number | null = null): Promise<RecordedDay[]> {
  const client = await reader();
  const frameworks = await frameworksAsOf(ANY_DATE, knownAt);
  const rows = await client.working_day_exception.findMany({
    where: knownThen(knownAt),
    orderBy: { id: "asc" },
  });
  const byDay = new Map<string, RecordedDay>(
    frameworks["working-days"].content.days.map((each) => [each.day, { ...each, row: null }]),
  );
  for (const row of rows) {
    byDay.set(row.day, {
      day: row.day,
      kind: row.kind as NamedDay["kind"],
      name: { vi: row.name_vi, en: row.name_en },
      document: row.document,
      row: { id: row.id, changeId: row.recorded_change },
    });
  }
  return [...byDay.values()].sort((a, b) => a.day.localeCompare(b.day));
}
