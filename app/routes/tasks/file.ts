import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileOrRefusal } from "~/http/file-or-refusal.server";
import { keptFileResponse } from "~/http/kept-file-response.server";
import { notFound } from "~/http/refusals.server";
import { requireViewer } from "~/http/viewer.server";
import { findTaskFile } from "~/models/tasks/task-files.server";

/** A file of one's own work, of any round. */
export function loader(given: LoaderFunctionArgs) {
  return fileOrRefusal(given, async () => {
    const { request, context, params } = given;
    const viewer = await requireViewer(request, context);
    const file = await findTaskFile(viewer, params.id ?? "", params.file ?? "");
    if (!file) throw notFound();
    return keptFileResponse("tasks", file);
  });
}
