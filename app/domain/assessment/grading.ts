import { inAuthorKeys } from "./answer";
import { type AnswerValue, isEmptyAnswer } from "./answer-value";
import type { Paper, PaperItem } from "./paper";
import { shareOf } from "./share";

/** The mark of an item, as a result stores it. Results of before the second form of papers have neither question nor answer. */
export interface ItemMark {
  item: number;
  /** 0 while `pending` */
  score: number;
  max: number;
  /** id of the question's immutable version */
  question?: number;
  /** in the author's keys; null: not answered */
  answer?: AnswerValue | null;
  /** a marker decides, and has not yet */
  pending?: true;
}

export interface Grade {
  marks: ItemMark[];
  /** what is earned so far, where `pending` */
  score: number;
  max: number;
  /** never while `pending` */
  passed: boolean;
  pending: boolean;
}

/** Sums of thirds are not exact: a difference below this is none. */
const TOLERANCE = 1e-9;

/** The share of an item's marks that an answer in this paper's tokens earns, by the rules of share.ts; null: a marker decides. */
export function gradeItem(item: PaperItem, value: AnswerValue): { share: number | null } {
  return { share: shareOf(item.question, inAuthorKeys(item, value)) };
}

/** Grades a paper; an item without an answer earns nothing. */
export function gradePaper(paper: Paper, answers: ReadonlyMap<number, { value: AnswerValue }>): Grade {
  return gradeOf(
    paper.items.map((item) => markOf(item, answers.get(item.number)?.value)),
    paper.passPercent,
  );
}

/** What marks come to. */
export function gradeOf(marks: ItemMark[], passPercent: number): Grade {
  const score = marks.reduce((sum, mark) => sum + mark.score, 0);
  const max = marks.reduce((sum, mark) => sum + mark.max, 0);
  const pending = marks.some((mark) => mark.pending);
  return { marks, score, max, passed: !pending && reaches(score, max, passPercent), pending };
}

function markOf(item: PaperItem, value: AnswerValue | undefined): ItemMark {
  const answer = value === undefined || isEmptyAnswer(value) ? null : inAuthorKeys(item, value);
  const share = answer === null ? 0 : shareOf(item.question, answer);
  const mark = {
    item: item.number,
    score: (share ?? 0) * item.marks,
    max: item.marks,
    question: item.question.id,
    answer,
  };
  return share === null ? { ...mark, pending: true } : mark;
}

/** True when the score reaches the share of the marks. The exact score decides, not the percentage that is shown. */
export function reaches(score: number, max: number, percent: number): boolean {
  return max > 0 && score * 100 >= percent * max - TOLERANCE;
}

/** The percentage to show, whole and rounded down: whoever sees the pass mark has reached it. */
export function shownPercent(score: number, max: number): number {
  return max > 0 ? Math.floor((score * 100) / max + TOLERANCE) : 0;
}

export interface Tally {
  competency: string;
  score: number;
  max: number;
}

/** Marks by competency, in the order in which the paper first asks for them. */
export function talliesByCompetency(paper: Pick<Paper, "items">, marks: readonly ItemMark[]): Tally[] {
  const tallies = new Map<string, Tally>();
  for (const { number, question } of paper.items) {
    const { competency } = question;
    const mark = marks.find(({ item }) => item === number);
    const tally = tallies.get(competency) ?? { competency, score: 0, max: 0 };
    tallies.set(competency, { competency, score: tally.score + (mark?.score ?? 0), max: tally.max + (mark?.max ?? 0) });
  }
  return [...tallies.values()];
}
