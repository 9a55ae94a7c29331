import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "~/config/clock.server";
import { writeNumber } from "~/domain/text/write-number";
import { examOf } from "~/http/exam-at-the-door.server";
import { fileOrRefusal } from "~/http/file-or-refusal.server";
import { conflict, notFound } from "~/http/refusals.server";
import { readReportFilter } from "~/http/report-filter.server";
import { TABLE_FORMATS, tableDownload } from "~/http/table-download.server";
import { translators } from "~/i18n/translators.server";
import { askReport } from "~/jobs/ask-exam-report.server";
import { questionLines } from "~/models/statistics/statistics-view.server";

export function loader(given: LoaderFunctionArgs) {
  return fileOrRefusal(given, () => file(given));
}

const COLUMNS = [
  "key",
  "question",
  "n",
  "facility",
  "discrimination",
  "correlation",
  "planned",
  "effective",
  "flags",
] as const;

async function file(given: LoaderFunctionArgs): Promise<Response> {
  const { head, language } = await examOf(given, "see-statistics");
  const format = TABLE_FORMATS.find((each) => each === given.params.format);
  if (!format) throw notFound();
  const filter = readReportFilter(given.request, head);
  const { kept } = await askReport({ kind: "statistics", courseSlug: head.slug, filter }, now());
  if (!kept) throw conflict();
  const { t } = translators[language];
  // plain figures: whoever opens the table computes with them
  const figure = (value: number | null) =>
    value === null ? "" : writeNumber(value, language, { maximumFractionDigits: 4, useGrouping: false });
  const lines = await questionLines(kept.report.questions, language);
  return tableDownload(`cau-noi-${head.slug}-thong-ke`, format, t("statistics:crumb"), {
    header: COLUMNS.map((column) => t(`statistics:column.${column}`)),
    rows: lines.map((line) => [
      line.key,
      line.stem,
      String(line.n),
      ...[line.facility, line.discrimination, line.correlation, line.planned, line.effective].map(figure),
      line.flags.map((flag) => t(`statistics:flag.${flag}`)).join("; "),
    ]),
  });
}
