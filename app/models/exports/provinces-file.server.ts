import type { TFunction } from "i18next";
import { type FileSheet, rowsOf } from "~/domain/exports/report-file";
import type { ReportOrder } from "~/domain/exports/report-order";
import { subtreeIds } from "~/domain/organisation/organisation-as-of";
import type { Viewer } from "~/domain/permissions/viewer";
import {
  CERTIFICATION_STATES,
  type CertificationRow,
  type CertificationState,
  countStates,
  filterCertification,
  inOrderOfUnits,
} from "~/domain/reporting/certification-list";
import { showCivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { certificationLine } from "../reporting/certification-view.server";
import { type ReportBasis, reportBasis } from "../reporting/report-basis.server";
import { nameOfScope, partOf, type ReportPart } from "../reporting/report-part.server";
import { onMap } from "../reporting/todays-map.server";
import { certificationCells, certificationColumns } from "./certification-file.server";
import type { FileContent } from "./file-content.server";

/**
 * The certification list in one file: a summary, then a sheet for each unit below the head of the part (the central units, the 34
 * provinces). What belongs to none of them stands in a sheet of its own, so that the sums are those of the whole list.
 */
export async function provincesFile(
  viewer: Viewer,
  order: ReportOrder,
  language: Language,
  t: TFunction,
): Promise<FileContent | null> {
  const { query } = order;
  const state = order.own.state ?? "all";
  const basis = await onMap(await reportBasis(viewer, "export-people", query), query);
  const part = partOf(basis, query.unit, language);
  if (!part) return null;
  const { position, programme } = query;
  const rows = inOrderOfUnits(
    filterCertification(basis.certification, { units: part.units, position, programme, state }),
    basis.order,
  );
  const branchOf = branches(basis, part);
  const elsewhere = t("exports:provinces.elsewhere");
  const groups = new Map<string, CertificationRow[]>(branchOf.heads.map(({ name }) => [name[language], []]));
  for (const row of rows) {
    const head = branchOf(row.postings[0]?.unitId);
    const name = head?.name[language] ?? elsewhere;
    const group = groups.get(name) ?? [];
    group.push(row);
    groups.set(name, group);
  }
  const counted = [...groups].map(([name, group]) => ({ name, group, counts: countStates(group) }));
  const sum = (state: CertificationState) => counted.reduce((total, { counts }) => total + counts[state], 0);
  const summary: FileSheet = {
    name: t("exports:provinces.summary"),
    columns: [
      { title: t("hr:column.unit"), kind: "text", width: 40 },
      ...CERTIFICATION_STATES.map((state) => ({
        title: t(`hr:state.${state}`),
        kind: "count" as const,
        width: 14,
      })),
      { title: t("exports:column.total"), kind: "count", width: 10 },
    ],
    rows: counted.map(({ name, group, counts }) => [
      name,
      ...CERTIFICATION_STATES.map((state) => counts[state]),
      group.length,
    ]),
    totals: [t("exports:column.total"), ...CERTIFICATION_STATES.map(sum), rows.length],
  };
  return {
    title: t("exports:provinces.title"),
    reach: part.unit?.name ?? nameOfScope(basis, language),
    filters: [{ label: t("hr:filter.state"), value: t(`hr:state.${state}`) }],
    sentences: [
      t("exports:sentence.listed", { count: rows.length, state: t(`hr:state.${state}`) }),
      t("exports:sentence.asOf", { date: showCivilDate(query.asOf) }),
    ],
    sheets: [
      summary,
      ...counted.map(({ name, group }) => ({
        name,
        columns: certificationColumns(t),
        rows: rowsOf(group, (row) => certificationCells(certificationLine(basis, row, language), t)),
        totals: null,
      })),
    ],
    count: rows.length,
  };
}

/** The units one step below the heads of the part, and which of them a unit belongs to. */
function branches(basis: ReportBasis, part: ReportPart) {
  const heads = part.tops.flatMap((top) => top.children).filter(({ id }) => basis.scope.has(id));
  const byUnit = new Map(heads.flatMap((head) => subtreeIds(basis.organisation, head.id).map((id) => [id, head])));
  const branchOf = (unitId: number | undefined) => byUnit.get(unitId ?? 0);
  return Object.assign(branchOf, { heads });
}
