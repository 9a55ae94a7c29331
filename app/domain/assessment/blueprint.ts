import { type ExamSection, fits } from "../course/exam";
import type { Question } from "../course/question";
import { isForExams } from "../course/question-type";
import { type Random, shuffled } from "./random";

/** What of a question matters to a draw. Two versions under one key are the same question. */
export type Drawable = Pick<Question, "key" | "competency" | "difficulty" | "tags" | "type" | "use">;

/** A section that the bank cannot fill: its index in the blueprint, and how many of its questions are missing. */
export interface Shortfall {
  section: number;
  missing: number;
}

/** A drawn question, with the marks that its section gives it. */
export interface Drawn<Q> {
  question: Q;
  marks: number;
}

export interface Draw<Q> {
  /** in random order; no key twice */
  drawn: Drawn<Q>[];
  /** empty where the bank filled every section */
  bankShortfall: Shortfall[];
}

const MARKS_PER_ITEM = 1;

/**
 * Draws an exam's questions from those of the bank that are for exams. Sections may overlap: a question that two of them could
 * take goes to the one that needs it, so a draw falls short only where no choice of questions could fill the
 * blueprint. Of the keys in `avoid` as few are drawn as that allows. Within a section that overlaps no other, every
 * question that need not be avoided has the same chance.
 */
export function drawQuestions<Q extends Drawable>(
  bank: readonly Q[],
  sections: readonly ExamSection[],
  random: Random,
  { avoid = new Set() }: { avoid?: ReadonlySet<string> } = {},
): Draw<Q> {
  const usable = shuffled(bank.filter(isForExams), random);
  const places = new Places<Q>(sections);
  // A place once filled keeps a question, so those that need not be avoided are never given up for others.
  places.fillFrom(usable.filter(({ key }) => !avoid.has(key)));
  places.fillFrom(usable.filter(({ key }) => avoid.has(key)));
  const drawn = places.taken().map(({ section, question }) => ({
    question,
    marks: sections[section]?.weight ?? MARKS_PER_ITEM,
  }));
  return { drawn: shuffled(drawn, random), bankShortfall: places.missing() };
}

/** The places of sections, matched with questions by augmenting paths (Kuhn): as many as can be, and none lost again. */
class Places<Q extends Drawable> {
  private readonly candidates: Q[][];
  private readonly empty: number[];
  private readonly holders = new Map<string, { section: number; question: Q }>();

  constructor(private readonly sections: readonly ExamSection[]) {
    this.candidates = sections.map(() => []);
    this.empty = sections.map(({ count }) => count);
  }

  fillFrom(questions: readonly Q[]): void {
    for (const [index, section] of this.sections.entries()) {
      this.candidates[index]?.push(...questions.filter((question) => fits(section, question)));
    }
    for (const index of this.sections.keys()) {
      while ((this.empty[index] ?? 0) > 0 && this.fill(index, new Set()))
        this.empty[index] = (this.empty[index] ?? 0) - 1;
    }
  }

  taken(): { section: number; question: Q }[] {
    return [...this.holders.values()];
  }

  missing(): Shortfall[] {
    return this.empty.map((missing, section) => ({ section, missing })).filter(({ missing }) => missing > 0);
  }

  private fill(section: number, tried: Set<string>): boolean {
    for (const question of this.candidates[section] ?? []) {
      if (tried.has(question.key)) continue;
      tried.add(question.key);
      const holder = this.holders.get(question.key);
      if (holder && !this.fill(holder.section, tried)) continue;
      this.holders.set(question.key, { section, question });
      return true;
    }
    return false;
  }
}
