import { expect, it } from "vitest";
import { type CountedHours, lessonHours, yearlyHours } from "./hours-ledger";

const counted = (on: string, hours: number, source: CountedHours["source"]): CountedHours => ({
  person: 1,
  on,
  hours,
  source,
});

it.each([
  [0, 0],
  [11, 0],
  [12, 0.25],
  [45, 1],
  [67, 1.25],
  [180, 4],
])("%i minutes of lessons are %d lesson hours", (minutes, hours) => {
  expect(lessonHours(minutes)).toBe(hours);
});

const list = [
  counted("2025-12-31", 8, "outside"),
  counted("2026-01-01", 16, "outside"),
  counted("2026-12-31", 3.5, "course"),
  counted("2027-01-01", 5, "course"),
];

it("counts in the year in which they were complete, outside and courses apart", () => {
  expect(yearlyHours(list, 2026, 40)).toEqual({ outside: 16, course: 3.5, total: 19.5, asked: 40, met: false });
  expect(yearlyHours(list, 2026, 19.5)).toMatchObject({ met: true });
  expect(yearlyHours(list, 2025, null)).toEqual({ outside: 8, course: 0, total: 8, asked: null, met: null });
});
