import type { RowProblem } from "./row-problem";

/** What a row would do. */
export const OUTCOMES = ["new", "changed", "moved", "ended", "unchanged", "refused"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const CHANGED_FIELDS = [
  "person",
  "name",
  "employment",
  "workEmail",
  "workPhone",
  "unit",
  "position",
  "kind",
  "oneStop",
  "deputy",
  "from",
  "until",
  "decision",
  "unitName",
  "parent",
  "exists",
] as const;
export type ChangedField = (typeof CHANGED_FIELDS)[number];

/** One thing as it is and as the file would have it; a unit by its id, a position by its key, a date as YYYY-MM-DD. */
export interface Changed {
  field: ChangedField;
  before: string | null;
  after: string | null;
}

/** What is told of a row. */
export interface RowResult {
  /** as the file counts them; beyond its last row: what the file does not name */
  number: number;
  outcome: Outcome;
  /** staff code, or code of a unit */
  code: string;
  name: string;
  changes: readonly Changed[];
  problems: readonly RowProblem[];
}

/** Rows that the file does not have begin here. */
export const BEYOND_THE_FILE = 10_000_000;

/** How many rows by outcome, how many postings end, of how many. */
export interface ImportCounts {
  rows: Record<Outcome, number>;
  /** people who are not on record yet */
  newPeople: number;
  /** postings that end by it, those of people who move included */
  ends: number;
  /** postings on the day in the area that the file speaks of */
  postings: number;
}

export function countOutcomes(rows: readonly RowResult[]): Record<Outcome, number> {
  const counts: Record<Outcome, number> = { new: 0, changed: 0, moved: 0, ended: 0, unchanged: 0, refused: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return counts;
}

/** Whether so many postings end that the import has to be confirmed a second time, by name. */
export function mustBeNamed(counts: Pick<ImportCounts, "ends" | "postings">, share: number): boolean {
  return counts.ends > 0 && counts.ends > counts.postings * share;
}
