import type { QuestionBodyOf } from "../course/question";

/**
 * The numbers that a text can mean; none where it is no number. Both customs are read: "1.234,5" and "1,234.5" are 1234.5, "12,5"
 * and "12.5" are 12.5, "1.234.567" and "1 234 567" are whole. Of two kinds of separators the last is the decimal one. One
 * that stands once, before exactly three digits and after one to three that do not begin with 0 ("1.234", "1,234"),
 * can mean either: both numbers are given, and an answer is right where one of them is.
 */
export function readNumber(text: string): number[] {
  const plain = text
    .normalize("NFKC")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .trim();
  const match = /^([+-]?) ?(\d[\d., ]*)$/.exec(plain.replace(/\s+/g, " "));
  if (!match) return [];
  const digits = match[2] ?? "";
  const sign = match[1] === "-" ? -1 : 1;
  return [...new Set([whole(digits), ...decimals(digits)].filter((number) => number !== null))].map(
    (number) => sign * number,
  );
}

/** Digits in groups of three, the first of one to three, with one kind of separator; or no separator at all. */
function whole(digits: string): number | null {
  if (/^\d+$/.test(digits)) return Number(digits);
  if (!/^[1-9]\d{0,2}(?:([., ])\d{3})(?:\1\d{3})*$/.test(digits)) return null;
  return Number(digits.replace(/[., ]/g, ""));
}

/** With the last separator as the decimal one, and no other of its kind. */
function decimals(digits: string): number[] {
  const match = /^([\d., ]+)([.,])(\d+)$/.exec(digits);
  if (!match) return [];
  const [, before = "", separator = "", after = ""] = match;
  if (before.includes(separator)) return [];
  const front = whole(before);
  return front === null ? [] : [Number(`${front}.${after}`)];
}

/** Sums and products of decimals are not exact: a difference below this share is none. */
const ROUNDING = 1e-9;

/**
 * True where a typed number, in its unit, is the question's answer within its tolerance, bounds included. Where units can be
 * chosen, a number without one is not right. The text of the unit may be typed after the number.
 */
export function isRightNumber(
  question: Pick<QuestionBodyOf<"numeric">, "answer" | "tolerance" | "units">,
  given: { number?: string | undefined; unit?: string | undefined },
): boolean {
  const units = question.units ?? [];
  const unit = units.length === 1 ? units[0] : units.find(({ key }) => key === given.unit);
  if (units.length > 1 && !unit) return false;
  const factor = unit?.factor ?? 1;
  const text = unit ? withoutUnit(given.number ?? "", [unit.text.vi, unit.text.en]) : (given.number ?? "");
  const { kind, by } = question.tolerance ?? { kind: "absolute", by: 0 };
  const allowed = kind === "percent" ? (Math.abs(question.answer) * by) / 100 : by;
  const slack = Math.max(Math.abs(question.answer), allowed) * ROUNDING;
  return readNumber(text).some((number) => Math.abs(number * factor - question.answer) <= allowed + slack);
}

function withoutUnit(text: string, units: readonly string[]): string {
  const typed = text.normalize("NFC").trim();
  const unit = units.find((each) => typed.toLowerCase().endsWith(each.normalize("NFC").toLowerCase()));
  return unit ? typed.slice(0, -unit.length).trim() : typed;
}
