import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { QuestionOf } from "../course/question";
import { isRightNumber, readNumber } from "./numeric-answer";

describe("a typed number", () => {
  it.each<[string, number[]]>([
    ["12", [12]],
    ["007", [7]],
    ["12,5", [12.5]],
    ["12.5", [12.5]],
    ["1.234,5", [1234.5]],
    ["1,234.5", [1234.5]],
    ["1 234,5", [1234.5]],
    ["1\u00a0234\u202f567", [1234567]],
    ["1.234.567", [1234567]],
    ["1,234,567", [1234567]],
    ["1.234.567,25", [1234567.25]],
    ["1,234,567.25", [1234567.25]],
    ["-4,5", [-4.5]],
    ["− 4.5", [-4.5]],
    ["+3", [3]],
    ["１２", [12]],
    // can mean either
    ["1.234", [1234, 1.234]],
    ["1,234", [1234, 1.234]],
    ["12.500", [12500, 12.5]],
    ["-1.234", [-1234, -1.234]],
    // cannot: the other reading is no way to write a number
    ["0.125", [0.125]],
    ["0,125", [0.125]],
    ["1234.567", [1234.567]],
    ["1.2345", [1.2345]],
    ["1.23", [1.23]],
    // no numbers
    ["", []],
    ["mười", []],
    ["1.23,5", []],
    ["1,2,3", []],
    ["1.234,567.8", []],
    ["12 5", []],
    ["1..5", []],
    [".5", []],
    ["5.", []],
    ["1e3", []],
    ["0x10", []],
    ["12a", []],
    ["--1", []],
  ])("%j means %j", (text, numbers) => {
    expect(readNumber(text)).toEqual(numbers);
  });

  test("is read back from how Vietnamese and English write it", () => {
    const hundredths = fc.integer({ min: -10_000_000_00, max: 10_000_000_00 }).map((number) => number / 100);
    fc.assert(
      fc.property(
        hundredths,
        fc.constantFrom("vi-VN", "en-GB", "fr-FR"),
        fc.boolean(),
        (number, locale, useGrouping) => {
          const text = new Intl.NumberFormat(locale, { useGrouping, maximumFractionDigits: 2 }).format(number);
          expect(readNumber(text)).toContain(number);
        },
      ),
    );
  });
});

describe("the right number", () => {
  type Given = { number: string; unit?: string };
  const both = (text: string) => ({ vi: text, en: text });
  const km = { key: "km", text: both("km"), factor: 1 };
  const metre = { key: "m", text: both("m"), factor: 0.001 };
  const of = (answer: number, more: Partial<QuestionOf<"numeric">> = {}) => ({ answer, ...more });
  it.each<[string, ReturnType<typeof of>, Given, boolean]>([
    ["exact", of(12.5), { number: "12,5" }, true],
    ["not exact", of(12.5), { number: "12,6" }, false],
    ["decimals add up", of(0.3, { tolerance: { kind: "absolute", by: 0 } }), { number: "0.30000000000000004" }, true],
    ["at the bound", of(12, { tolerance: { kind: "absolute", by: 0.5 } }), { number: "11,5" }, true],
    ["over the bound", of(12, { tolerance: { kind: "absolute", by: 0.5 } }), { number: "12.51" }, false],
    ["percent of the answer", of(200, { tolerance: { kind: "percent", by: 5 } }), { number: "190" }, true],
    ["percent of a negative answer", of(-200, { tolerance: { kind: "percent", by: 5 } }), { number: "-210" }, true],
    ["over the percentage", of(200, { tolerance: { kind: "percent", by: 5 } }), { number: "189" }, false],
    ["zero is exact whatever percent", of(0, { tolerance: { kind: "percent", by: 50 } }), { number: "0,1" }, false],
    ["ambiguous, as thousands", of(1234), { number: "1.234" }, true],
    ["ambiguous, as a decimal", of(1.234), { number: "1.234" }, true],
    ["one unit, not typed", of(5, { units: [km] }), { number: "5" }, true],
    ["one unit, typed", of(5, { units: [km] }), { number: "5 KM" }, true],
    ["one unit, another typed", of(5, { units: [km] }), { number: "5 kg" }, false],
    ["the unit chosen", of(5, { units: [km, metre] }), { number: "5.000", unit: "m" }, true],
    ["the wrong unit", of(5, { units: [km, metre] }), { number: "5", unit: "m" }, false],
    ["no unit chosen", of(5, { units: [km, metre] }), { number: "5" }, false],
    ["a unit that does not exist", of(5, { units: [km, metre] }), { number: "5", unit: "mile" }, false],
    ["no number", of(0), { number: "" }, false],
  ])("%s", (_, question, given, right) => {
    expect(isRightNumber(question, given)).toBe(right);
  });
});
