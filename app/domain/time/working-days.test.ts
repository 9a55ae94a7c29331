import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "./civil-date";
import {
  addWorkingDays,
  type DayException,
  isWorkingDay,
  makeCalendar,
  nextWorkingDay,
  PLAIN_WEEKS,
  workingDaysIn,
} from "./working-days";

const holiday = (day: string): DayException => ({ day, kind: "holiday" });
/** Tết of 2026 from Monday to Friday; Friday 2 January is off and Saturday 10 January is worked for it. */
const year2026 = makeCalendar([
  holiday("2026-01-01"),
  holiday("2026-01-02"),
  { day: "2026-01-10", kind: "working" },
  ...["16", "17", "18", "19", "20"].map((day) => holiday(`2026-02-${day}`)),
]);

describe("the working-day calendar", () => {
  it.each([
    ["a Friday", "2026-01-09", true],
    ["a Saturday that is worked for another day", "2026-01-10", true],
    ["a Sunday", "2026-01-11", false],
    ["a holiday in the week", "2026-01-01", false],
    ["the day off that Saturday pays for", "2026-01-02", false],
    ["a Saturday", "2026-01-03", false],
    ["the first day of Tết", "2026-02-17", false],
  ])("%s", (_, day, worked) => expect(isWorkingDay(year2026, day)).toBe(worked));

  it.each([
    ["a working day stays", "2026-02-13", "2026-02-13"],
    ["the Saturday before Tết: over nine days", "2026-02-14", "2026-02-23"],
    ["in the middle of Tết", "2026-02-18", "2026-02-23"],
    ["New Year, the swapped day and the weekend", "2026-01-01", "2026-01-05"],
    ["over the end of a year", "2022-12-31", "2023-01-02"],
  ])("the next working day: %s", (_, day, expected) => expect(nextWorkingDay(year2026, day)).toBe(expected));

  it.each([
    ["from a working day", "2026-02-10", 3, "2026-02-13"],
    ["over Tết", "2026-02-13", 1, "2026-02-23"],
    ["a swapped Saturday counts", "2026-01-09", 1, "2026-01-10"],
    ["then Monday", "2026-01-09", 2, "2026-01-12"],
    ["none from a Sunday", "2026-01-11", 0, "2026-01-12"],
    ["from a day off", "2026-01-03", 1, "2026-01-05"],
    ["ten in plain weeks", "2026-11-21", 10, "2026-12-04"],
  ])("n working days later: %s", (_, day, n, expected) => expect(addWorkingDays(year2026, day, n)).toBe(expected));

  it("of two exceptions for one day the last counts", () => {
    expect(
      isWorkingDay(makeCalendar([holiday("2026-03-04"), { day: "2026-03-04", kind: "working" }]), "2026-03-04"),
    ).toBe(true);
  });

  it("counts a year's working days", () => {
    expect(workingDaysIn(PLAIN_WEEKS, 2026)).toBe(261);
    expect(workingDaysIn(year2026, 2026)).toBe(261 - 7 + 1);
    expect(workingDaysIn(PLAIN_WEEKS, 2028)).toBe(260);
  });

  const day = fc.integer({ min: 0, max: 1500 }).map((days) => addDays("2025-01-01", days));
  const calendar = fc
    .array(fc.record({ day, kind: fc.constantFrom("holiday" as const, "working" as const) }), { maxLength: 60 })
    .map(makeCalendar);

  it("never goes back, always lands on a working day, and skips only days off", () => {
    fc.assert(
      fc.property(calendar, day, (some, from) => {
        const next = nextWorkingDay(some, from);
        expect(next >= from && isWorkingDay(some, next)).toBe(true);
        for (let at = from; at < next; at = addDays(at, 1)) expect(isWorkingDay(some, at)).toBe(false);
        expect(nextWorkingDay(some, next)).toBe(next);
      }),
    );
  });

  it("n working days later there are n of them in between, and a later day never comes earlier", () => {
    fc.assert(
      fc.property(calendar, day, fc.integer({ min: 0, max: 40 }), (some, from, n) => {
        const end = addWorkingDays(some, from, n);
        expect(isWorkingDay(some, end)).toBe(true);
        let worked = 0;
        for (let at = addDays(from, 1); at <= end; at = addDays(at, 1)) if (isWorkingDay(some, at)) worked += 1;
        if (n > 0) expect(worked).toBe(n);
        expect(addWorkingDays(some, addDays(from, 1), n) >= end).toBe(true);
        const further = addWorkingDays(some, from, n + 1);
        // from a day off, none and one lead to the same day
        expect(n > 0 ? further > end : further >= end).toBe(true);
      }),
    );
  });

  it("takes a very long run of days off", () => {
    const off = Array.from({ length: 400 }, (_, days) => holiday(addDays("2026-01-01", days)));
    expect(nextWorkingDay(makeCalendar(off), "2026-01-01")).toBe("2027-02-05");
  });
});
