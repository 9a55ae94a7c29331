import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FieldKind, itemOfField, readFormAnswer } from "./form-answer";
import { readShownAnswer, writeShownAnswer } from "./shown-answer";

function formOf(fields: readonly [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

describe("an answer in a form", () => {
  const rows: [string, FieldKind, [string, string][], unknown][] = [
    [
      "chosen boxes, of this item alone",
      "tokens",
      [
        ["a3", "x"],
        ["a3", "y"],
        ["a31", "z"],
      ],
      ["x", "y"],
    ],
    ["no box", "tokens", [["f3", "yes"]], []],
    ["a text", "text", [["a3", " hai dòng\nchữ "]], " hai dòng\nchữ "],
    [
      "pairs, without those left open",
      "pairs",
      [
        ["a3.l1", "r1"],
        ["a3.l2", ""],
        ["a33.l1", "r9"],
      ],
      { l1: "r1" },
    ],
    [
      "an order",
      "order",
      [
        ["a3.x", "2"],
        ["a3.y", "1"],
        ["a3.z", "3"],
      ],
      ["y", "x", "z"],
    ],
    [
      "steps without a place come last, as shown",
      "order",
      [
        ["a3.x", ""],
        ["a3.y", ""],
        ["a3.z", "1"],
      ],
      ["z", "x", "y"],
    ],
    [
      "two steps at one place stay as shown",
      "order",
      [
        ["a3.x", "2"],
        ["a3.y", "2"],
        ["a3.z", "1"],
      ],
      ["z", "x", "y"],
    ],
    [
      "no place at all is no answer",
      "order",
      [
        ["a3.x", ""],
        ["a3.y", ""],
      ],
      [],
    ],
    [
      "a place that is no number comes last",
      "order",
      [
        ["a3.x", "first"],
        ["a3.y", "1"],
      ],
      ["y", "x"],
    ],
  ];
  it.each(rows)("%s", (_, kind, fields, answer) => {
    expect(readFormAnswer(formOf(fields), 3, kind)).toEqual(answer);
  });

  it("names its item", () => {
    expect(["a3", "a3.x", "f12", "s3", "to", "a", ""].map(itemOfField)).toEqual([3, 3, 12, null, null, null, null]);
  });
});

describe("what a form showed", () => {
  const anyValue = fc.oneof(
    fc.string(),
    fc.array(fc.string(), { maxLength: 4 }),
    fc.dictionary(fc.string({ minLength: 1 }), fc.string(), { maxKeys: 4, noNullPrototype: true }),
  );

  it("comes back as it was, whatever is in it", () => {
    fc.assert(
      fc.property(
        fc.constantFrom<FieldKind>("tokens", "order", "pairs", "text"),
        anyValue,
        fc.boolean(),
        (kind, value, flagged) => {
          expect(readShownAnswer(writeShownAnswer({ kind, value, flagged }))).toEqual({ kind, value, flagged });
        },
      ),
    );
  });

  it("is nothing where it was not written so", () => {
    for (const text of ["", "|", "{}", "[]", '["tokens"]', '["other",[],0]', '["tokens",[1],0]', '["pairs",null,0]']) {
      expect(readShownAnswer(text), text).toBeNull();
    }
  });
});
