import type { Power } from "~/domain/permissions/role";
import type { Viewer } from "~/domain/permissions/viewer";
import {
  type CertificationFilter,
  type CertificationRow,
  type CertificationState,
  countStates,
  filterCertification,
  inOrderOfUnits,
} from "~/domain/reporting/certification-list";
import type { ReportQuery } from "~/domain/reporting/report-query";
import type { Language } from "~/i18n/language";
import { type CertificationLine, certificationLine } from "./certification-view.server";
import type { Option } from "./overview.server";
import { reportBasis } from "./report-basis.server";
import { crumbsTo, nameOfScope, partOf, type UnitCrumb } from "./report-part.server";
import { scopeOf } from "./scope-units.server";
import { onMap } from "./todays-map.server";

export interface CertificationQuery extends ReportQuery {
  state: CertificationFilter["state"];
}

/** The list with its lines not yet written: `lineOf` writes one. */
export interface CertificationRows {
  name: string | null;
  crumbs: UnitCrumb[];
  options: { positions: Option[]; programmes: Option[]; units: Option[] };
  /** of the unit, position and programme asked for, whatever the state */
  counts: Record<CertificationState, number>;
  rows: readonly CertificationRow[];
  lineOf: (row: CertificationRow) => CertificationLine;
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
  const basis = await onMap(await reportBasis(viewer, power, query), query);
  const part = partOf(basis, query.unit, language);
  if (!part) return null;
  const { position, programme, state } = query;
  const everyone = filterCertification(basis.certification, { units: part.units, position, programme, state: "all" });
  const some = filterCertification(everyone, { units: null, position: null, programme: null, state });
  const absences = await scopeOf(viewer, "see-absences", query.today);
  return {
    name: part.unit?.name ?? nameOfScope(basis, language),
    crumbs: crumbsTo(basis, part, language),
    options: {
      positions: [...basis.positions.values()].map((each) => ({ value: each.key, label: each.short[language] })),
      programmes: [...basis.programmes.values()].map((each) => ({ value: each.key, label: each.short[language] })),
      units: unitOptions(basis.tops, basis.scope.has, language),
    },
    counts: countStates(everyone),
    rows: inOrderOfUnits(some, basis.order),
    lineOf: (row) => certificationLine(basis, row, language, absences.has),
  };
}

type Units = Awaited<ReturnType<typeof reportBasis>>["tops"];

/** The heads of the scope and one step below: enough to choose a province; smaller units are reached by drilling down. */
function unitOptions(tops: Units, has: (unitId: number) => boolean, language: Language): Option[] {
  const option = (unit: Units[number]) => ({ value: unit.publicId, label: unit.name[language] });
  return tops.flatMap((top) => [option(top), ...top.children.filter((unit) => has(unit.id)).map(option)]);
}
