import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyQuestion } from "../../../tests/fixtures/any-question";
import { questionSchema } from "../course/question";
import type { FlatQuestion } from "./flat-columns";
import { flatten } from "./flatten";
import { readList, readPart, writeList, writePart } from "./part-text";
import { columnOf, unflatten } from "./unflatten";

describe("a question in columns", () => {
  it("comes back the same, whatever its type", () => {
    fc.assert(
      fc.property(anyQuestion(), (question) => {
        const { content, problems } = unflatten(flatten(question));
        expect(problems).toEqual([]);
        expect(questionSchema.parse(content)).toEqual(question);
      }),
      { numRuns: 300 },
    );
  });

  it("takes what a person writes shorter", () => {
    const { content, problems } = unflatten({
      key: "cs-example",
      type: "chọn một",
      difficulty: "2",
      right: "B",
      "stem.vi": "Câu hỏi?",
      "part1.vi": "Một",
      "part2.vi": "Hai",
      "part4.vi": "Bốn",
    });
    expect(problems).toEqual([{ column: "right", code: "unknown-right", params: { found: "B" } }]);
    expect(content).toMatchObject({
      type: "single",
      difficulty: 2,
      stem: { vi: "Câu hỏi?" },
      options: [
        { key: "a", text: { vi: "Một" }, correct: false },
        { key: "b", text: { vi: "Hai" } },
        { key: "c", text: { vi: "Bốn" } },
      ],
    });
  });

  it.each<[string, FlatQuestion, unknown]>([
    [
      "a comma",
      { type: "numeric", right: "12,5", tolerance: "2 %" },
      { answer: 12.5, tolerance: { kind: "percent", by: 2 } },
    ],
    ["a minus sign", { type: "numeric", right: "−3" }, { answer: -3 }],
    [
      "words of true and false",
      { type: "Đúng / sai", right: "đúng", "part1.vi": "true) Đúng", "part2.vi": "false) Sai" },
      { options: [{ correct: true }, { correct: false }] },
    ],
    [
      "an arrow made by Word",
      { type: "matching", "part1.vi": "a) trái ⇒ phải" },
      { pairs: [{ left: { vi: "trái" }, right: { vi: "phải" } }] },
    ],
  ])("reads %s", (_name, flat, expected) => {
    expect(unflatten(flat)).toMatchObject({ content: expected, problems: [] });
  });

  it.each<[string, FlatQuestion, string, string]>([
    ["a word instead of a number", { type: "Chọn một", difficulty: "dễ" }, "difficulty", "needs-number"],
    ["parted thousands", { type: "numeric", right: "1.000.000" }, "right", "needs-number"],
    ["an unknown type", { type: "trắc nghiệm" }, "type", "unknown-type"],
    ["a part in English only", { type: "ordering", "part1.en": "First" }, "part1.vi", "part-without-vietnamese"],
    [
      "a key given twice",
      { type: "ordering", "part1.vi": "a) Một", "part2.vi": "a) Hai" },
      "part2.vi",
      "part-key-twice",
    ],
    ["half a pair", { type: "matching", "part1.vi": "a) trái" }, "part1.vi", "half-pair"],
    ["a tolerance of a choice", { type: "single", tolerance: "2" }, "tolerance", "not-for-type"],
    ["figures that are no JSON", { type: "Chọn một", figures: "một hình" }, "figures", "bad-figures"],
    ["a weight that is missing", { type: "judgement", "part1.vi": "a) Một" }, "part1.vi", "needs-number"],
  ])("says where %s stands", (_name, flat, column, code) => {
    expect(unflatten(flat).problems).toMatchObject([{ column, code }]);
  });

  it("knows the column of what the schema finds", () => {
    expect(columnOf({}, ["citation", "clause", "en"])).toBe("clause.en");
    expect(columnOf({}, ["options", 2, "text", "en"])).toBe("part3.en");
    expect(columnOf({ pairs: [1, 2] }, ["extra", 0, "text"])).toBe("part3.vi");
    expect(columnOf({ type: "judgement" }, ["answer"])).toBe("method");
    expect(columnOf({}, ["most_words"])).toBe("most_words");
    expect(columnOf({}, [])).toBe("key");
  });
});

describe("part texts", () => {
  const text = fc.string({ unit: "grapheme" }).map((each) => each.trim());
  it("come back the same", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9-]+$/), fc.array(text, { minLength: 1 }), (key, pieces) => {
        expect(readPart(writePart(key, pieces))).toEqual({ key, pieces });
        const items = pieces.filter((piece) => piece !== "");
        expect(readList(writeList(items))).toEqual(items);
      }),
    );
  });
});
