import { abilityGroups, weightedMean } from "./ability-groups";
import type { QuestionColumn } from "./by-question";
import { correlation, covariance, deviation, mean, settled } from "./moments";

/** The figures of one question, over the attempts that had it. Null: too few attempts, or no spread. */
export interface ItemStatistics {
  /** attempts that had it */
  n: number;
  /** mean share of its marks, 0 to 1 */
  facility: number;
  deviation: number | null;
  /** mean share among the upper 27 % less that among the lower 27 %, ranked by the whole paper */
  discrimination: number | null;
  /**
   * Pearson's correlation of its share of marks with the share of marks of the rest of the paper: the point-biserial corrected for
   * the question itself, (M₁ − M₀) ÷ s · √(p·q), where it is right or wrong
   */
  correlation: number | null;
  /** what it could earn as a share of the paper, on average */
  planned: number;
  /** its share in the spread of the marks (see `effectiveWeights`) */
  effective: number | null;
  /** it pulls against the rest: its covariance with the whole is negative, so it has no effective weight */
  against: boolean;
  versions: VersionStatistics[];
}

export interface VersionStatistics {
  version: number;
  n: number;
  facility: number;
  correlation: number | null;
}

/** `least`: attempts that figures of a question need. In the order of the columns. */
export function itemStatistics(columns: readonly QuestionColumn[], attempts: number, least: number): ItemStatistics[] {
  const weights = effectiveWeights(columns, attempts, least);
  return columns.map((column, index) => {
    const enough = column.n >= least;
    const { upper, lower } = abilityGroups(column.whole);
    return {
      n: column.n,
      facility: settled(mean(column.share)),
      deviation: column.n < 2 ? null : deviation(column.share),
      discrimination: enough ? settled(weightedMean(column.share, upper) - weightedMean(column.share, lower)) : null,
      correlation: enough ? itemRest(column) : null,
      planned: settled(mean(column.weight)),
      effective: weights[index]?.effective ?? null,
      against: weights[index]?.against ?? false,
      versions: versionsOf(column, least),
    };
  });
}

function itemRest({ share, rest }: Pick<QuestionColumn, "share" | "rest">): number | null {
  return rest.some(Number.isNaN) ? null : correlation(share, rest);
}

/**
 * What a question really weighs: √C of it as a share of the √C of all questions of a paper, where C is the covariance of its marks
 * with those of the whole paper. Over the papers that held it, so that it can be compared with its planned weight; where all
 * papers are alike this is Moodle's effective weight.
 */
function effectiveWeights(
  columns: readonly QuestionColumn[],
  attempts: number,
  least: number,
): { effective: number | null; against: boolean }[] {
  const covariances = columns.map((column) =>
    column.n >= Math.max(2, least) ? settled(covariance(column.part, column.whole)) : Number.NaN,
  );
  const roots = covariances.map((value) => (value > 0 ? Math.sqrt(value) : 0));
  const onPaper = new Float64Array(attempts);
  for (const [index, { attempt }] of columns.entries()) {
    for (const each of attempt) onPaper[each] = (onPaper[each] as number) + (roots[index] as number);
  }
  return columns.map(({ attempt }, index) => {
    const value = covariances[index] as number;
    const all = mean(Float64Array.from(attempt, (each) => onPaper[each] as number));
    const known = value >= 0 && all > 0;
    return { effective: known ? (roots[index] as number) / all : null, against: value < 0 };
  });
}

function versionsOf({ version, share, rest }: QuestionColumn, least: number): VersionStatistics[] {
  const found = new Map<number, { share: number[]; rest: number[] }>();
  for (let at = 0; at < version.length; at++) {
    const of = found.get(version[at] as number) ?? { share: [], rest: [] };
    found.set(version[at] as number, of);
    of.share.push(share[at] as number);
    of.rest.push(rest[at] as number);
  }
  return [...found]
    .sort(([a], [b]) => a - b)
    .map(([id, of]) => ({
      version: id,
      n: of.share.length,
      facility: settled(mean(of.share)),
      correlation:
        of.share.length >= least
          ? itemRest({ share: Float64Array.from(of.share), rest: Float64Array.from(of.rest) })
          : null,
    }));
}
