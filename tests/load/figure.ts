/** One measured figure, printed as one line of JSON. */
export interface Figure {
  suite: string;
  figure: string;
  value: number;
  unit: "ms" | "s" | "kB" | "MB" | "count";
  /** how many observations it rests on */
  n: number;
  note: string;
  /** the most that it may be; null: told only */
  budget: number | null;
}

export function printFigure({ budget, value, note, ...figure }: Figure): void {
  const verdict = budget === null ? "" : `budget ${budget}: ${value <= budget ? "kept" : "EXCEEDED"}; `;
  const rounded = Math.round(value * 10) / 10;
  const { suite, figure: name, unit, n } = figure;
  console.log(JSON.stringify({ suite, figure: name, value: rounded, unit, n, note: verdict + note }));
}

export const isKept = ({ value, budget }: Figure): boolean => budget === null || value <= budget;

/** The value below which the share `part` of the sorted values lies. */
export function percentile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN;
}
