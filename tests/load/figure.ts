/** One measured figure, printed as one line of JSON. */
export interface Figure {
  suite: string;
  figure: string;
  value: number;
  unit: "ms" | "s" | "kB" | "MB" | "count" | "1/s";
  /** how many observations it rests on */
  n: number;
  note: string;
  /** the most that it may be; null: told only */
  budget: number | null;
  /** the least that it may be, where more is better */
  least?: number;
}

export function printFigure({ note, ...figure }: Figure): void {
  const { budget, least, value } = figure;
  const kept = isKept(figure);
  const most = budget === null ? "" : `budget ${budget}: ${kept ? "kept" : "EXCEEDED"}; `;
  const verdict = least === undefined ? most : `at least ${least}: ${kept ? "kept" : "MISSED"}; `;
  const rounded = Math.round(value * 10) / 10;
  const { suite, figure: name, unit, n } = figure;
  console.log(JSON.stringify({ suite, figure: name, value: rounded, unit, n, note: verdict + note }));
}

export const isKept = ({ value, budget, least }: Pick<Figure, "value" | "budget" | "least">): boolean =>
  (budget === null || value <= budget) && (least === undefined || value >= least);

/** The value below which the share `part` of the sorted values lies. */
export function percentile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN;
}
