import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSheet, type SheetLine, sheetDraftSchema } from "./mark-sheet";
import { sheetOfFields } from "./sheet-fields";

const lines: SheetLine[] = [
  { key: "content", most: 10, stands: null },
  { key: "style", most: 2.4, stands: null },
];
const draft = (points: Record<string, string>, comments: Record<string, string> = {}) => ({
  points,
  comments,
  comment: "",
});

describe("a finished mark", () => {
  it("has points for every line, in quarters or in full", () => {
    expect(readSheet(draft({ content: "7,5", style: "2.4" }), lines)).toMatchObject({ points: 9.9, max: 12.4 });
    expect(readSheet(draft({ content: " 0 ", style: "0.25" }), lines)).toMatchObject({ points: 0.25 });
  });

  it.each([
    ["", "missing"],
    ["seven", "not-a-number"],
    ["-1", "not-a-number"],
    ["1e1", "not-a-number"],
    ["Infinity", "not-a-number"],
    ["10.25", "out-of-bounds"],
    ["7.3", "steps"],
  ] as const)("“%s” is %s", (content, problem) => {
    expect(readSheet(draft({ content, style: "1" }), lines)).toEqual({ problems: [{ line: "content", problem }] });
  });

  it("is never outside its bounds, whatever was typed", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (content, style) => {
        const read = readSheet(draft({ content, style }), lines);
        const points = "problems" in read ? 0 : read.points;
        expect(points).toBeGreaterThanOrEqual(0);
        expect(points).toBeLessThanOrEqual(12.4);
      }),
    );
  });
});

describe("an appeal against a paper", () => {
  const paper: SheetLine[] = [
    { key: "1", most: 1, stands: 1 / 3 },
    { key: "2", most: 1, stands: 0 },
  ];

  it("leaves what is not typed as it stands", () => {
    expect(readSheet(draft({}), paper)).toMatchObject({
      sheet: { points: { "1": 1 / 3, "2": 0 } },
      points: 1 / 3,
      max: 2,
    });
    expect(readSheet(draft({ "1": "0.3333" }), paper)).toMatchObject({ points: 1 / 3 });
  });

  it("owes a reason for what it changes", () => {
    expect(readSheet(draft({ "2": "1" }), paper)).toEqual({ problems: [{ line: "2", problem: "reason" }] });
    const read = readSheet(draft({ "2": "1" }, { "2": "Đáp án cũng nhận câu này" }), paper);
    expect(read).toMatchObject({ points: 1 / 3 + 1, sheet: { comments: { "2": "Đáp án cũng nhận câu này" } } });
  });
});

it("a sheet is read from the fields of its form, and nothing else is", () => {
  const fields = { "points-content": "3", "comment-content": "tốt", comment: "x", clientKey: "k", next: "finish" };
  const sheet = sheetOfFields(fields);
  expect(sheet).toEqual({ points: { content: "3" }, comments: { content: "tốt" }, comment: "x" });
  expect(sheetDraftSchema.parse(sheet)).toEqual(sheet);
});
