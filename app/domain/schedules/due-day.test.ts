import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays } from "~/domain/time/civil-date";
import { lastDueDay, mondayOf, nextDueDay, PERIODS, type Period } from "./due-day";

it.each<[Period, string, string | null, string]>([
  ["weekly", "2026-11-22", "2026-11-16", "2026-11-23"],
  ["weekly", "2026-11-23", "2026-11-23", "2026-11-30"],
  ["monthly", "2026-11-22", "2026-11-01", "2026-12-01"],
  ["quarterly", "2026-11-22", "2026-10-01", "2027-01-01"],
  ["quarterly", "2026-02-28", null, "2026-04-01"],
])("%s on %s", (period, today, last, next) => {
  const from = "2026-02-01";
  expect(lastDueDay(period, from, today)).toBe(last);
  expect(nextDueDay(period, from, today)).toBe(next);
});

it("begins with the first due day that comes", () => {
  expect(lastDueDay("weekly", "2026-11-24", "2026-11-25")).toBeNull();
  expect(nextDueDay("weekly", "2026-11-24", "2026-11-20")).toBe("2026-11-30");
  expect(nextDueDay("monthly", "2026-11-01", "2026-10-15")).toBe("2026-11-01");
});

it("is always a due day itself, and the next one comes after", () => {
  fc.assert(
    fc.property(fc.constantFrom(...PERIODS), fc.integer({ min: 0, max: 2000 }), (period, days) => {
      const today = addDays("2024-01-01", days);
      const last = lastDueDay(period, "2020-01-01", today) ?? "";
      expect(last <= today).toBe(true);
      expect(lastDueDay(period, "2020-01-01", last)).toBe(last);
      expect(nextDueDay(period, "2020-01-01", last) > today).toBe(true);
      expect(new Date(`${mondayOf(today)}T00:00:00Z`).getUTCDay()).toBe(1);
    }),
  );
});
