import type { Bilingual } from "~/domain/text/bilingual";
import type { QuestionType } from "../course/question";
import type { Paper, PaperItem, PaperOption } from "./paper";

/** An item as the learner works on it. */
export interface LearnerItem {
  number: number;
  type: QuestionType;
  marks: number;
  stem: Bilingual;
  options: PaperOption[];
}

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
 * field stays inside until someone decides otherwise. The question's own key, its competency and its citation stay
 * too: they can hint at the answer.
 */
export function paperForLearner({ title, passPercent, minutes, perPage, items }: Paper): LearnerPaper {
  return { title, passPercent, minutes, perPage, items: items.map(itemForLearner) };
}

export function itemForLearner({ number, type, marks, stem, options }: PaperItem): LearnerItem {
  return { number, type, marks, stem, options: options.map(({ token, text }) => ({ token, text })) };
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
