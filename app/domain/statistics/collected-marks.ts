import type { AnswerValue } from "../assessment/answer-value";
import type { QuestionType } from "../course/question";
import { answerCode } from "./answer-code";

/** A mark as a result holds it; results of before question versions were noted with them get theirs from the paper. */
export interface CollectedMark {
  score: number;
  /** 0: a regrade left the question out */
  max: number;
  /** id of the question's version */
  question: number;
  /** by the author's keys; undefined: not kept with the mark */
  answer?: AnswerValue | null;
}

/** What a question version is to the figures. */
export interface KnownQuestion {
  key: string;
  type: QuestionType;
}

/** An answer that was given, and how it is told apart from others. */
export interface GivenAnswer {
  code: string;
  value: AnswerValue;
}

/**
 * Marks of many attempts in columns: six hundred thousand of them are read through in milliseconds. A cell is one item of one
 * attempt; the cells of attempt `a` are those from `start[a]` up to `start[a + 1]`.
 */
export interface CollectedMarks {
  attempts: number;
  /** keys of the questions, in the order in which they were met */
  questions: string[];
  start: Uint32Array;
  /** index in `questions` */
  question: Uint32Array;
  version: Uint32Array;
  score: Float64Array;
  max: Float64Array;
  /** index in `answers[question]`, `EMPTY` or `UNKNOWN` */
  answer: Int32Array;
  answers: GivenAnswer[][];
  /** by attempt: marks of the paper, and what it could earn */
  total: Float64Array;
  totalMax: Float64Array;
}

/** Left without an answer. */
export const EMPTY = -1;
/** The result does not say what was answered. */
export const UNKNOWN = -2;

/** Puts attempts, one after another, into columns. Items that were left out of the marking are no cells. */
export class MarkCollector {
  #start: number[] = [0];
  #question = new Column(Uint32Array);
  #version = new Column(Uint32Array);
  #score = new Column(Float64Array);
  #max = new Column(Float64Array);
  #answer = new Column(Int32Array);
  #total: number[] = [];
  #totalMax: number[] = [];
  #indexes = new Map<string, number>();
  #answers: { known: Map<string, number>; list: GivenAnswer[] }[] = [];

  /** @param questionOf what a version is; null: it is not to be counted */
  constructor(private readonly questionOf: (version: number) => KnownQuestion | null) {}

  add(marks: readonly CollectedMark[]): void {
    let [total, totalMax] = [0, 0];
    for (const { score, max, question: version, answer } of marks) {
      const question = max > 0 ? this.questionOf(version) : null;
      if (!question) continue;
      const index = this.#indexOf(question.key);
      this.#question.push(index);
      this.#version.push(version);
      this.#score.push(score);
      this.#max.push(max);
      this.#answer.push(this.#answerIndex(index, question.type, answer));
      total += score;
      totalMax += max;
    }
    this.#start.push(this.#question.length);
    this.#total.push(total);
    this.#totalMax.push(totalMax);
  }

  done(): CollectedMarks {
    return {
      attempts: this.#total.length,
      questions: [...this.#indexes.keys()],
      start: Uint32Array.from(this.#start),
      question: this.#question.values(),
      version: this.#version.values(),
      score: this.#score.values(),
      max: this.#max.values(),
      answer: this.#answer.values(),
      answers: this.#answers.map(({ list }) => list),
      total: Float64Array.from(this.#total),
      totalMax: Float64Array.from(this.#totalMax),
    };
  }

  #indexOf(key: string): number {
    const known = this.#indexes.get(key);
    if (known !== undefined) return known;
    const index = this.#indexes.size;
    this.#indexes.set(key, index);
    this.#answers.push({ known: new Map(), list: [] });
    return index;
  }

  #answerIndex(question: number, type: QuestionType, value: AnswerValue | null | undefined): number {
    if (value === undefined) return UNKNOWN;
    const code = value === null ? "" : answerCode(type, value);
    if (value === null || code === "") return EMPTY;
    const answers = this.#answers[question];
    if (!answers) return UNKNOWN;
    const known = answers.known.get(code);
    if (known !== undefined) return known;
    answers.known.set(code, answers.list.length);
    answers.list.push({ code, value });
    return answers.list.length - 1;
  }
}

type Numbers = Uint32Array | Int32Array | Float64Array;

/** Numbers of one kind, growing. */
class Column<T extends Numbers> {
  #held: T;
  length = 0;

  constructor(private readonly Kind: new (size: number) => T) {
    this.#held = new Kind(1024);
  }

  push(value: number): void {
    if (this.length === this.#held.length) {
      const wider = new this.Kind(this.length * 2);
      wider.set(this.#held as never);
      this.#held = wider;
    }
    this.#held[this.length++] = value;
  }

  values(): T {
    return this.#held.slice(0, this.length) as T;
  }
}
