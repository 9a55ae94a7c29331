import type { LoaderFunctionArgs } from "@remix-run/node";
import { today } from "~/config/clock.server";
import { fileOrRefusal } from "~/http/file-or-refusal.server";
import { importOf } from "~/http/import-of.server";
import { languageOf } from "~/http/language.server";
import { notFound } from "~/http/refusals.server";
import { TABLE_FORMATS, tableDownload } from "~/http/table-download.server";
import { translators } from "~/i18n/translators.server";
import { refusedTable } from "~/models/imports/import-rows.server";

export function loader(given: LoaderFunctionArgs) {
  return fileOrRefusal(given, () => file(given));
}

async function file(given: LoaderFunctionArgs): Promise<Response> {
  const { viewer, run } = await importOf(given);
  const format = TABLE_FORMATS.find((each) => each === given.params.format);
  if (!format || !run.summary) throw notFound();
  const language = languageOf(given.request, viewer);
  const { t } = translators[language];
  const table = await refusedTable(run, language, today(), t("imports:reason"));
  return tableDownload(`cau-noi-${run.publicId}`, format, t("imports:outcome.refused"), table);
}
