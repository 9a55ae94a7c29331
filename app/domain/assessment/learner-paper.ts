import type { Bilingual } from "~/domain/text/bilingual";
import type { Figure } from "../course/figure";
import type { NamedPart, Paper, PaperItem, Token } from "./paper";

/** Something to choose, order or match, by its token on this paper. */
export interface LearnerPart {
  token: Token;
  text: Bilingual;
}

interface AnyLearnerItem {
  number: number;
  marks: number;
  stem: Bilingual;
  figures: Figure[];
}

/** An item as the learner works on it. */
export type LearnerItem = AnyLearnerItem &
  (
    | { type: "single" | "multiple" | "truefalse"; options: LearnerPart[] }
    | { type: "matching"; lefts: LearnerPart[]; rights: LearnerPart[] }
    | { type: "ordering"; steps: LearnerPart[] }
    /** `text` has [[token]] where a gap is */
    | { type: "fill-in"; text: Bilingual; gaps: Token[] }
    /** one unit: shown after the number; several: one is to be chosen */
    | { type: "numeric"; units: LearnerPart[] }
    | { type: "short-text"; mostWords: number }
    | { type: "judgement"; answer: "best" | "rank"; options: LearnerPart[] }
  );

const GAP = /\[\[([a-z0-9-]+)\]\]/g;

/** A paper without its key. */
export interface LearnerPaper {
  title: Bilingual;
  passPercent: number;
  minutes: number;
  perPage: number;
  items: LearnerItem[];
}

/**
 * What of a paper may leave the server while it is worked on. It names what goes out instead of deleting what must not, so a new
 * field stays inside until someone decides otherwise. The question's own key, its competency, its tags and its
 * citation stay too: they can hint at the answer.
 */
export function paperForLearner({ title, passPercent, minutes, perPage, items }: Paper): LearnerPaper {
  return { title, passPercent, minutes, perPage, items: items.map(itemForLearner) };
}

export function itemForLearner({ number, marks, question, parts, others }: PaperItem): LearnerItem {
  const item = { number, marks, stem: question.stem, figures: question.figures ?? [] };
  switch (question.type) {
    case "single":
    case "multiple":
    case "truefalse":
      return { ...item, type: question.type, options: worded(parts, question.options) };
    case "matching": {
      const lefts = question.pairs.map(({ key, left }) => ({ key, text: left }));
      const rights = [...question.pairs.map(({ key, right }) => ({ key, text: right })), ...(question.extra ?? [])];
      return { ...item, type: "matching", lefts: worded(parts, lefts), rights: worded(others, rights) };
    }
    case "ordering":
      return { ...item, type: "ordering", steps: worded(parts, question.steps) };
    case "fill-in": {
      const tokens = new Map(parts);
      const rename = (text: string) => text.replace(GAP, (_whole, key: string) => `[[${tokens.get(key) ?? key}]]`);
      const text = { vi: rename(question.text.vi), en: rename(question.text.en) };
      return { ...item, type: "fill-in", text, gaps: parts.map(([, token]) => token) };
    }
    case "numeric":
      return { ...item, type: "numeric", units: worded(parts, question.units ?? []) };
    case "short-text":
      return { ...item, type: "short-text", mostWords: question.most_words };
    case "judgement":
      return { ...item, type: "judgement", answer: question.answer, options: worded(parts, question.options) };
    case "task":
      throw new Error(`${question.key} is a task: no paper holds it`);
  }
}

function worded(parts: readonly NamedPart[], texts: readonly { key: string; text: Bilingual }[]): LearnerPart[] {
  return parts.map(([key, token]) => {
    const found = texts.find((each) => each.key === key);
    if (!found) throw new Error(`the paper names a part ${key} that its question does not have`);
    return { token, text: found.text };
  });
}

export function pageCount(paper: Pick<LearnerPaper, "perPage" | "items">): number {
  return Math.max(1, Math.ceil(paper.items.length / paper.perPage));
}

/** The items of a page, which counts from 1; empty for a page that does not exist. */
export function itemsOnPage({ items, perPage }: Pick<LearnerPaper, "perPage" | "items">, page: number): LearnerItem[] {
  return page < 1 ? [] : items.slice((page - 1) * perPage, page * perPage);
}

/** The page on which an item stands; it counts from 1. */
export function pageOfItem({ perPage }: Pick<LearnerPaper, "perPage">, item: number): number {
  return Math.ceil(item / perPage);
}
