import { type CollectedMarks, EMPTY, UNKNOWN } from "./collected-marks";

/** Who wrote an attempt and when; `together`: the exam day it belongs to. */
export interface Writing {
  person: number;
  startedAt: number;
  endedAt: number;
  together: number | null;
}

export interface SimilarPair {
  /** indexes of the attempts */
  a: number;
  b: number;
  /** questions that both had and answered wrongly */
  bothWrong: number;
  /** of them, those with the very same wrong answer */
  same: number;
  /** what the same wrong answers weigh: rare ones more (bits) */
  bits: number;
  /** how far that lies above what chance gives two who err at the same questions, in standard deviations */
  above: number;
}

export interface SimilarPapers {
  pairs: SimilarPair[];
  /** pairs of attempts that were compared */
  compared: number;
  /** wrong answers that were left aside as starting points because too many gave them */
  tooCommon: number;
}

/** What a pair must have to be shown. */
export const SIMILAR_FROM = { same: 4, above: 4 } as const;
/** Pairs shown at most, the most striking first. */
const MOST_PAIRS = 100;
/** Steps of counting that a report may take; rarer answers are counted first. */
const MOST_STEPS = 600_000_000;

interface WrongAnswers {
  /** by cell: the number of its wrong answer, −1 where it is right, empty or unknown */
  code: Int32Array;
  /** by wrong answer: bits, that is −log₂ of its share among the wrong answers to its question */
  bits: Float64Array;
  /** by question: mean and variance of the bits that two wrong answers share by chance */
  mean: Float64Array;
  variance: Float64Array;
  /** by wrong answer: the attempts that gave it, ascending */
  givenBy: number[][];
}

/**
 * Pairs of attempts whose wrong answers agree more than chance explains. Compared are only attempts of two people in the same
 * sitting or overlapping in time, at questions that both had and both got wrong: so those who know little are not suspected
 * for erring often. A same wrong answer counts −log₂(its share among the wrong answers to the question): a mistake that everyone
 * makes says next to nothing. `above` = (sum − mean) ÷ √variance of that sum, were each wrong answer drawn by those shares.
 * A hint for someone to look, never a proof.
 */
export function similarPapers(marks: CollectedMarks, writing: readonly Writing[]): SimilarPapers {
  const wrong = wrongAnswers(marks);
  const { usable, tooCommon } = withinSteps(wrong.givenBy);
  const shared = new Uint8Array(marks.attempts);
  const pairs: SimilarPair[] = [];
  let compared = 0;
  const next = new Uint32Array(wrong.givenBy.length);
  for (let a = 0; a < marks.attempts; a++) {
    const met: number[] = [];
    for (let cell = marks.start[a] as number; cell < (marks.start[a + 1] as number); cell++) {
      const code = wrong.code[cell] as number;
      if (code < 0 || !usable[code]) continue;
      // attempts come in order, so what stands before this place was met already
      const from = (next[code] as number) + 1;
      next[code] = from;
      const list = wrong.givenBy[code] as number[];
      for (let at = from; at < list.length; at++) {
        const b = list[at] as number;
        const count = (shared[b] as number) + 1;
        shared[b] = count;
        if (count === 1) met.push(b);
      }
    }
    for (const b of met) {
      const count = shared[b] as number;
      shared[b] = 0;
      if (count < SIMILAR_FROM.same - 1 || !wereTogether(writing[a], writing[b])) continue;
      compared++;
      const pair = compare(marks, wrong, a, b);
      if (pair.same >= SIMILAR_FROM.same && pair.above >= SIMILAR_FROM.above) keep(pairs, pair);
    }
  }
  return { pairs: pairs.sort(strikingFirst).slice(0, MOST_PAIRS), compared, tooCommon };
}

function wereTogether(a: Writing | undefined, b: Writing | undefined): boolean {
  if (!a || !b || a.person === b.person) return false;
  if (a.together !== null && a.together === b.together) return true;
  return a.startedAt < b.endedAt && b.startedAt < a.endedAt;
}

const strikingFirst = (a: SimilarPair, b: SimilarPair) =>
  b.above - a.above || b.bits - a.bits || a.a - b.a || a.b - b.b;

function keep(pairs: SimilarPair[], pair: SimilarPair): void {
  pairs.push(pair);
  // the list never grows beyond some thousands
  if (pairs.length >= MOST_PAIRS * 20) pairs.sort(strikingFirst).splice(MOST_PAIRS);
}

function compare(marks: CollectedMarks, wrong: WrongAnswers, a: number, b: number): SimilarPair {
  let [bothWrong, same, bits, mean, variance] = [0, 0, 0, 0, 0];
  for (let cellA = marks.start[a] as number; cellA < (marks.start[a + 1] as number); cellA++) {
    const code = wrong.code[cellA] as number;
    if (code < 0) continue;
    const question = marks.question[cellA] as number;
    for (let cellB = marks.start[b] as number; cellB < (marks.start[b + 1] as number); cellB++) {
      if (marks.question[cellB] !== question) continue;
      const other = wrong.code[cellB] as number;
      if (other >= 0) {
        bothWrong++;
        mean += wrong.mean[question] as number;
        variance += wrong.variance[question] as number;
        if (other === code) {
          same++;
          bits += wrong.bits[code] as number;
        }
      }
      break;
    }
  }
  return { a, b, bothWrong, same, bits, above: variance > 0 ? (bits - mean) / Math.sqrt(variance) : 0 };
}

function wrongAnswers({
  attempts,
  questions,
  start,
  question,
  score,
  max,
  answer,
  answers,
}: CollectedMarks): WrongAnswers {
  const firsts = new Uint32Array(questions.length + 1);
  for (let index = 0; index < questions.length; index++) {
    firsts[index + 1] = (firsts[index] as number) + (answers[index]?.length ?? 0);
  }
  const givenBy: number[][] = Array.from({ length: firsts[questions.length] as number }, () => []);
  const code = new Int32Array(question.length).fill(-1);
  for (let attempt = 0; attempt < attempts; attempt++) {
    for (let cell = start[attempt] as number; cell < (start[attempt + 1] as number); cell++) {
      const given = answer[cell] as number;
      if (given === EMPTY || given === UNKNOWN || (score[cell] as number) >= (max[cell] as number)) continue;
      const number = (firsts[question[cell] as number] as number) + given;
      code[cell] = number;
      givenBy[number]?.push(attempt);
    }
  }
  const bits = new Float64Array(givenBy.length);
  const mean = new Float64Array(questions.length);
  const variance = new Float64Array(questions.length);
  for (let index = 0; index < questions.length; index++) {
    const lists = givenBy.slice(firsts[index], firsts[index + 1]);
    const all = lists.reduce((sum, list) => sum + list.length, 0);
    let [first, second] = [0, 0];
    for (const [place, list] of lists.entries()) {
      if (list.length === 0) continue;
      const share = list.length / all;
      const weight = -Math.log2(share);
      bits[(firsts[index] as number) + place] = weight;
      first += share * share * weight;
      second += share * share * weight * weight;
    }
    mean[index] = first;
    variance[index] = second - first * first;
  }
  return { code, bits, mean, variance, givenBy };
}

/** The rarest wrong answers first, as long as counting them stays within bounds. */
function withinSteps(givenBy: readonly number[][]): { usable: boolean[]; tooCommon: number } {
  const usable = givenBy.map(() => false);
  const rarest = givenBy.map((list, code) => ({ code, size: list.length })).sort((a, b) => a.size - b.size);
  let [steps, tooCommon] = [0, 0];
  for (const { code, size } of rarest) {
    steps += (size * (size - 1)) / 2;
    if (steps <= MOST_STEPS) usable[code] = true;
    else tooCommon++;
  }
  return { usable, tooCommon };
}
