import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "~/domain/time/civil-date";
import { type ConfirmedEntry, type PracticeRule, practiceEvidence, practiceProgress } from "./practice-evidence";

const rule: PracticeRule = { level: 2, entries: 3, within_months: 12, led: 1, holds_months: 24 };
const entry = (id: number, onDate: string, role: "led" | "joined" = "joined", language = "vi"): ConfirmedEntry => ({
  id,
  onDate,
  role,
  language,
});

describe("practiceEvidence", () => {
  it.each<[string, ConfirmedEntry[], [number, string, string][]]>([
    ["nothing", [], []],
    ["two of three", [entry(1, "2026-01-10", "led"), entry(2, "2026-02-10")], []],
    [
      "three, one led",
      [entry(1, "2026-01-10", "led"), entry(2, "2026-02-10"), entry(3, "2026-03-10")],
      [[3, "2026-03-10", "2028-03-10"]],
    ],
    ["three, none led", [entry(1, "2026-01-10"), entry(2, "2026-02-10"), entry(3, "2026-03-10")], []],
    [
      "a fourth that leads completes them later",
      [entry(1, "2026-01-10"), entry(2, "2026-02-10"), entry(3, "2026-03-10"), entry(4, "2026-04-10", "led")],
      [[4, "2026-04-10", "2028-04-10"]],
    ],
    [
      "a year apart to the day is too long",
      [entry(1, "2025-03-10", "led"), entry(2, "2026-01-10"), entry(3, "2026-03-10")],
      [],
    ],
    [
      "a day less is not",
      [entry(1, "2025-03-11", "led"), entry(2, "2026-01-10"), entry(3, "2026-03-10")],
      [[3, "2026-03-10", "2028-03-10"]],
    ],
    [
      "an end on 29 February falls on the last day there is",
      [entry(1, "2028-01-29", "led"), entry(2, "2028-02-10"), entry(3, "2028-02-29")],
      [[3, "2028-02-29", "2030-02-28"]],
    ],
    [
      "each further one proves again from its day on",
      [entry(1, "2026-01-10", "led"), entry(2, "2026-02-10"), entry(3, "2026-03-10"), entry(4, "2026-05-01")],
      [
        [3, "2026-03-10", "2028-03-10"],
        [4, "2026-05-01", "2028-05-01"],
      ],
    ],
    [
      "on one day in the order in which they were written",
      [entry(3, "2026-03-10"), entry(1, "2026-03-10", "led"), entry(2, "2026-03-10")],
      [[3, "2026-03-10", "2028-03-10"]],
    ],
  ])("%s", (_, entries, expected) =>
    expect(
      practiceEvidence(entries, [rule]).map(({ entryId, validFrom, validTo }) => [entryId, validFrom, validTo]),
    ).toEqual(expected),
  );

  it("counts only what was held in a foreign language where the rule says so", () => {
    const foreign = { ...rule, entries: 2, foreign: true };
    const entries = [
      entry(1, "2026-01-10", "led"),
      entry(2, "2026-02-10", "led", "en"),
      entry(3, "2026-03-10", "joined", "ja"),
    ];
    expect(practiceEvidence(entries, [foreign]).map(({ entryId }) => entryId)).toEqual([3]);
  });

  const entries = fc
    .array(fc.record({ day: fc.integer({ min: 0, max: 900 }), led: fc.boolean() }), { maxLength: 9 })
    .map((list) =>
      list.map(({ day, led }, index) => entry(index + 1, addDays("2024-01-01", day), led ? "led" : "joined")),
    );

  it("does not depend on the order of the entries", () => {
    fc.assert(
      fc.property(entries, (list) => {
        expect(practiceEvidence([...list].reverse(), [rule])).toEqual(practiceEvidence(list, [rule]));
      }),
    );
  });

  it("only loses by the loss of an entry, and proves from the day of a counted entry on", () => {
    fc.assert(
      fc.property(entries, fc.nat(), (list, pick) => {
        const all = practiceEvidence(list, [rule]);
        const less = practiceEvidence(
          list.filter((_, index) => index !== pick % Math.max(1, list.length)),
          [rule],
        );
        for (const proof of less) expect(all).toContainEqual(proof);
        for (const proof of all) expect(list.find(({ id }) => id === proof.entryId)?.onDate).toBe(proof.validFrom);
      }),
    );
  });
});

describe("practiceProgress", () => {
  it.each([
    ["2026-01-09", { entries: 0, led: 0 }],
    ["2026-01-10", { entries: 1, led: 1 }],
    ["2026-02-10", { entries: 2, led: 1 }],
    ["2027-01-09", { entries: 2, led: 1 }],
    ["2027-01-10", { entries: 1, led: 0 }],
  ])("on %s", (asOf, expected) => {
    const list = [entry(1, "2026-01-10", "led"), entry(2, "2026-02-10")];
    expect(practiceProgress(list, rule, asOf)).toEqual(expected);
  });
});
