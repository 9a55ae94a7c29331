import type { ActProblemCode } from "~/domain/organisation/act-problem";
import type { PersonnelProblemCode } from "~/domain/people/personnel-acts";

/** What can be wrong with a row beside what the rules of people and units say. */
export const READING_PROBLEMS = [
  "formula",
  "error-value",
  "cell-too-long",
  "row-too-long",
  "missing",
  "bad-staff-code",
  "bad-name",
  "bad-date",
  "short-year",
  "bad-email",
  "bad-phone",
  "unknown-word",
  "no-such-unit",
  "several-units",
  "no-such-position",
  "other-name",
  "other-person",
  "same-row",
  "outside-area",
  "ends-before",
] as const;
export type ReadingProblemCode = (typeof READING_PROBLEMS)[number];

/** Why a row is refused: by what it says, by the rules of people, or by those of units. */
export type RowProblem = {
  /** column of the file from 0; null: the row as a whole */
  column: number | null;
  /** `unit` holds the id of a unit, `position` its key; the page shows their names */
  params: Record<string, string>;
} & (
  | { about: "row"; code: ReadingProblemCode }
  | { about: "people"; code: PersonnelProblemCode }
  | { about: "units"; code: ActProblemCode }
);
