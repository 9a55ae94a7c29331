import type { Language } from "~/i18n/language";
import type { ReportBasis } from "./report-basis.server";
import { crumbsTo, nameOfScope, type ReportPart, type UnitCrumb } from "./report-part.server";

export interface Option {
  value: string;
  label: string;
}

/** What stands above every report: of which part of the tree it speaks, and what else could be asked. */
export interface ReportHead {
  /** null: the whole organisation, or several parts of it */
  name: string | null;
  crumbs: UnitCrumb[];
  options: { positions: Option[]; programmes: Option[]; units: Option[] };
}

export function headOf(basis: ReportBasis, part: ReportPart, language: Language): ReportHead {
  const option = (each: { key: string; short: { vi: string; en: string } }) => ({
    value: each.key,
    label: each.short[language],
  });
  return {
    name: part.unit?.name ?? nameOfScope(basis, language),
    crumbs: crumbsTo(basis, part, language),
    options: {
      positions: [...basis.positions.values()].map(option),
      programmes: [...basis.programmes.values()].map(option),
      units: unitOptions(basis, language),
    },
  };
}

/** The heads of the scope and one step below: enough to choose a province; smaller units are reached by drilling down. */
function unitOptions({ tops, scope }: ReportBasis, language: Language): Option[] {
  const option = (unit: ReportBasis["tops"][number]) => ({ value: unit.publicId, label: unit.name[language] });
  return tops.flatMap((top) => [option(top), ...top.children.filter((unit) => scope.has(unit.id)).map(option)]);
}

/** A list with its lines not yet written: `lineOf` writes one. */
export interface Listed<Row, Line> {
  rows: readonly Row[];
  lineOf: (row: Row) => Line;
}

/** Lines on one page of a list. */
export const REPORT_PAGE = 50;

/** One page of a list (null: all of it, for a print or a file), and how many there are. A page beyond the last is empty. */
export function pageOf<T>(all: readonly T[], page: number | null): { shown: T[]; total: number; pages: number } {
  return {
    shown: page === null ? [...all] : all.slice((page - 1) * REPORT_PAGE, page * REPORT_PAGE),
    total: all.length,
    pages: Math.max(1, Math.ceil(all.length / REPORT_PAGE)),
  };
}

/** A list with the lines of one page written (null: all of them). */
export function pageOfLines<Row, Line, View extends object>(list: View & Listed<Row, Line>, page: number | null) {
  const { rows, lineOf, ...view } = list;
  const { shown, total, pages } = pageOf(rows, page);
  return { ...view, total, pages, lines: shown.map(lineOf) };
}
