import { readText } from "./answer-text";
import type { AnswerValue } from "./answer-value";

import type { NamedPart, PaperItem } from "./paper";

export type AnswerRefusal =
  /** not the shape of an answer to such a question */
  | { code: "bad-shape"; item: number }
  /** the item has no such option, step, side, gap or unit */
  | { code: "unknown-option"; item: number }
  /** several options where one is asked for, one twice, or an order that leaves some out */
  | { code: "too-many-options"; item: number }
  /** a text with half a character or control characters */
  | { code: "bad-text"; item: number }
  | { code: "text-too-long"; item: number };

export type ReadAnswer = { ok: true; value: AnswerValue } | { ok: false; refusal: AnswerRefusal };

/** Longest number that is read. */
const LONGEST_NUMBER = 60;

/**
 * An answer as it is kept, from whatever a browser sent. Choices come in the order of the paper; an order is complete or empty;
 * sides, gaps and units without an answer are left out; texts are composed (NFC) and without blanks at their ends.
 * Nothing given clears the answer. Words of a browser are kept only where words are asked for.
 */
export function readAnswer(item: PaperItem, raw: unknown): ReadAnswer {
  const refuse = (code: AnswerRefusal["code"]): ReadAnswer => ({
    ok: false,
    refusal: { code, item: item.number },
  });
  const kept = readRaw(item, raw);
  return typeof kept === "string" ? refuse(kept) : { ok: true, value: kept.value };
}

type Kept = { value: AnswerValue } | AnswerRefusal["code"];

function readRaw(item: PaperItem, raw: unknown): Kept {
  const { question } = item;
  switch (question.type) {
    case "single":
    case "truefalse":
      return readChoice(item.parts, raw, 1);
    case "multiple":
      return readChoice(item.parts, raw, item.parts.length);
    case "judgement":
      return question.answer === "best" ? readChoice(item.parts, raw, 1) : readOrder(item.parts, raw);
    case "ordering":
      return readOrder(item.parts, raw);
    case "matching":
      return readEntries(raw, (left, right) => names(item.parts, left) && (right === "" || names(item.others, right)));
    case "fill-in":
      return readEntries(raw, (gap) => names(item.parts, gap));
    case "numeric":
      return readNumeric(item.parts, raw);
    case "short-text": {
      const text = readText(raw);
      return text.ok ? { value: text.text } : text.code;
    }
    case "task":
      return "bad-shape";
  }
}

function names(parts: readonly NamedPart[], token: string): boolean {
  return parts.some(([, known]) => known === token);
}

function tokensIn(raw: unknown): string[] | null {
  return Array.isArray(raw) && raw.every((each) => typeof each === "string") ? raw : null;
}

function readChoice(parts: readonly NamedPart[], raw: unknown, most: number): Kept {
  const chosen = tokensIn(raw);
  if (!chosen) return "bad-shape";
  if (!chosen.every((token) => names(parts, token))) return "unknown-option";
  if (chosen.length > most || new Set(chosen).size < chosen.length) return "too-many-options";
  return { value: parts.map(([, token]) => token).filter((token) => chosen.includes(token)) };
}

function readOrder(parts: readonly NamedPart[], raw: unknown): Kept {
  const order = tokensIn(raw);
  if (!order) return "bad-shape";
  if (!order.every((token) => names(parts, token))) return "unknown-option";
  if (new Set(order).size < order.length) return "too-many-options";
  return order.length === 0 || order.length === parts.length ? { value: [...order] } : "too-many-options";
}

/** An object of texts, in the order of its names; those without a text are left out. */
function readEntries(raw: unknown, fits: (name: string, text: string) => boolean): Kept {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) return "bad-shape";
  const value: Record<string, string> = {};
  for (const [name, given] of Object.entries(raw).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const read = readText(given);
    if (!read.ok) return read.code;
    if (!fits(name, read.text)) return "unknown-option";
    if (read.text !== "") value[name] = read.text;
  }
  return { value };
}

function readNumeric(units: readonly NamedPart[], raw: unknown): Kept {
  const read = readEntries(
    raw,
    (name, text) => name === "number" || (name === "unit" && (text === "" || names(units, text))),
  );
  if (typeof read === "string") return read;
  const { number = "", unit } = read.value as Record<string, string>;
  if (number.length > LONGEST_NUMBER) return "text-too-long";
  // a unit without a number is no answer
  if (number === "") return { value: {} };
  return { value: unit === undefined ? { number } : { number, unit } };
}

/** Kept answers name tokens of one paper; recorded ones name the author's keys, so that they can be read without it. */
export function inAuthorKeys(item: PaperItem, value: AnswerValue): AnswerValue {
  return renamed(item, value, ([key, token]) => [token, key]);
}

/** The other way round, on this paper. */
export function inTokens(item: PaperItem, value: AnswerValue): AnswerValue {
  return renamed(item, value, ([key, token]) => [key, token]);
}

function renamed(item: PaperItem, value: AnswerValue, turn: (part: NamedPart) => [string, string]): AnswerValue {
  const names = new Map(item.parts.map(turn));
  const rights = new Map(item.others.map(turn));
  const rename = (name: string) => names.get(name) ?? name;
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(rename);
  const entries = Object.entries(value);
  switch (item.question.type) {
    case "matching":
      return Object.fromEntries(entries.map(([left, right]) => [rename(left), rights.get(right) ?? right]));
    case "fill-in":
      return Object.fromEntries(entries.map(([gap, text]) => [rename(gap), text]));
    default:
      return Object.fromEntries(entries.map(([name, text]) => [name, name === "unit" ? rename(text) : text]));
  }
}
