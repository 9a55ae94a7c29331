type Numbers = ArrayLike<number>;

/**
 * A figure without what rounding leaves beyond the twelfth place, so that it does not hang on the order in which it was added up:
 * nothing is 0 and not a trace to one side, and what lies at a limit lies at it.
 */
export function settled(value: number): number {
  return Math.round(value * 1e12) / 1e12 + 0;
}

/** NaN for none. */
export function mean(values: Numbers): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at] as number;
  return sum / values.length;
}

/** Sample covariance, divided by n − 1; NaN below two. */
export function covariance(a: Numbers, b: Numbers): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += ((a[at] as number) - meanA) * ((b[at] as number) - meanB);
  return a.length < 2 ? Number.NaN : sum / (a.length - 1);
}

/** Sample standard deviation, divided by n − 1; NaN below two. */
export function deviation(values: Numbers): number {
  return Math.sqrt(covariance(values, values));
}

/** Below this a spread is none: what is left of equal numbers after rounding. */
const NO_SPREAD = 1e-12;

/** Pearson's correlation; null where one of the two does not vary. */
export function correlation(a: Numbers, b: Numbers): number | null {
  const [deviationA, deviationB] = [deviation(a), deviation(b)];
  if (!(deviationA > NO_SPREAD) || !(deviationB > NO_SPREAD)) return null;
  return Math.max(-1, Math.min(1, settled(covariance(a, b) / (deviationA * deviationB))));
}

/** The middle one, or the mean of the two in the middle; NaN for none. */
export function median(values: Numbers): number {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length / 2;
  if (sorted.length % 2 === 1) return sorted[Math.floor(middle)] as number;
  return ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}
