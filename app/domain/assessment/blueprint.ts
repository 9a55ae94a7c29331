import { type ExamSection, fits } from "../course/exam";
import type { Question } from "../course/question";
import { type Random, shuffled } from "./random";

/** What of a question matters to a draw. Two versions under one key are the same question. */
export type Drawable = Pick<Question, "key" | "competency" | "difficulty">;

/** A section that the bank cannot fill: its index in the blueprint, and how many of its questions are missing. */
export interface Shortfall {
  section: number;
  missing: number;
}

export interface Draw<Q> {
  /** in random order; no key twice */
  questions: Q[];
  /** empty where the bank filled every section */
  bankShortfall: Shortfall[];
}

/**
 * Draws an exam's questions. Sections may overlap: a question that two of them could take goes to the one that needs it, so
 * a draw falls short only where no choice of questions could fill the blueprint. Within a section that overlaps no
 * other, every question has the same chance.
 */
export function drawQuestions<Q extends Drawable>(
  bank: readonly Q[],
  sections: readonly ExamSection[],
  random: Random,
): Draw<Q> {
  const { taken, missing } = assign(shuffled(bank, random), sections);
  const bankShortfall = missing.map((count, section) => ({ section, missing: count }));
  return { questions: shuffled(taken, random), bankShortfall: bankShortfall.filter(({ missing }) => missing > 0) };
}

/** A maximum matching of the places of sections with questions, by augmenting paths (Kuhn). */
function assign<Q extends Drawable>(
  bank: readonly Q[],
  sections: readonly ExamSection[],
): { taken: Q[]; missing: number[] } {
  const candidates = sections.map((section) => bank.filter((question) => fits(section, question)));
  const holders = new Map<string, { section: number; question: Q }>();

  const fillPlace = (section: number, tried: Set<string>): boolean => {
    for (const question of candidates[section] ?? []) {
      if (tried.has(question.key)) continue;
      tried.add(question.key);
      const holder = holders.get(question.key);
      if (holder && !fillPlace(holder.section, tried)) continue;
      holders.set(question.key, { section, question });
      return true;
    }
    return false;
  };

  const missing = sections.map(({ count }, section) => {
    let empty = 0;
    for (let place = 0; place < count; place++) if (!fillPlace(section, new Set())) empty++;
    return empty;
  });
  return { taken: [...holders.values()].map(({ question }) => question), missing };
}
