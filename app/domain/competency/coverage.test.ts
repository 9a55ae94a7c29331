import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countCoverage, heatStep, percentMet } from "./coverage";
import type { Gap } from "./standing";

const gap = (competency: string, required: number, proven: number): Gap => ({ competency, required, proven });

describe("countCoverage", () => {
  const people = [
    { cells: ["PROVINCIAL"], gaps: [gap("rules", 3, 3), gap("dialogue", 2, 0)] },
    { cells: ["PROVINCIAL", "CENTRAL", "CENTRAL"], gaps: [gap("rules", 3, 2)] },
    { cells: [], gaps: [gap("rules", 3, 0)] },
    { cells: ["GRASSROOTS"], gaps: [] },
  ];

  it("counts each person once in each of their cells", () => {
    const counts = countCoverage(
      people,
      (person) => person.gaps,
      (person) => person.cells,
    );
    expect(Object.fromEntries([...counts].map(([key, row]) => [key, Object.fromEntries(row)]))).toEqual({
      rules: { PROVINCIAL: { required: 2, met: 1 }, CENTRAL: { required: 1, met: 0 } },
      dialogue: { PROVINCIAL: { required: 1, met: 0 } },
    });
  });

  it("of one cell equals a count by hand", () => {
    const gaps = fc.array(
      fc.record({ required: fc.integer({ min: 1, max: 5 }), proven: fc.integer({ min: 0, max: 5 }) }),
    );
    fc.assert(
      fc.property(gaps, (levels) => {
        const counts = countCoverage(
          levels,
          ({ required, proven }) => [gap("rules", required, proven)],
          () => ["all"],
        );
        const met = levels.filter(({ required, proven }) => proven >= required).length;
        const expected = levels.length === 0 ? undefined : { required: levels.length, met };
        expect(counts.get("rules")?.get("all")).toEqual(expected);
      }),
    );
  });
});

describe("heatStep", () => {
  it.each([
    [0, 0, 0],
    [100, 100, 0],
    [100, 95, 0],
    [100, 94, 1],
    [100, 85, 1],
    [100, 84, 2],
    [100, 70, 2],
    [100, 69, 3],
    [100, 55, 3],
    [100, 54, 4],
    [1, 0, 4],
  ])("of %i needed and %i met: %i", (required, met, step) => expect(heatStep({ required, met })).toBe(step));
});

describe("percentMet", () => {
  it.each([
    [0, 0, 100],
    [3, 3, 100],
    [3, 0, 0],
    [3, 1, 33],
    [1000, 999, 99],
    [1000, 1, 1],
  ])("of %i needed and %i met: %i", (required, met, percent) => expect(percentMet({ required, met })).toBe(percent));

  it("is 100 only when nobody is missing and 0 only when everybody is", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50_000 }), fc.nat(), (required, seed) => {
        const met = seed % (required + 1);
        const percent = percentMet({ required, met });
        expect(percent === 100).toBe(met === required);
        expect(percent === 0).toBe(met === 0);
      }),
    );
  });
});
