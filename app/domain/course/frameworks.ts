import { type Programmes, programmesSchema } from "~/domain/certification/programme";
import { type Competencies, competenciesSchema, type Positions, positionsSchema } from "~/domain/competency/framework";
import { type AssignmentRules, assignmentRulesSchema } from "~/domain/enrolment/assignment-rule";
import type { CivilDate } from "~/domain/time/civil-date";
import { type DayList, dayListSchema } from "~/domain/time/day-list";
import { type LegalDocuments, legalDocumentsSchema } from "./legal-document";

/** What all courses serve and cite, by the kind under which its versions are kept. */
export interface FrameworkContents {
  competencies: Competencies;
  positions: Positions;
  certifications: Programmes;
  "assignment-rules": AssignmentRules;
  "legal-documents": LegalDocuments;
  "working-days": DayList;
}
export type FrameworkKind = keyof FrameworkContents;

export const FRAMEWORK_SCHEMAS = {
  competencies: competenciesSchema,
  positions: positionsSchema,
  certifications: programmesSchema,
  "assignment-rules": assignmentRulesSchema,
  "legal-documents": legalDocumentsSchema,
  "working-days": dayListSchema,
} as const;

export const FRAMEWORK_KINDS = Object.keys(FRAMEWORK_SCHEMAS) as FrameworkKind[];

/** One recorded version of a framework; it never changes. */
export interface FrameworkVersion<T> {
  /** null: none held yet on the date asked for, and the content is empty */
  id: number | null;
  number: string;
  validFrom: CivilDate;
  content: T;
}

/** The frameworks that hold on a date. */
export type Frameworks = { [Kind in FrameworkKind]: FrameworkVersion<FrameworkContents[Kind]> };

/** Legal documents, assignment rules and days off carry dates of their own, so the newest version of the list speaks for every day. */
export const BEGINNING: CivilDate = "1900-01-01";

/** What held before there was any framework: nothing is known and nothing required. */
export const EMPTY_FRAMEWORKS: FrameworkContents = {
  competencies: { version: "", valid_from: BEGINNING, groups: [], competencies: [] },
  positions: { version: "", valid_from: BEGINNING, positions: [] },
  certifications: { version: "", valid_from: BEGINNING, programmes: [] },
  "assignment-rules": { rules: [] },
  "legal-documents": { documents: [] },
  "working-days": { days: [] },
};

/** From when a framework's content holds. */
export function beginningOf(content: FrameworkContents[FrameworkKind]): CivilDate {
  return "valid_from" in content ? content.valid_from : BEGINNING;
}
