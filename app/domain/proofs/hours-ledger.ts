import type { CivilDate } from "~/domain/time/civil-date";

/** Lesson hours that count in a year. */
export interface CountedHours {
  person: number;
  /** the day on which they were complete: it says the year */
  on: CivilDate;
  hours: number;
  source: "outside" | "course";
}

/** The hours of one person in one year. */
export interface YearlyHours {
  outside: number;
  course: number;
  total: number;
  /** hours that the category asks for in a year; null: none is set */
  asked: number | null;
  met: boolean | null;
}

const MINUTES_OF_A_LESSON_HOUR = 45;

/** Lesson hours ("tiết") of a course, from the minutes that its lessons take, in quarters, never rounded up. */
export function lessonHours(minutes: number): number {
  return Math.floor((minutes / MINUTES_OF_A_LESSON_HOUR) * 4) / 4;
}

/** What a person has in a year, beside what their employment category asks for. */
export function yearlyHours(counted: readonly CountedHours[], year: number, asked: number | null): YearlyHours {
  const ofYear = counted.filter(({ on }) => on.startsWith(`${year}-`));
  const sum = (source: CountedHours["source"]) =>
    ofYear.reduce((hours, each) => hours + (each.source === source ? each.hours : 0), 0);
  const [outside, course] = [sum("outside"), sum("course")];
  const total = outside + course;
  return { outside, course, total, asked, met: asked === null ? null : total >= asked };
}
