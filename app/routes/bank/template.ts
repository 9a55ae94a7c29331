import type { LoaderFunctionArgs } from "@remix-run/node";
import { today } from "~/config/clock.server";
import { fileOrRefusal } from "~/http/file-or-refusal.server";
import { questionsDownload, readQuestionFormat } from "~/http/question-file.server";
import { notFound } from "~/http/refusals.server";
import { requirePower } from "~/http/viewer.server";
import { questionTemplate } from "~/models/bank/export-questions.server";

/** A file to write questions into: an example of each type, and the guide. */
export function loader(given: LoaderFunctionArgs) {
  return fileOrRefusal(given, () => file(given));
}

async function file({ request, context, params }: LoaderFunctionArgs): Promise<Response> {
  const viewer = await requirePower(request, context, "see-course-sources");
  const format = readQuestionFormat(params.format);
  const bytes = await questionTemplate(viewer, format, new URL(request.url).searchParams.get("bank"), today());
  if (!bytes) throw notFound();
  return questionsDownload("mau-cau-hoi", format, bytes);
}
