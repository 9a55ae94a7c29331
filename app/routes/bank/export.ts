import type { LoaderFunctionArgs } from "@remix-run/node";
import { today } from "~/config/clock.server";
import { EXPORT_STATUSES } from "~/domain/question-files/export-status";
import { fileOrRefusal } from "~/http/file-or-refusal.server";
import { questionsDownload, readQuestionFormat } from "~/http/question-file.server";
import { notFound } from "~/http/refusals.server";
import { readChoice } from "~/http/report-query.server";
import { requirePower } from "~/http/viewer.server";
import { exportQuestions } from "~/models/bank/export-questions.server";

/** The questions of a bank, with their keys, as a file. */
export function loader(given: LoaderFunctionArgs) {
  return fileOrRefusal(given, () => file(given));
}

async function file({ request, context, params }: LoaderFunctionArgs): Promise<Response> {
  const viewer = await requirePower(request, context, "see-course-sources");
  const format = readQuestionFormat(params.format);
  const status = readChoice(request, "status", EXPORT_STATUSES);
  const slug = params.slug ?? "";
  const bytes = await exportQuestions(viewer, slug, format, status, today());
  if (!bytes) throw notFound();
  return questionsDownload(`cau-hoi-${slug}`, format, bytes);
}
