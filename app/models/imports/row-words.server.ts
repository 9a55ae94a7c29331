import type { TFunction } from "i18next";
import { PEOPLE_FIELDS, UNIT_FIELDS } from "~/domain/imports/fields";
import type { Changed, ChangedField, Outcome } from "~/domain/imports/outcome";
import { BEYOND_THE_FILE } from "~/domain/imports/outcome";
import type { RowProblem } from "~/domain/imports/row-problem";
import { columnLetter } from "~/domain/imports/table";
import type { ActProblemCode } from "~/domain/organisation/act-problem";
import type { OrganisationFacts } from "~/domain/organisation/organisation-facts";
import { EMPLOYMENTS, POSTING_KINDS } from "~/domain/people/people-batch";
import { nameAround } from "~/domain/reporting/unit-selection";
import { type CivilDate, isCivilDate, showCivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { translators } from "~/i18n/translators.server";
import { frameworksAsOf } from "../course/frameworks.server";
import { organisationFacts } from "../organisation/organisation-facts.server";
import type { ImportRun } from "./import-run.server";
import type { RowDetail } from "./try-import.server";

/** A row of an import in the words of the screen. */
export interface ShownRow {
  /** as the file counts it; null: the file does not have it */
  number: number | null;
  outcome: Outcome;
  code: string;
  name: string;
  changes: { key: string; label: string; before: string | null; after: string | null }[];
  problems: { key: string; place: string; text: string }[];
}

const UNIT_PROBLEMS = [
  "unknown-unit",
  "unit-not-existing",
  "cycle",
  "overlapping-name",
  "overlapping-placement",
  "has-children",
  "wrong-parent-level",
  "parent-ends",
  "end-before-start",
  "later-facts",
] as const satisfies readonly ActProblemCode[];

export type RowWords = (row: { number: number; outcome: string; detail: RowDetail }) => ShownRow;

/** How the rows of one import are said in a language. */
export async function rowWords(run: ImportRun, language: Language, today: CivilDate): Promise<RowWords> {
  const { t } = translators[language];
  const [organisation, { positions }] = await Promise.all([organisationFacts(), frameworksAsOf(today)]);
  const titles = new Map(positions.content.positions.map(({ key, title }) => [key, title[language]]));
  const headings = run.reading?.sheets[run.reading.choice?.sheet ?? 0]?.headings ?? [];
  const words: Words = {
    t,
    unit: unitNames(organisation, run.effective, language),
    position: (key) => titles.get(key) ?? key,
    heading: (column) => ({ heading: headings[column] || columnLetter(column), letter: columnLetter(column) }),
  };
  return ({ number, outcome, detail }) => ({
    number: number < BEYOND_THE_FILE ? number : null,
    outcome: outcome as Outcome,
    code: detail.code,
    name: detail.name,
    changes: detail.changes.map((change) => shownChange(change, words)),
    problems: detail.problems.map((problem, index) => shownProblem(problem, index, words)),
  });
}

interface Words {
  t: TFunction;
  unit(idOrKey: string): string;
  position(key: string): string;
  heading(column: number): { heading: string; letter: string };
}

function unitNames(facts: OrganisationFacts, date: CivilDate, language: Language): (idOrKey: string) => string {
  const ids = new Map(facts.units.flatMap(({ id, key }) => [[String(id), id] as const, [key, id] as const]));
  const known = new Map<string, string>();
  return (idOrKey) => {
    const id = ids.get(idOrKey);
    if (id === undefined) return idOrKey;
    const name = known.get(idOrKey) ?? nameAround(facts, id, date)[language];
    known.set(idOrKey, name);
    return name;
  };
}

function shownChange({ field, before, after }: Changed, words: Words) {
  const shown = (value: string | null) => (value === null ? null : valueWords(field, value, words));
  return { key: field, label: words.t(`imports:changed.${field}`), before: shown(before), after: shown(after) };
}

function valueWords(field: ChangedField, value: string, { t, unit, position }: Words): string {
  if (field === "unit" || field === "parent") return unit(value);
  if (field === "position") return position(value);
  const kind = POSTING_KINDS.find((each) => each === value);
  if (field === "kind" && kind) return t(`imports:kind.${kind}`);
  const employment = EMPLOYMENTS.find((each) => each === value);
  if (field === "employment" && employment) return t(`imports:employment.${employment}`);
  if (field === "oneStop" || field === "deputy") return t(value === "true" ? "imports:yes" : "imports:no");
  return isCivilDate(value) ? showCivilDate(value) : value;
}

function shownProblem(problem: RowProblem, index: number, words: Words) {
  const { t, heading } = words;
  const place = problem.column === null ? "" : t("imports:column", heading(problem.column));
  return { key: String(index), place, text: problemText(problem, words) };
}

function problemText(problem: RowProblem, { t, unit, position }: Words): string {
  const replace = Object.fromEntries(
    Object.entries(problem.params).map(([name, value]) => {
      if (name === "unit" || name === "parent" || name === "units") return [name, unit(value)];
      if (name === "position") return [name, position(value)];
      return [name, isCivilDate(value) ? showCivilDate(value) : value];
    }),
  );
  if (problem.about === "people") return t(`staffing:problem.${problem.code}`, { replace });
  if (problem.about === "units") {
    const code = UNIT_PROBLEMS.find((each) => each === problem.code);
    return code ? t(`imports:unitProblem.${code}`, { replace }) : t("imports:unitProblem.other");
  }
  if (problem.code === "missing" || problem.code === "unknown-word") {
    const field = [...PEOPLE_FIELDS, ...UNIT_FIELDS].find((each) => each === problem.params.field);
    return t(`imports:problem.${problem.code}`, { ...replace, field: field ? t(`imports:field.${field}`) : "" });
  }
  if (problem.code === "no-such-unit" && problem.params.near) {
    return t("imports:problem.near-unit", { replace });
  }
  return t(`imports:problem.${problem.code}`, { replace });
}
