import type { Gap } from "./standing";

/** One cell of the heat map: how many people need the competency there, and how many have it. */
export interface Coverage {
  required: number;
  met: number;
}

/** Counts requirements by cell. `cellsOf` names the cells in which a person counts, e.g. the levels of their units. */
export function countCoverage<P>(
  people: readonly P[],
  gapsOf: (person: P) => readonly Gap[],
  cellsOf: (person: P) => readonly string[],
): Map<string, Map<string, Coverage>> {
  const counts = new Map<string, Map<string, Coverage>>();
  for (const person of people) {
    for (const cell of new Set(cellsOf(person))) {
      for (const gap of gapsOf(person)) {
        const row = counts.get(gap.competency) ?? new Map<string, Coverage>();
        const coverage = row.get(cell) ?? { required: 0, met: 0 };
        coverage.required += 1;
        if (gap.proven >= gap.required) coverage.met += 1;
        row.set(cell, coverage);
        counts.set(gap.competency, row);
      }
    }
  }
  return counts;
}

/** Step of the heat scale by the share that is missing: 0 to 5 %, 15 %, 30 %, 45 %, above. */
export function heatStep({ required, met }: Coverage): 0 | 1 | 2 | 3 | 4 {
  const missing = required === 0 ? 0 : (required - met) / required;
  if (missing <= 0.05) return 0;
  if (missing <= 0.15) return 1;
  if (missing <= 0.3) return 2;
  return missing <= 0.45 ? 3 : 4;
}

/** Whole percent that is met; 100 only when nobody is missing, 0 only when everybody is. */
export function percentMet({ required, met }: Coverage): number {
  if (required === 0 || met === required) return 100;
  return met === 0 ? 0 : Math.min(99, Math.max(1, Math.round((met / required) * 100)));
}
