import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { civilDateOf } from "~/domain/time/civil-date";
import { type CertificateEvent, type CertificateFacts, certificateStatus, inGrace } from "./certificate-status";
import { endOfValidity, type Validity } from "./validity";

/** A calendar of its own: days of 2023–2031 as [year, month, day], counted one by one. */
const DAYS: string[] = [];
for (let year = 2023; year <= 2031; year += 1) {
  const leap = year % 4 === 0;
  [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].forEach((length, month) => {
    for (let day = 1; day <= length; day += 1)
      DAYS.push(`${year}-${String(month + 1).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
  });
}
const indexOf = new Map(DAYS.map((day, index) => [day, index]));

/** Walks through the days from the first to the last and keeps a state, as a clerk with a desk calendar would. */
function walk(
  { issued, end, events }: { issued: number; end: number | null; events: { kind: string; day: number }[] },
  windowDays: number,
  until: number,
): string {
  let exists = false;
  let taken: "no" | "revoked" | "replaced" = "no";
  for (let day = 0; day <= until; day += 1) {
    if (day === issued) exists = true;
    for (const event of events) {
      if (event.day !== day) continue;
      if (event.kind === "revoked") taken = "revoked";
      if (event.kind === "superseded") taken = "replaced";
      if (event.kind === "reinstated") taken = "no";
    }
  }
  if (!exists) return "not-yet";
  if (taken !== "no") return taken;
  if (end === null) return "valid";
  if (until >= end) return "expired";
  let left = 0;
  for (let day = until; day < end; day += 1) left += 1;
  return left <= windowDays ? "expiring" : "valid";
}

const KINDS = ["renewed", "revoked", "reinstated", "superseded"] as const;
const anyDay = fc.integer({ min: 0, max: 2000 });
const leapDay = fc.constantFrom(indexOf.get("2024-02-29") ?? 0, indexOf.get("2028-02-29") ?? 0);
const day = fc.oneof({ weight: 5, arbitrary: anyDay }, { weight: 1, arbitrary: leapDay });

describe("the status on any day", () => {
  it("equals that of a walk through the calendar, in whatever order the events were recorded on other days", () => {
    const cases = fc.record({
      issued: day,
      length: fc.option(fc.integer({ min: 1, max: 900 })),
      events: fc.uniqueArray(fc.record({ kind: fc.constantFrom(...KINDS), day: anyDay }), {
        selector: (event) => event.day,
        maxLength: 5,
      }),
      window: fc.integer({ min: 0, max: 200 }),
      asOf: fc.integer({ min: 0, max: 3200 }),
      order: fc.array(fc.nat(), { minLength: 5, maxLength: 5 }),
    });
    fc.assert(
      fc.property(cases, ({ issued, length, events, window, asOf, order }) => {
        const end = length === null ? null : issued + length;
        const recorded = events
          .map((event, index) => ({ event, key: order[index] ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ event }): CertificateEvent => ({ kind: event.kind, onDate: DAYS[event.day] ?? "" }));
        const facts: CertificateFacts = {
          issuedOn: DAYS[issued] ?? "",
          validUntil: end === null ? null : (DAYS[end] ?? ""),
          events: recorded,
        };
        const expected = walk({ issued, end, events }, window, asOf);
        expect(certificateStatus(facts, DAYS[asOf] ?? "", window)).toBe(expected);
      }),
      { numRuns: 600 },
    );
  });

  it.each([0, 1, 30])("is in grace for exactly %i days after the end, and never in force there", (grace) => {
    const facts: CertificateFacts = { issuedOn: "2024-02-29", validUntil: "2025-02-28", events: [] };
    const end = indexOf.get("2025-02-28") ?? 0;
    const inIt = DAYS.filter((date) => inGrace(facts, date, grace));
    expect(inIt).toEqual(DAYS.slice(end, end + grace));
    for (const date of inIt) expect(certificateStatus(facts, date, 90)).toBe("expired");
  });

  it("turns at midnight in Hà Nội, not in Greenwich", () => {
    const facts: CertificateFacts = { issuedOn: "2026-01-01", validUntil: "2027-01-01", events: [] };
    expect(certificateStatus(facts, civilDateOf("2026-12-31T16:59:59.999Z"), 0)).toBe("valid");
    expect(certificateStatus(facts, civilDateOf("2026-12-31T17:00:00.000Z"), 0)).toBe("expired");
  });
});

describe("the end of validity", () => {
  const months = (count: number): Validity => ({ method: "completion", months: count });
  const follows = { validUntil: "2026-06-01", windowDays: 90, graceDays: 30 };
  const yearEnd: Validity = { method: "calendar", month_day: "12-31", years: 1, at_least_months: 6 };
  const leap: Validity = { method: "calendar", month_day: "02-29", years: 1, at_least_months: 0 };
  it.each<[string, Validity, string, typeof follows | null, string | null]>([
    ["no end", null, "2026-01-01", null, null],
    ["two years", months(24), "2026-09-15", null, "2028-09-15"],
    ["a year from 29 February", months(12), "2024-02-29", null, "2025-02-28"],
    ["four years from 29 February", months(48), "2024-02-29", null, "2028-02-29"],
    ["a month from the 31st", months(1), "2026-01-31", null, "2026-02-28"],
    ["from the old end, renewed early", { method: "last-expiry", months: 12 }, "2026-03-10", follows, "2027-06-01"],
    ["on the window's first day", { method: "last-expiry", months: 12 }, "2026-03-03", follows, "2027-06-01"],
    ["the day before it", { method: "last-expiry", months: 12 }, "2026-03-02", follows, "2027-03-02"],
    ["on the last day of grace", { method: "last-expiry", months: 12 }, "2026-06-30", follows, "2027-06-01"],
    ["the day after grace", { method: "last-expiry", months: 12 }, "2026-07-01", follows, "2027-07-01"],
    ["the first one of that method", { method: "last-expiry", months: 12 }, "2026-03-10", null, "2027-03-10"],
    ["through the year's end", yearEnd, "2026-03-01", null, "2027-01-01"],
    ["too near the year's end", yearEnd, "2026-10-01", null, "2028-01-01"],
    ["on that very day", { ...yearEnd, at_least_months: 0 } as Validity, "2026-12-31", null, "2027-01-01"],
    [
      "renewed: never the end that held already",
      { ...yearEnd, at_least_months: 0 } as Validity,
      "2026-11-01",
      { ...follows, validUntil: "2027-01-01" },
      "2028-01-01",
    ],
    ["29 February in another year", leap, "2026-01-10", null, "2026-03-01"],
    ["29 February in a leap year", leap, "2027-06-01", null, "2028-03-01"],
  ])("%s", (_, validity, on, previous, expected) => expect(endOfValidity(validity, on, previous)).toBe(expected));
});
