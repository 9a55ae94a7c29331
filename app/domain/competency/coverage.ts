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

/** The share that is missing, in percent, up to which each step of the heat scale but the last reaches. */
export const HEAT_LIMITS = [5, 15, 30, 45] as const;

/** Step of the heat scale by the share that is missing, from 0 (up to 5 %) to 4 (over 45 %). */
export function heatStep({ required, met }: Coverage): number {
  const missing = required === 0 ? 0 : (100 * (required - met)) / required;
  const step = HEAT_LIMITS.findIndex((limit) => missing <= limit);
  return step === -1 ? HEAT_LIMITS.length : step;
}

/** Whole percent that is met; 100 only when nobody is missing, 0 only when everybody is. */
export function percentMet({ required, met }: Coverage): number {
  if (required === 0 || met === required) return 100;
  return met === 0 ? 0 : Math.min(99, Math.max(1, Math.round((met / required) * 100)));
}
