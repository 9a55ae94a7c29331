import { type Bilingual, sameInBoth } from "~/domain/text/bilingual";
import type { QuestionBody, QuestionBodyOf } from "../course/question";
import type { Language } from "../text/language";
import { type AnswerValue, isEmptyAnswer } from "./answer-value";

/** A line of an answer in words; `of`: the left side that it goes with. */
export interface AnswerLine {
  of: Bilingual | null;
  text: Bilingual;
}

export interface AnswerWords {
  /** the lines are a sequence: gaps or steps, first to last */
  ordered: boolean;
  /** none: not answered */
  lines: AnswerLine[];
}

/** An answer in the author's keys in words. What no longer has a text (a part that does not exist) is left out. */
export function answerInWords(question: QuestionBody, answer: AnswerValue): AnswerWords {
  if (isEmptyAnswer(answer)) return { ordered: false, lines: [] };
  switch (question.type) {
    case "single":
    case "multiple":
    case "truefalse":
      return chosen(question.options, answer, false);
    case "judgement":
      return chosen(question.options, answer, question.answer === "rank");
    case "ordering":
      return chosen(question.steps, answer, true);
    case "matching":
      return { ordered: false, lines: matched(question, answer as Record<string, string>) };
    case "fill-in": {
      const texts = answer as Record<string, string>;
      return { ordered: true, lines: question.gaps.map(({ key }) => plain(sameInBoth(texts[key] ?? "—"))) };
    }
    case "numeric":
      return { ordered: false, lines: [plain(typedNumber(question, answer as Record<string, string>))] };
    case "short-text":
    case "task":
      return { ordered: false, lines: [plain(sameInBoth(String(answer)))] };
  }
}

/** The same in one language and one line: "first; second", "left → right". */
export function answerText(question: QuestionBody, answer: AnswerValue, language: Language): string {
  const { lines } = answerInWords(question, answer);
  return lines.map(({ of, text }) => (of ? `${of[language]} → ${text[language]}` : text[language])).join("; ");
}

function plain(text: Bilingual): AnswerLine {
  return { of: null, text };
}

function chosen(
  parts: readonly { key: string; text: Bilingual }[],
  answer: AnswerValue,
  ordered: boolean,
): AnswerWords {
  const keys = Array.isArray(answer) ? answer : [];
  const found = keys.flatMap((key) => parts.find((part) => part.key === key) ?? []);
  return { ordered, lines: found.map(({ text }) => plain(text)) };
}

function matched({ pairs, extra = [] }: QuestionBodyOf<"matching">, rights: Record<string, string>): AnswerLine[] {
  const texts = new Map([
    ...pairs.map(({ key, right }) => [key, right] as const),
    ...extra.map((e) => [e.key, e.text] as const),
  ]);
  return pairs.map(({ key, left }) => ({ of: left, text: texts.get(rights[key] ?? "") ?? sameInBoth("—") }));
}

function typedNumber(
  { units = [] }: QuestionBodyOf<"numeric">,
  { number = "", unit }: Record<string, string>,
): Bilingual {
  const chosenUnit = units.length === 1 ? units[0] : units.find(({ key }) => key === unit);
  if (!chosenUnit) return sameInBoth(number);
  return { vi: `${number} ${chosenUnit.text.vi}`, en: `${number} ${chosenUnit.text.en}` };
}
