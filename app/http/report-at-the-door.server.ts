import type { LoaderFunctionArgs } from "@remix-run/node";
import { hasPower } from "~/domain/permissions/viewer";
import { languageOf } from "./language.server";
import { readReportQuery } from "./report-query.server";
import { requirePower } from "./viewer.server";

/** What every report page begins with: who asks, in which language, and what. */
export async function reportAtTheDoor({ request, context }: Pick<LoaderFunctionArgs, "request" | "context">) {
  const viewer = await requirePower(request, context, "see-people");
  const { query, dateProblem, page } = readReportQuery(request);
  return {
    viewer,
    language: languageOf(request, viewer),
    query,
    dateProblem,
    page,
    /** of the answer: a date that could not be used is a bad request, though it gets a page */
    status: { status: dateProblem ? 400 : 200 },
    mayExport: hasPower(viewer, "export-people"),
  };
}
