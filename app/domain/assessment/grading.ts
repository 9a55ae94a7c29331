import { takesSeveral } from "./answer";
import type { Paper, PaperItem, Token } from "./paper";

export interface ItemMark {
  item: number;
  score: number;
  max: number;
}

export interface Grade {
  marks: ItemMark[];
  score: number;
  max: number;
  passed: boolean;
}

/** Sums of thirds are not exact: a difference below this is none. */
const TOLERANCE = 1e-9;

/**
 * The marks of one item. Where one option is asked for: all or nothing. Where several are: (right chosen − wrong chosen) ÷ number
 * of right options, never below 0: a wrong choice takes back what a right one earned.
 */
export function gradeItem(item: PaperItem, chosen: readonly Token[]): number {
  const right = chosen.filter((token) => item.key.correct.includes(token)).length;
  const wrong = chosen.length - right;
  if (!takesSeveral(item)) return right === 1 && wrong === 0 ? item.marks : 0;
  return item.marks * Math.max(0, (right - wrong) / item.key.correct.length);
}

/** Grades a paper; an item without an answer earns nothing. */
export function gradePaper(paper: Paper, answers: ReadonlyMap<number, { tokens: readonly Token[] }>): Grade {
  const marks = paper.items.map((item) => ({
    item: item.number,
    score: gradeItem(item, answers.get(item.number)?.tokens ?? []),
    max: item.marks,
  }));
  const score = marks.reduce((sum, mark) => sum + mark.score, 0);
  const max = marks.reduce((sum, mark) => sum + mark.max, 0);
  return { marks, score, max, passed: reaches(score, max, paper.passPercent) };
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
  for (const { number, competency } of paper.items) {
    const mark = marks.find(({ item }) => item === number);
    const tally = tallies.get(competency) ?? { competency, score: 0, max: 0 };
    tallies.set(competency, { competency, score: tally.score + (mark?.score ?? 0), max: tally.max + (mark?.max ?? 0) });
  }
  return [...tallies.values()];
}
