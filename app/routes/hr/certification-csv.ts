import type { LoaderFunctionArgs } from "@remix-run/node";
import { spreadsheet } from "~/documents/spreadsheet.server";
import { CERTIFICATION_STATES } from "~/domain/reporting/certification-list";
import { showCivilDate } from "~/domain/time/civil-date";
import { fileOrRefusal } from "~/http/file-or-refusal.server";
import { languageOf } from "~/http/language.server";
import { badRequest, notFound } from "~/http/refusals.server";
import { readChoice, readReportQuery } from "~/http/report-query.server";
import { requirePower } from "~/http/viewer.server";
import { translators } from "~/i18n/translators.server";
import { loadCertification } from "~/models/reporting/certification.server";

export function loader(given: LoaderFunctionArgs) {
  return fileOrRefusal(given, () => file(given));
}

async function file({ request, context }: LoaderFunctionArgs): Promise<Response> {
  const viewer = await requirePower(request, context, "export-people");
  const { query: part, dateProblem } = readReportQuery(request);
  if (dateProblem) throw badRequest();
  const query = { ...part, state: readChoice(request, "state", ["open", "all", ...CERTIFICATION_STATES]) };
  const language = languageOf(request, viewer);
  const view = await loadCertification(viewer, "export-people", query, language);
  if (!view) throw notFound();
  const { t } = translators[language];
  const columns = ["staffCode", "name", "position", "unit", "programme", "state", "since", "due", "asOf"] as const;
  const text = spreadsheet(
    columns.map((column) => t(`hr:column.${column}`)),
    view.lines.map((line) => [
      line.staffCode,
      line.name,
      line.position,
      line.unit,
      line.programme,
      t(`hr:state.${line.state}`),
      showCivilDate(line.since),
      line.due ? showCivilDate(line.due) : "",
      showCivilDate(query.asOf),
    ]),
  );
  return new Response(text, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="cau-noi-chung-nhan-${query.asOf}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}
