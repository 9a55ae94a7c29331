import type { LoaderFunctionArgs } from "@remix-run/node";
import { now, today } from "~/config/clock.server";
import { FILE_FORMATS, FILE_REPORTS, formatsOf } from "~/domain/exports/report-file";
import { fileName, readReportOrder } from "~/domain/exports/report-order";
import { fileOrRefusal } from "~/http/file-or-refusal.server";
import { languageOf } from "~/http/language.server";
import { madeFileResponse } from "~/http/made-file-response.server";
import { badRequest, notFound } from "~/http/refusals.server";
import { requirePower } from "~/http/viewer.server";
import { reportFile } from "~/jobs/report-file.server";

export function loader(given: LoaderFunctionArgs) {
  return fileOrRefusal(given, () => file(given));
}

/** The address of old for one of the files names neither. */
const NAMED_BY_ITSELF = { report: "certification", format: "csv" };

async function file({ request, context, params }: LoaderFunctionArgs): Promise<Response> {
  const viewer = await requirePower(request, context, "export-people");
  const asked = { ...NAMED_BY_ITSELF, ...params };
  const report = FILE_REPORTS.find((each) => each === asked.report);
  const format = FILE_FORMATS.find((each) => each === asked.format);
  if (!report || !format || !formatsOf(report).includes(format)) throw notFound();
  const order = readReportOrder(report, new URL(request.url).searchParams, today());
  if (!order) throw badRequest();
  const made = await reportFile(viewer, { order, format, language: languageOf(request, viewer), at: now() });
  if (!made) throw notFound();
  return madeFileResponse(made.path, fileName(order, format));
}
