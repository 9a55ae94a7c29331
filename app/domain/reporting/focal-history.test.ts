import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "~/domain/time/civil-date";
import { type FocalTerm, focalHistory } from "./focal-history";

const held = (person: string, from: string, to: string | null = null): FocalTerm<string> => ({
  person,
  acting: false,
  from,
  to,
});
const told = (terms: FocalTerm<string>[], asOf = "2026-11-21") =>
  focalHistory(terms, "2020-01-01", asOf).map((each) => [
    each.kind === "vacant" ? "-" : each.person + (each.kind === "acting" ? "*" : ""),
    each.from,
    each.to,
  ]);

describe("the history of a focal-point post", () => {
  it("has every holder and every vacancy, newest first", () => {
    const terms = [held("a", "2020-03-01", "2024-01-01"), held("b", "2024-02-01", "2026-09-01")];
    expect(told(terms)).toEqual([
      ["-", "2026-09-01", null],
      ["b", "2024-02-01", "2026-09-01"],
      ["-", "2024-01-01", "2024-02-01"],
      ["a", "2020-03-01", "2024-01-01"],
      ["-", "2020-01-01", "2020-03-01"],
    ]);
    expect(told(terms, "2024-01-15")).toEqual([
      ["-", "2024-01-01", null],
      ["a", "2020-03-01", "2024-01-01"],
      ["-", "2020-01-01", "2020-03-01"],
    ]);
  });

  it("tells of one who was carried over once, and of a stand-in apart", () => {
    const terms = [
      held("a", "2020-01-01", "2025-07-01"),
      held("a", "2025-07-01"),
      { person: "b", acting: true, from: "2026-01-01", to: "2026-07-01" },
    ];
    expect(told(terms)).toEqual([
      ["b*", "2026-01-01", "2026-07-01"],
      ["a", "2020-01-01", null],
    ]);
    expect(told([])).toEqual([["-", "2020-01-01", null]]);
  });

  it("leaves no day uncovered, and is vacant on those alone on which nobody held it", () => {
    const day = (count: number) => addDays("2020-01-01", count);
    const term = fc.record({
      person: fc.constantFrom("a", "b", "c"),
      acting: fc.boolean(),
      start: fc.integer({ min: 0, max: 60 }),
      length: fc.option(fc.integer({ min: 1, max: 30 })),
    });
    fc.assert(
      fc.property(fc.array(term, { maxLength: 6 }), fc.integer({ min: 0, max: 70 }), (drawn, asOf) => {
        const terms = drawn.map(({ person, acting, start, length }) => ({
          person,
          acting,
          from: day(start),
          to: length === null ? null : day(start + length),
        }));
        const stretches = focalHistory(terms, day(0), day(asOf));
        const on = (span: { from: string; to: string | null }, date: string) =>
          span.from <= date && (span.to === null || date < span.to);
        for (let count = 0; count <= asOf; count++) {
          const someone = terms.some((each) => on(each, day(count)));
          expect(stretches.some((each) => each.kind === "vacant" && on(each, day(count)))).toBe(!someone);
          expect(stretches.some((each) => each.kind !== "vacant" && on(each, day(count)))).toBe(someone);
        }
      }),
    );
  });
});
