import type { Power } from "~/domain/permissions/role";
import type { Viewer } from "~/domain/permissions/viewer";
import {
  type CertificationFilter,
  type CertificationRow,
  type CertificationState,
  countStates,
  filterCertification,
} from "~/domain/reporting/certification-list";
import type { ReportQuery } from "~/domain/reporting/report-query";
import type { Language } from "~/i18n/language";
import type { CertificationLine } from "./certification-view.server";
import { headOf, type Listed, type ReportHead } from "./report-head.server";
import { askedRows } from "./report-rows.server";

export interface CertificationQuery extends ReportQuery {
  state: CertificationFilter["state"];
}

export interface CertificationRows extends ReportHead, Listed<CertificationRow, CertificationLine> {
  /** of the unit, position and programme asked for, whatever the state */
  counts: Record<CertificationState, number>;
}

export interface CertificationView extends Omit<CertificationRows, "rows" | "lineOf"> {
  total: number;
  lines: CertificationLine[];
}

/**
 * The certification list, by unit and name; `slice` takes a page of it, none takes all. Null when the unit asked for is unknown or
 * out of the scope that the power gives.
 */
export async function loadCertification(
  viewer: Viewer,
  power: Power,
  query: CertificationQuery,
  language: Language,
  slice?: { from: number; count: number },
): Promise<CertificationView | null> {
  const list = await certificationRowsOf(viewer, power, query, language);
  if (!list) return null;
  const { rows, lineOf, ...view } = list;
  const shown = slice ? rows.slice(slice.from, slice.from + slice.count) : rows;
  return { ...view, total: rows.length, lines: shown.map(lineOf) };
}

/** The same list for whoever writes its lines one by one. */
export async function certificationRowsOf(
  viewer: Viewer,
  power: Power,
  query: CertificationQuery,
  language: Language,
): Promise<CertificationRows | null> {
  const asked = await askedRows(viewer, query, language, power);
  if (!asked) return null;
  const { basis, part, rows, byUnit, lineOf } = asked;
  const some = filterCertification(rows, { units: null, position: null, programme: null, state: query.state });
  return { ...headOf(basis, part, language), counts: countStates(rows), rows: byUnit(some), lineOf };
}
