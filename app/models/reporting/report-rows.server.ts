import type { Power } from "~/domain/permissions/role";
import type { Viewer } from "~/domain/permissions/viewer";
import { type CertificationRow, filterCertification, inOrderOfUnits } from "~/domain/reporting/certification-list";
import type { ReportQuery } from "~/domain/reporting/report-query";
import type { Language } from "~/i18n/language";
import { type CertificationLine, certificationLine } from "./certification-view.server";
import { type ReportBasis, reportBasis } from "./report-basis.server";
import { partOf, type ReportPart } from "./report-part.server";
import { scopeOf } from "./scope-units.server";
import { onMap } from "./todays-map.server";

/** The basis of a question with the part of the tree that it asks of, and the duties that it selects. */
export interface AskedRows {
  basis: ReportBasis;
  part: ReportPart;
  /** by name, whatever their state */
  rows: CertificationRow[];
  /** some of them as a list has them: by unit, then by name */
  byUnit(rows: readonly CertificationRow[]): CertificationRow[];
  /** a row as a line of a list */
  lineOf(row: CertificationRow): CertificationLine;
}

/** Null when the unit asked for is unknown or out of the viewer's scope. */
export async function askedRows(
  viewer: Viewer,
  query: ReportQuery,
  language: Language,
  power: Power = "see-people",
): Promise<AskedRows | null> {
  const basis = await onMap(await reportBasis(viewer, power, query), query);
  const part = partOf(basis, query.unit, language);
  if (!part) return null;
  const { position, programme } = query;
  const { rows } = basis.remember(`rows ${query.unit} ${position} ${programme}`, () => ({
    rows: filterCertification(basis.certification, { units: part.units, position, programme, state: "all" }),
  }));
  const absences = await scopeOf(viewer, "see-absences", query.today);
  return {
    basis,
    part,
    rows,
    byUnit: (some) => inOrderOfUnits(some, basis.order),
    lineOf: (row) => certificationLine(basis, row, language, absences.has),
  };
}
