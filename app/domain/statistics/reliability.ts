import type { CollectedMarks } from "./collected-marks";

export type Reliability =
  | { alpha: number; why: null }
  /** `too-few`: fewer attempts than are asked for; `one-item`; `no-spread`: all earned the same, or no two questions met twice */
  | { alpha: null; why: "too-few" | "one-item" | "no-spread" };

/**
 * Cronbach's alpha, for exams whose papers are drawn from a bank: each attempt holds other questions, so the mean variance of a
 * question (v) and the mean covariance of two (c) are pooled over the attempts that had them, and
 * alpha = k·c ÷ (v + (k − 1)·c), with k the mean number of questions of a paper. As the draw is by chance, what is missing is
 * missing by chance; where every attempt has the same questions this is exactly k ÷ (k − 1) · (1 − Σσᵢ² ÷ σ²).
 * Marks count as shares of their paper, so papers of different totals can be put together.
 */
export function reliability(marks: CollectedMarks, least: number): Reliability {
  if (marks.attempts < least) return { alpha: null, why: "too-few" };
  const k = marks.question.length / marks.attempts;
  if (k < 2) return { alpha: null, why: "one-item" };
  const parts = centredParts(marks);
  const variance = pooledVariance(marks, parts);
  const shared = pooledCovariance(marks, parts);
  const whole = variance + (k - 1) * shared;
  if (Number.isNaN(shared) || !(whole > 1e-15)) return { alpha: null, why: "no-spread" };
  return { alpha: (k * shared) / whole, why: null };
}

/** Each mark as a share of its paper, less the mean of its question. */
function centredParts({ attempts, start, question, score, totalMax, questions }: CollectedMarks): Float64Array {
  const parts = new Float64Array(question.length);
  const sums = new Float64Array(questions.length);
  const counts = new Float64Array(questions.length);
  for (let attempt = 0; attempt < attempts; attempt++) {
    for (let cell = start[attempt] as number; cell < (start[attempt + 1] as number); cell++) {
      const index = question[cell] as number;
      const part = (score[cell] as number) / (totalMax[attempt] as number);
      parts[cell] = part;
      sums[index] = (sums[index] as number) + part;
      counts[index] = (counts[index] as number) + 1;
    }
  }
  for (let cell = 0; cell < parts.length; cell++) {
    const index = question[cell] as number;
    parts[cell] = (parts[cell] as number) - (sums[index] as number) / (counts[index] as number);
  }
  return parts;
}

function pooledVariance({ question, questions }: CollectedMarks, parts: Float64Array): number {
  const counts = new Float64Array(questions.length);
  let squares = 0;
  for (let cell = 0; cell < parts.length; cell++) {
    squares += (parts[cell] as number) ** 2;
    counts[question[cell] as number] = (counts[question[cell] as number] as number) + 1;
  }
  const degrees = counts.reduce((sum, count) => sum + Math.max(0, count - 1), 0);
  return squares / degrees;
}

/** Over all pairs of questions that at least two attempts had both of; NaN where there is no such pair. */
function pooledCovariance({ attempts, start, question, questions }: CollectedMarks, parts: Float64Array): number {
  const size = questions.length;
  const met = new Float64Array(size * size);
  const products = new Float64Array(size * size);
  /** of the first question of a pair, over the attempts that had the second too */
  const sums = new Float64Array(size * size);
  for (let attempt = 0; attempt < attempts; attempt++) {
    const end = start[attempt + 1] as number;
    for (let a = start[attempt] as number; a < end; a++) {
      const row = (question[a] as number) * size;
      const part = parts[a] as number;
      for (let b = start[attempt] as number; b < end; b++) {
        const pair = row + (question[b] as number);
        sums[pair] = (sums[pair] as number) + part;
        if (b <= a) continue;
        // a pair is kept where its lower index is the row
        const kept =
          (question[a] as number) < (question[b] as number)
            ? pair
            : (question[b] as number) * size + (question[a] as number);
        met[kept] = (met[kept] as number) + 1;
        products[kept] = (products[kept] as number) + part * (parts[b] as number);
      }
    }
  }
  let [shared, degrees] = [0, 0];
  for (let a = 0; a < size; a++) {
    for (let b = a + 1; b < size; b++) {
      const pair = a * size + b;
      const n = met[pair] as number;
      if (n < 2) continue;
      shared += (products[pair] as number) - ((sums[pair] as number) * (sums[b * size + a] as number)) / n;
      degrees += n - 1;
    }
  }
  return degrees > 0 ? shared / degrees : Number.NaN;
}
