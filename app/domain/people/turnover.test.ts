import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths } from "~/domain/time/civil-date";
import { stabilityOf, turnoverOf } from "./turnover";

const RULE = { months: 24, alertHolders: 4 };
const TODAY = "2026-11-21";
const terms = (...from: string[]) => from.map((date, index) => ({ person: `p${index}`, from: date }));
const of = (given: ReturnType<typeof terms>, asOf = TODAY) => {
  const { changes, holders, alert } = turnoverOf(given, asOf, RULE);
  return [changes.length, holders, alert];
};

describe("turnover", () => {
  it.each<[string, ReturnType<typeof terms>, string, [number, number, boolean]]>([
    ["nobody", [], TODAY, [0, 0, false]],
    ["one holder of a new post", terms("2026-01-01"), TODAY, [0, 1, false]],
    ["three changes in two years", terms("2019-04-01", "2025-02-10", "2025-10-06", "2026-07-01"), TODAY, [3, 4, true]],
    ["two changes", terms("2019-04-01", "2025-02-10", "2026-07-01"), TODAY, [2, 3, false]],
    ["a new post with its third holder", terms("2025-02-10", "2025-10-06", "2026-07-01"), TODAY, [2, 3, false]],
    ["three within 24 months to the day", terms("2020-01-01", "2024-11-22", "2025-10-06", TODAY), TODAY, [3, 4, true]],
    ["three, the first a day too early", terms("2020-01-01", "2024-11-21", "2025-10-06", TODAY), TODAY, [2, 3, false]],
    ["three over 25 months", terms("2020-01-01", "2024-10-21", "2025-10-06", TODAY), TODAY, [2, 3, false]],
    ["the day before the third", terms("2020-01-01", "2024-11-22", "2025-10-06", TODAY), "2026-11-20", [2, 3, false]],
    ["a holder to come", terms("2020-01-01", "2025-01-01", "2025-10-06", "2026-11-22"), TODAY, [2, 3, false]],
    ["a leap day", terms("2020-01-01", "2024-02-29", "2025-10-06", "2026-02-28"), "2026-02-28", [3, 4, true]],
  ])("%s", (_, given, asOf, expected) => expect(of(given, asOf)).toEqual(expected));

  it("does not count who is carried over, or comes back to the own place", () => {
    const again = [
      { person: "a", from: "2019-01-01" },
      { person: "a", from: "2019-01-01" },
      { person: "a", from: "2026-05-01" },
      { person: "b", from: "2026-06-01" },
    ];
    expect(turnoverOf(again, TODAY, RULE)).toEqual({
      changes: [{ on: "2026-06-01", person: "b" }],
      holders: 2,
      alert: false,
    });
  });

  it("stays as it was for a day, whatever begins later, and never sees more in a shorter time", () => {
    const term = fc.record({
      person: fc.integer({ min: 1, max: 4 }),
      from: fc.integer({ min: 0, max: 1500 }).map((day) => addDays("2022-01-01", day)),
    });
    fc.assert(
      fc.property(fc.array(term, { maxLength: 10 }), fc.integer({ min: 0, max: 1500 }), (drawn, day) => {
        const asOf = addDays("2022-01-01", day);
        const known = drawn.filter(({ from }) => from <= asOf);
        expect(turnoverOf(drawn, asOf, RULE)).toEqual(turnoverOf(known, asOf, RULE));
        const year = turnoverOf(drawn, asOf, { ...RULE, months: 12 }).changes;
        const two = turnoverOf(drawn, asOf, RULE).changes;
        expect(two.slice(two.length - year.length)).toEqual(year);
        expect(two.every(({ on }) => on > addMonths(asOf, -24) && on <= asOf)).toBe(true);
      }),
    );
  });
});

describe("stability", () => {
  it.each([
    [[], { posts: 0, medianMonths: null, settled: 0 }],
    [[null], { posts: 1, medianMonths: null, settled: 0 }],
    [["2026-11-21"], { posts: 1, medianMonths: 0, settled: 0 }],
    [["2025-11-21"], { posts: 1, medianMonths: 12, settled: 0 }],
    [["2025-11-20"], { posts: 1, medianMonths: 12, settled: 1 }],
    [["2024-11-21", "2026-10-21", null], { posts: 3, medianMonths: 12, settled: 1 }],
    [["2020-01-31", "2026-10-22", "2026-10-21"], { posts: 3, medianMonths: 1, settled: 1 }],
  ])("of %j", (since, expected) => expect(stabilityOf(since, TODAY)).toEqual(expected));
});
