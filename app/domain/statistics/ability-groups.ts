/** Share of the takers that make each of the two groups (Kelley 1939). */
export const GROUP_SHARE = 0.27;

/** How much each taker counts in a group, 0 to 1; the weights of a group add up to `size`. */
export interface AbilityGroups {
  size: number;
  upper: Float64Array;
  lower: Float64Array;
}

/**
 * The upper and the lower 27 % of takers, rounded to whole ones and at least one. Takers with equal marks at the border of a group
 * share its last places evenly, so that no figure hangs on the order of a list.
 * @param whole shares of marks of whole papers, from the highest to the lowest
 */
export function abilityGroups(whole: Float64Array): AbilityGroups {
  const size = Math.max(1, Math.round(GROUP_SHARE * whole.length));
  return { size, upper: topWeights(whole, size), lower: topWeights(whole.slice().reverse(), size).reverse() };
}

/** Differences below this come of adding up the same marks in another order. */
const SAME = 1e-9;

function topWeights(sorted: Float64Array, size: number): Float64Array {
  const weights = new Float64Array(sorted.length);
  const border = sorted[size - 1] as number;
  const tied = (value: number) => Math.abs(value - border) <= SAME;
  let [from, to] = [size - 1, size];
  while (from > 0 && tied(sorted[from - 1] as number)) from--;
  while (to < sorted.length && tied(sorted[to] as number)) to++;
  weights.fill(1, 0, from);
  weights.fill((size - from) / (to - from), from, to);
  return weights;
}

/** Mean of the values, each as much as it counts. */
export function weightedMean(values: ArrayLike<number>, weights: Float64Array): number {
  let [sum, all] = [0, 0];
  for (let at = 0; at < weights.length; at++) {
    const weight = weights[at] as number;
    sum += weight * (values[at] as number);
    all += weight;
  }
  return sum / all;
}
