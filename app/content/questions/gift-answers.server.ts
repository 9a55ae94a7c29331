import type { FormatProblem } from "~/domain/question-files/place";
import { type GiftFormat, placesOf, readGiftText, splitAt } from "./gift-text.server";

export interface GiftOption {
  text: string;
  /** percent; 100 for "=", 0 for "~" */
  weight: number;
  feedback: string;
}

/** What stands between the braces of a question. */
export type GiftAnswers =
  | { kind: "essay" }
  | { kind: "truefalse"; right: boolean }
  | { kind: "choice"; options: GiftOption[]; several: boolean }
  | { kind: "short"; accepted: GiftOption[] }
  | { kind: "matching"; pairs: { left: string; right: string }[] }
  | { kind: "numeric"; answer: number; tolerance: number };

export interface GiftBraces {
  answers: GiftAnswers;
  /** what is said whatever was answered */
  general: string;
  /** of true and false, what is said to a wrong and to a right answer */
  feedback: string[];
  /** where each option or pair begins */
  starts: number[];
}

/** Thrown for one question; the others of the file are read all the same. */
export class GiftProblem extends Error {
  constructor(
    readonly code: FormatProblem,
    readonly params: Record<string, string> = {},
  ) {
    super(code);
  }
}

/** @param raw what stands between the braces @throws GiftProblem */
export function readAnswers(raw: string, format: GiftFormat): GiftBraces {
  const { before, after } = splitAt(raw, /####/);
  const body = before.trim();
  const read = { general: readGiftText(after ?? "", format), feedback: [], starts: [] };
  if (body === "") return { ...read, answers: { kind: "essay" } };
  if (body.startsWith("#")) return { ...read, answers: numeric(body.slice(1).trim()) };
  const truth = /^(T|TRUE|F|FALSE)\s*(#[\s\S]*)?$/i.exec(body);
  if (truth) {
    const feedback = (truth[2] ?? "").split(/(?<!\\)#/).slice(1);
    const right = /^T/i.test(truth[1] ?? "");
    return {
      ...read,
      answers: { kind: "truefalse", right },
      feedback: feedback.map((text) => readGiftText(text, format)),
    };
  }
  const { answers, starts } = listed(body, format);
  const offset = before.length - before.trimStart().length;
  return { ...read, answers, starts: starts.map((at) => at + offset) };
}

function listed(body: string, format: GiftFormat): { answers: GiftAnswers; starts: number[] } {
  const places = placesOf(body, /[=~]/);
  if (places[0]?.at !== 0) throw new GiftProblem("no-right-answer", { found: body.slice(0, 40) });
  const starts = places.map(({ at }) => at);
  const items = places.map(({ at, found }, index) => ({ sign: found, raw: body.slice(at + 1, starts[index + 1]) }));
  const wrongs = items.filter(({ sign }) => sign === "~");
  if (wrongs.length === 0 && items.some(({ raw }) => placesOf(raw, /->/).length > 0)) {
    return { answers: { kind: "matching", pairs: items.map(({ raw }) => pair(raw, format)) }, starts };
  }
  const options = items.map(({ sign, raw }) => option(sign, raw, format));
  if (wrongs.length === 0) return { answers: { kind: "short", accepted: options }, starts };
  if (!options.some(({ weight }) => weight > 0)) throw new GiftProblem("no-right-answer", { found: "" });
  return { answers: { kind: "choice", options, several: wrongs.length === items.length }, starts };
}

function option(sign: string, raw: string, format: GiftFormat): GiftOption {
  const { before, after } = splitAt(raw, /#/);
  const text = before.trim();
  const feedback = readGiftText(after ?? "", format);
  if (!text.startsWith("%")) return { text: readGiftText(text, format), weight: sign === "=" ? 100 : 0, feedback };
  const given = /^%(-?\d{1,3}(?:[.,]\d+)?)%/.exec(text);
  const weight = Number((given?.[1] ?? "").replace(",", "."));
  if (!given || Math.abs(weight) > 100) throw new GiftProblem("bad-weight", { found: text.slice(0, 20) });
  return { text: readGiftText(text.slice(given[0].length), format), weight, feedback };
}

function pair(raw: string, format: GiftFormat): { left: string; right: string } {
  const { before, after } = splitAt(raw, /->/);
  // only a right side may say something to whoever chose it
  const right = readGiftText(splitAt(after ?? "", /#/).before, format);
  if (after === null || right === "") throw new GiftProblem("half-pair", { found: raw.trim().slice(0, 40) });
  return { left: readGiftText(before, format), right };
}

function numeric(body: string): GiftAnswers {
  const answers = placesOf(body, /=/).length;
  if (answers > 1) throw new GiftProblem("several-numbers");
  const only = splitAt(body.replace(/^=/, ""), /#/)
    .before.replace(/^%100%/, "")
    .trim();
  const range = /^(.+?)\.\.(.+)$/.exec(only);
  if (range) {
    const low = number(range[1] ?? "");
    const high = number(range[2] ?? "");
    if (low > high) throw new GiftProblem("bad-number", { found: only });
    return { kind: "numeric", answer: round((low + high) / 2), tolerance: round((high - low) / 2) };
  }
  const [answer = "", tolerance] = only.split(":");
  return { kind: "numeric", answer: number(answer), tolerance: tolerance === undefined ? 0 : number(tolerance) };
}

function number(text: string): number {
  const plain = text.trim().replace(",", ".");
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain)) throw new GiftProblem("bad-number", { found: text.trim() });
  return Number(plain);
}

const round = (value: number) => Number(value.toPrecision(12));
