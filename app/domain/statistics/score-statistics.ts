import { shareOf } from "./by-question";
import type { CollectedMarks } from "./collected-marks";
import { deviation, mean, median } from "./moments";
import { type Reliability, reliability } from "./reliability";

/** How the papers went as a whole; shares are of the marks of a paper, 0 to 1. */
export interface ScoreStatistics {
  attempts: number;
  /** mean number of questions of a paper */
  items: number;
  mean: number | null;
  median: number | null;
  /** sample standard deviation */
  deviation: number | null;
  /** attempts by share of marks: below 10 %, below 20 %, … , 90 % and above */
  tenths: number[];
  reliability: Reliability;
  /** standard error of measurement: deviation · √(1 − alpha), with a negative alpha as 0 */
  standardError: number | null;
}

/** Thirds that were added up may miss a border by a hair. */
const HAIR = 1e-9;

export function scoreStatistics(marks: CollectedMarks, least: number): ScoreStatistics {
  const shares = Float64Array.from(marks.total, (score, index) => shareOf(score, marks.totalMax[index] as number));
  const tenths = Array.from({ length: 10 }, () => 0);
  for (const share of shares) {
    const tenth = Math.min(9, Math.floor(share * 10 + HAIR));
    tenths[tenth] = (tenths[tenth] ?? 0) + 1;
  }
  const found = reliability(marks, least);
  const spread = shares.length < 2 ? null : deviation(shares);
  return {
    attempts: marks.attempts,
    items: marks.attempts === 0 ? 0 : marks.question.length / marks.attempts,
    mean: shares.length === 0 ? null : mean(shares),
    median: shares.length === 0 ? null : median(shares),
    deviation: spread,
    tenths,
    reliability: found,
    standardError:
      found.alpha === null || spread === null ? null : spread * Math.sqrt(1 - Math.min(1, Math.max(0, found.alpha))),
  };
}
