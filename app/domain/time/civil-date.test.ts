import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  type CivilDate,
  civilDateOf,
  daysBetween,
  holdsOn,
  isCivilDate,
  readCivilDate,
  type Span,
  showCivilDate,
  showTime,
  spansOverlap,
  startOfDay,
} from "./civil-date";

const date = fc
  .integer({ min: -20_000, max: 60_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
const span: fc.Arbitrary<Span> = fc
  .tuple(date, fc.option(fc.integer({ min: 1, max: 900 })))
  .map(([validFrom, days]) => ({ validFrom, validTo: days === null ? null : addDays(validFrom, days) }));

describe("civilDateOf", () => {
  it.each([
    ["2026-11-20T16:59:59.999Z", "2026-11-20"],
    ["2026-11-20T17:00:00.000Z", "2026-11-21"],
    ["2024-02-28T17:00:00.000Z", "2024-02-29"],
    ["2026-12-31T17:00:00.000Z", "2027-01-01"],
  ])("%s is %s in Hà Nội", (instant, expected) => expect(civilDateOf(instant)).toBe(expected));

  it("is the day from its start to the last instant before the next", () => {
    fc.assert(
      fc.property(date, (day) => {
        expect(civilDateOf(startOfDay(day))).toBe(day);
        const last = new Date(Date.parse(startOfDay(addDays(day, 1))) - 1).toISOString();
        expect(civilDateOf(last)).toBe(day);
      }),
    );
  });
});

describe("isCivilDate", () => {
  it.each([
    ["2024-02-29", true],
    ["2026-02-29", false],
    ["1900-02-29", false],
    ["2000-02-29", true],
    ["2026-13-01", false],
    ["2026-04-31", false],
    ["2026-00-10", false],
    ["2026-1-01", false],
    ["2026-01-01T00:00", false],
    ["", false],
  ])("%s: %s", (text, expected) => expect(isCivilDate(text)).toBe(expected));
});

describe("addMonths", () => {
  it.each([
    ["2024-02-29", 12, "2025-02-28"],
    ["2024-02-29", 48, "2028-02-29"],
    ["2026-01-31", 1, "2026-02-28"],
    ["2026-08-31", 6, "2027-02-28"],
    ["2026-09-15", 24, "2028-09-15"],
    ["2026-03-31", -1, "2026-02-28"],
  ])("%s and %i months: %s", (from, months, expected) => expect(addMonths(from, months)).toBe(expected));

  it("keeps the day of the month or takes the month's last", () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 240 }), (from, months) => {
        const to = addMonths(from, months);
        const monthsOf = (each: CivilDate) => Number(each.slice(0, 4)) * 12 + Number(each.slice(5, 7));
        expect(monthsOf(to)).toBe(monthsOf(from) + months);
        if (to.slice(8) !== from.slice(8)) expect(addDays(to, 1).slice(8)).toBe("01");
      }),
    );
  });
});

describe("days", () => {
  it("added are the days between", () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -4000, max: 4000 }), (from, days) => {
        const to = addDays(from, days);
        expect(isCivilDate(to)).toBe(true);
        expect(daysBetween(from, to)).toBe(days);
        expect(Math.sign(to.localeCompare(from))).toBe(Math.sign(days));
      }),
    );
  });
});

describe("spans", () => {
  const year: Span = { validFrom: "2026-01-01", validTo: "2027-01-01" };
  it.each([
    ["2025-12-31", false],
    ["2026-01-01", true],
    ["2026-12-31", true],
    ["2027-01-01", false],
  ])("of 2026 on %s: %s", (day, expected) => expect(holdsOn(year, day)).toBe(expected));

  it("that touch do not overlap", () => {
    expect(spansOverlap(year, { validFrom: "2027-01-01", validTo: null })).toBe(false);
    expect(spansOverlap(year, { validFrom: "2026-12-31", validTo: null })).toBe(true);
  });

  it("overlap exactly when the later start lies in both", () => {
    fc.assert(
      fc.property(span, span, (a, b) => {
        const [, later = ""] = [a.validFrom, b.validFrom].sort();
        expect(spansOverlap(a, b)).toBe(holdsOn(a, later) && holdsOn(b, later));
        expect(spansOverlap(b, a)).toBe(spansOverlap(a, b));
      }),
    );
  });
});

describe("what people write and read", () => {
  it.each([
    ["21/11/2026", "2026-11-21"],
    ["1-2-2026", "2026-02-01"],
    ["1.12.2026", "2026-12-01"],
    [" 2026-11-21 ", "2026-11-21"],
    ["29/02/2024", "2024-02-29"],
    ["29/02/2026", null],
    ["31/04/2026", null],
    ["11/21/2026", null],
    ["21/11/26", null],
    ["hôm nay", null],
    ["", null],
  ])("%s is read as %s", (text, expected) => expect(readCivilDate(text)).toBe(expected));

  it("shown and read again is the same date", () => {
    fc.assert(
      fc.property(date, (day) => {
        expect(readCivilDate(showCivilDate(day))).toBe(day);
      }),
    );
  });

  it("shows the time of day in Hà Nội", () => {
    expect(showTime("2026-11-20T02:50:42.000Z")).toBe("09:50");
    expect(showTime("2026-11-20T17:00:05.000Z", true)).toBe("00:00:05");
  });
});
