import { writeFile } from "node:fs/promises";
import { type PaperWords, writeReportPaper } from "~/documents/report/report-paper.server";
import { reportSpreadsheet } from "~/documents/report/report-spreadsheet.server";
import { writeReportWorkbook } from "~/documents/report/report-workbook.server";
import type { FileFormat, ReportFile } from "~/domain/exports/report-file";
import type { ReportOrder } from "~/domain/exports/report-order";
import type { Viewer } from "~/domain/permissions/viewer";
import { civilDateOf, type Instant, showCivilDate, showTime } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { translators } from "~/i18n/translators.server";
import { loadReportFile } from "~/models/exports/load-report-file.server";
import { reportHead } from "~/models/exports/report-head.server";

export interface FileRequest {
  order: ReportOrder;
  format: FileFormat;
  language: Language;
  at: Instant;
}

/** Writes a report to a file. Null: the unit asked for is unknown or out of the viewer's reach. */
export async function makeReportFile(
  viewer: Viewer,
  { order, format, language, at }: FileRequest,
  to: string,
): Promise<{ count: number } | null> {
  const file = await loadReportFile(viewer, order, language, at);
  if (!file) return null;
  const { t } = translators[language];
  if (format === "csv") await writeFile(to, reportSpreadsheet(file, { asOf: t("hr:column.asOf") }));
  else if (format === "xlsx") await writeReportWorkbook(file, { about: t("exports:about.title") }, to);
  else await writeReportPaper(file, await paperWords(viewer, file, language, at), to);
  return { count: file.count };
}

async function paperWords(viewer: Viewer, file: ReportFile, language: Language, at: Instant): Promise<PaperWords> {
  const { t } = translators[language];
  const today = civilDateOf(at);
  const head = await reportHead(viewer, "export-people", today, language);
  const asOf = showCivilDate(file.asOf);
  return {
    language,
    body: head.body,
    unit: head.unit,
    number: t("exports:paper.number", { suffix: head.numberSuffix }),
    state: t("exports:paper.state"),
    motto: t("exports:paper.motto"),
    placeAndDate: t("exports:paper.placeAndDate", { place: head.place, year: today.slice(0, 4) }),
    draft: t("exports:paper.draft"),
    kind: t("exports:paper.report"),
    recipientsTitle: t("exports:paper.recipients"),
    recipients: head.recipients,
    signerTitle: head.signerTitle,
    signHint: t("exports:paper.signHint"),
    source: t("exports:paper.source", { asOf, time: showTime(at), date: showCivilDate(today), by: viewer.fullName }),
  };
}
