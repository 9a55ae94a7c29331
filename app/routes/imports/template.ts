import type { LoaderFunctionArgs } from "@remix-run/node";
import { today } from "~/config/clock.server";
import { IMPORT_KINDS } from "~/domain/imports/fields";
import { fileOrRefusal } from "~/http/file-or-refusal.server";
import { languageOf } from "~/http/language.server";
import { notFound } from "~/http/refusals.server";
import { TABLE_FORMATS, tableDownload } from "~/http/table-download.server";
import { requirePower } from "~/http/viewer.server";
import { translators } from "~/i18n/translators.server";
import { importTemplate } from "~/models/imports/import-template.server";

export function loader(given: LoaderFunctionArgs) {
  return fileOrRefusal(given, () => file(given));
}

async function file({ request, context, params }: LoaderFunctionArgs): Promise<Response> {
  const viewer = await requirePower(request, context, "import-people");
  const [kindName, formatName] = (params.name ?? "").split(".");
  const kind = IMPORT_KINDS.find((each) => each === kindName);
  const format = TABLE_FORMATS.find((each) => each === formatName);
  if (!kind || !format) throw notFound();
  const language = languageOf(request, viewer);
  const table = await importTemplate(kind, language, today());
  const { t } = translators[language];
  return tableDownload(`cau-noi-${kind}`, format, t(`imports:fileKind.${kind}`), table);
}
