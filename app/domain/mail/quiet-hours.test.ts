import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { civilDateOf, showTime } from "~/domain/time/civil-date";
import { isWorkingDay, makeCalendar } from "~/domain/time/working-days";
import { afterQuiet } from "./quiet-hours";

const HOURS = { from: 21, until: 7 };
/** Thursday 24/12/2026 is worked, Friday the 25th off; Saturday the 26th is worked instead. */
const calendar = makeCalendar([
  { day: "2026-12-25", kind: "holiday" },
  { day: "2026-12-26", kind: "working" },
]);
/** an instant by the clock in Hanoi */
const at = (day: string, time: string) => new Date(`${day}T${time}:00+07:00`).toISOString();

describe("mail that can wait", () => {
  it.each([
    ["by day goes at once", at("2026-12-24", "09:30"), at("2026-12-24", "09:30")],
    ["before seven waits for seven", at("2026-12-24", "06:59"), at("2026-12-24", "07:00")],
    [
      "at nine in the evening waits over a day off for a Saturday that is worked",
      at("2026-12-24", "21:00"),
      at("2026-12-26", "07:00"),
    ],
    ["after midnight is of the new day", at("2026-12-24", "00:10"), at("2026-12-24", "07:00")],
    ["on a Sunday waits for Monday", at("2026-12-27", "12:00"), at("2026-12-28", "07:00")],
  ])("%s", (_, asked, expected) => expect(afterQuiet(asked, HOURS, calendar)).toBe(expected));

  it("is never early, never in a quiet hour, never on a day off, and not put off twice", () => {
    const instants = fc.integer({ min: 0, max: 3 * 365 * 24 * 60 }).map((minutes) => {
      return new Date(Date.parse("2026-01-01T00:00:00Z") + minutes * 60_000).toISOString();
    });
    const hours = fc.record({ from: fc.integer({ min: 12, max: 24 }), until: fc.integer({ min: 0, max: 11 }) });
    fc.assert(
      fc.property(instants, hours, (asked, quiet) => {
        const sent = afterQuiet(asked, quiet, calendar);
        expect(sent >= asked).toBe(true);
        expect(isWorkingDay(calendar, civilDateOf(sent))).toBe(true);
        const hour = Number(showTime(sent).slice(0, 2));
        expect(hour >= quiet.until && hour < quiet.from).toBe(true);
        expect(afterQuiet(sent, quiet, calendar)).toBe(sent);
      }),
    );
  });
});
