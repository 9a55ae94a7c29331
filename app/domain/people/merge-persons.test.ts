import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "~/domain/time/civil-date";
import { type MergeFacts, mergeProblems, saidBefore } from "./merge-persons";

const [KEPT, MERGED, OTHER] = [1, 2, 3];
const posting = (record: number, publicId: string, validFrom: string, validTo: string | null = null) => ({
  record,
  publicId,
  validFrom,
  validTo,
});
const NOTHING: MergeFacts = { merges: [], primaries: [] };

describe("two records of one person", () => {
  it.each<[string, number, number, MergeFacts, string[]]>([
    ["can be merged", KEPT, MERGED, NOTHING, []],
    ["not with themselves", KEPT, KEPT, NOTHING, ["same-person"]],
    ["not a second time", KEPT, MERGED, { ...NOTHING, merges: [{ kept: KEPT, merged: MERGED }] }, ["merged-already"]],
    ["not in a circle", MERGED, KEPT, { ...NOTHING, merges: [{ kept: KEPT, merged: MERGED }] }, ["merged-already"]],
    [
      "not into a merged one",
      KEPT,
      MERGED,
      { ...NOTHING, merges: [{ kept: OTHER, merged: KEPT }] },
      ["merged-already"],
    ],
    [
      "not with its own merges",
      KEPT,
      MERGED,
      { ...NOTHING, merges: [{ kept: MERGED, merged: OTHER }] },
      ["has-merged"],
    ],
    ["beside an earlier merge", KEPT, MERGED, { ...NOTHING, merges: [{ kept: KEPT, merged: OTHER }] }, []],
    [
      "one post after the other",
      KEPT,
      MERGED,
      { merges: [], primaries: [posting(MERGED, "a", "2020-01-01", "2022-01-01"), posting(KEPT, "b", "2022-01-01")] },
      [],
    ],
    [
      "two posts at once",
      KEPT,
      MERGED,
      { merges: [], primaries: [posting(MERGED, "a", "2020-01-01"), posting(KEPT, "b", "2022-01-01")] },
      ["overlapping-primary"],
    ],
    [
      "a third record counts with the kept one",
      KEPT,
      MERGED,
      {
        merges: [{ kept: KEPT, merged: OTHER }],
        primaries: [posting(MERGED, "a", "2020-01-01"), posting(OTHER, "b", "2022-01-01", "2023-01-01")],
      },
      ["overlapping-primary"],
    ],
  ])("%s", (_, kept, merged, facts, codes) => {
    expect(mergeProblems(kept, merged, facts).map(({ code }) => code)).toEqual(codes);
  });

  it("fit when what was recorded twice is taken back", () => {
    const facts = { merges: [], primaries: [posting(MERGED, "twice", "2022-01-01"), posting(KEPT, "b", "2022-01-01")] };
    expect(mergeProblems(KEPT, MERGED, facts, new Set(["twice"]))).toEqual([]);
    expect(mergeProblems(KEPT, MERGED, facts, new Set(["b"]))).toHaveLength(1);
  });
});

it("what was said before is taken over up to the first day of the kept record, without a gap or an overlap", () => {
  const chain = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 5 }).map((lengths) => {
    let from = "2015-01-01";
    return lengths.map((length, index) => {
      const validFrom = from;
      from = addDays(from, length);
      return { validFrom, validTo: index === lengths.length - 1 ? null : from };
    });
  });
  fc.assert(
    fc.property(chain, fc.integer({ min: 0, max: 3000 }), (rows, start) => {
      const first = addDays("2014-06-01", start);
      const taken = saidBefore([{ validFrom: first, validTo: null }], rows);
      const days = taken.reduce(
        (last, row) => (row.validFrom === last && row.validTo !== null ? row.validTo : "gap"),
        taken[0]?.validFrom ?? "",
      );
      expect(days).toBe(first > "2015-01-01" ? first : "");
    }),
  );
});
