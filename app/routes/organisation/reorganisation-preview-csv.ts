import type { LoaderFunctionArgs } from "@remix-run/node";
import { today } from "~/config/clock.server";
import { spreadsheet } from "~/documents/spreadsheet.server";
import { hasPower } from "~/domain/permissions/viewer";
import { fileOrRefusal } from "~/http/file-or-refusal.server";
import { languageOf } from "~/http/language.server";
import { requirePlan } from "~/http/plan-at-the-door.server";
import { notFound } from "~/http/refusals.server";
import { translators } from "~/i18n/translators.server";
import { postsOfPreview } from "~/models/organisation/posts-of-preview.server";

export function loader(given: LoaderFunctionArgs) {
  return fileOrRefusal(given, () => file(given));
}

async function file(given: LoaderFunctionArgs): Promise<Response> {
  const { viewer, found } = await requirePlan(given);
  const language = languageOf(given.request, viewer);
  if (!hasPower(viewer, "export-people")) throw notFound();
  const lines = await postsOfPreview(viewer, found, today(), language);
  if (!lines) throw notFound();
  const { t } = translators[language];
  const columns = ["staffCode", "name", "position", "before", "after"] as const;
  const text = spreadsheet(
    columns.map((column) => t(`reorganisation:column.${column}`)),
    lines.map(({ staffCode, name, position, from, to }) => [
      staffCode,
      name,
      position,
      from,
      to ?? t("reorganisation:preview.ends"),
    ]),
  );
  return new Response(text, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="cau-noi-to-chuc-lai-${found.plan.date}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}
