import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PaperItem } from "./paper";
import { differingItems, isForPaper, lettersOf, readLetters } from "./paper-entry";

const item = (type: "single" | "multiple", options: number) =>
  ({
    question: { type },
    parts: Array.from({ length: options }, (_, index) => [`key-${index}`, `token${index}`]),
  }) as unknown as PaperItem;

describe("letters typed from an answer sheet", () => {
  it.each([
    ["single", "b", { ok: true, tokens: ["token1"] }],
    ["single", "", { ok: true, tokens: [] }],
    ["single", "AB", { ok: false, problem: "too-many" }],
    ["single", "AA", { ok: true, tokens: ["token0"] }],
    ["multiple", "c, a", { ok: true, tokens: ["token0", "token2"] }],
    ["multiple", "A-D", { ok: true, tokens: ["token0", "token3"] }],
    ["multiple", "AE", { ok: false, problem: "no-such-letter" }],
    ["multiple", "1", { ok: false, problem: "no-such-letter" }],
  ] as const)("%s: %j", (type, typed, read) => {
    expect(readLetters(item(type, 4), typed)).toEqual(read);
  });

  it("come back as they were typed, in order", () => {
    fc.assert(
      fc.property(fc.subarray(["A", "B", "C", "D", "E"]), (letters) => {
        const read = readLetters(item("multiple", 5), [...letters].reverse().join(" "));
        expect(read.ok && lettersOf(item("multiple", 5), read.tokens)).toBe(letters.join(""));
      }),
    );
  });
});

describe("two entries", () => {
  const entry = fc.dictionary(
    fc.integer({ min: 1, max: 9 }).map(String),
    fc.uniqueArray(fc.constantFrom("t1", "t2", "t3"), { minLength: 1 }),
  );

  it("differ from one another as the other from the one, and not from themselves", () => {
    fc.assert(
      fc.property(entry, entry, (a, b) => {
        expect(differingItems(a, b)).toEqual(differingItems(b, a));
        expect(differingItems(a, a)).toEqual([]);
      }),
    );
  });

  it("say which items, an empty one among them", () => {
    expect(differingItems({ 1: ["a", "b"], 2: ["c"], 10: ["d"] }, { 1: ["b", "a"], 2: ["d"], 3: ["e"] })).toEqual([
      2, 3, 10,
    ]);
  });
});

it.each([
  ["single", true],
  ["truefalse", true],
  ["multiple", true],
  ["short-text", false],
  ["matching", false],
  ["task", false],
] as const)("%s on paper: %s", (type, on) => {
  expect(isForPaper({ type })).toBe(on);
});
