import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { finalPoints, isFullyMarked, type Markable, type Place, placeFor, placesWanted } from "./marking";

const work = (change: Partial<Markable> = {}): Markable => ({
  markers: 2,
  threshold: 0.15,
  personId: 1,
  unitId: 10,
  otherUnit: false,
  barred: [],
  closed: false,
  ...change,
});
const place = (number: number, personId: number, points: number | null = null, max = 20): Place => ({
  place: number,
  personId,
  mark: points === null ? null : { points, max },
});
const marker = (personId: number, unitIds: number[] = [99]) => ({ personId, unitIds });

describe("who takes which place", () => {
  it.each([
    ["nobody's own", work(), [], marker(1), { refusal: "own" }],
    ["what is closed", work({ closed: true }), [], marker(2), { refusal: "closed" }],
    ["their unit's, where that is set", work({ otherUnit: true }), [], marker(2, [10]), { refusal: "own-unit" }],
    ["their unit's, where it is not", work(), [], marker(2, [10]), { place: 1 }],
    ["a unit that is not known", work({ otherUnit: true, unitId: null }), [], marker(2, [10]), { place: 1 }],
    ["an appeal against a mark of theirs", work({ barred: [2] }), [], marker(2), { refusal: "marked-before" }],
    ["twice", work(), [place(1, 2)], marker(2), { refusal: "taken-already" }],
    ["the second place", work(), [place(1, 2)], marker(3), { place: 2 }],
    ["a place that was given back", work(), [place(2, 3)], marker(4), { place: 1 }],
    ["a third, where two agree", work(), [place(1, 2, 10), place(2, 3, 13)], marker(4), { refusal: "no-place" }],
    ["a third, where they differ", work(), [place(1, 2, 10), place(2, 3, 13.25)], marker(4), { place: 3 }],
    ["a third, while one is open", work(), [place(1, 2, 10), place(2, 3)], marker(4), { refusal: "no-place" }],
    ["a second, where one marks", work({ markers: 1 }), [place(1, 2)], marker(3), { refusal: "no-place" }],
  ] as const)("%s", (_, subject, places, who, outcome) => {
    expect(placeFor(subject, places, who)).toEqual(outcome);
  });

  it("gives everybody another place, whoever comes in whatever order, and never more than are wanted", () => {
    const people = fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 20 });
    fc.assert(
      fc.property(people, fc.constantFrom(1, 2), fc.boolean(), (comers, markers, otherUnit) => {
        const subject = work({ markers, otherUnit });
        const taken: Place[] = [];
        for (const personId of comers) {
          const found = placeFor(subject, taken, { personId, unitIds: [personId] });
          if ("place" in found) taken.push(place(found.place, personId));
        }
        expect(new Set(taken.map((one) => one.place)).size).toBe(taken.length);
        expect(new Set(taken.map((one) => one.personId)).size).toBe(taken.length);
        expect(taken.length).toBeLessThanOrEqual(placesWanted(subject, taken));
        expect(taken.map((one) => one.personId)).not.toContain(subject.personId);
      }),
    );
  });
});

describe("the points that come of marks", () => {
  it.each([
    ["one marker", 1, [12], { points: 12, how: "single", places: [1] }],
    ["two that agree", 2, [12, 14], { points: 13, how: "mean", places: [1, 2] }],
    ["two at the threshold", 2, [12, 15], { points: 13.5, how: "mean", places: [1, 2] }],
    ["a third near the first", 2, [10, 18, 11], { points: 10.5, how: "third", places: [1, 3] }],
    ["a third near the second", 2, [10, 18, 17], { points: 17.5, how: "third", places: [2, 3] }],
    ["a third in the middle", 2, [10, 18, 14], { points: 14, how: "third", places: [3] }],
    ["a third beyond both", 2, [10, 18, 20], { points: 19, how: "third", places: [2, 3] }],
  ] as const)("%s", (_, markers, points, expected) => {
    const places = points.map((value, index) => place(index + 1, index + 2, value));
    expect(finalPoints({ ...work({ markers }), kind: "task" }, places)).toMatchObject({ ...expected, max: 20 });
  });

  it("wait for every place that is wanted", () => {
    const two = { ...work(), kind: "task" as const };
    expect(finalPoints(two, [place(1, 2, 10)])).toBeNull();
    expect(finalPoints(two, [place(1, 2, 10), place(2, 3)])).toBeNull();
    expect(isFullyMarked(two, [place(1, 2, 10), place(2, 3, 18)])).toBe(false);
    expect(finalPoints({ ...two, kind: "appeal", markers: 1 }, [place(1, 2, 7)])).toMatchObject({
      how: "appeal",
      points: 7,
    });
  });

  it("lie between the lowest and the highest mark, and do not ask who marked first", () => {
    const mark = fc.integer({ min: 0, max: 80 }).map((quarters) => quarters / 4);
    fc.assert(
      fc.property(mark, mark, mark, fc.float({ min: 0, max: 1, noNaN: true }), (a, b, c, threshold) => {
        const subject = { ...work({ threshold }), kind: "task" as const };
        const result = (first: number, second: number) =>
          finalPoints(
            subject,
            [first, second, c].map((value, index) => place(index + 1, index + 2, value)),
          );
        const [one, other] = [result(a, b), result(b, a)];
        expect(one?.points).toBeCloseTo(other?.points ?? -1, 9);
        const all = one?.how === "third" ? [a, b, c] : [a, b];
        expect(one?.points).toBeGreaterThanOrEqual(Math.min(...all) - 1e-9);
        expect(one?.points).toBeLessThanOrEqual(Math.max(...all) + 1e-9);
        expect(one?.how === "third").toBe(placesWanted(subject, [place(1, 2, a), place(2, 3, b)]) === 3);
      }),
    );
  });
});
