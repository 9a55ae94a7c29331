import type { LoaderFunctionArgs } from "@remix-run/node";
import { today } from "~/config/clock.server";
import { fileOrRefusal } from "~/http/file-or-refusal.server";
import { keptFileResponse } from "~/http/kept-file-response.server";
import { notFound } from "~/http/refusals.server";
import { requirePower } from "~/http/viewer.server";
import { fileAtPlace } from "~/models/marking/place-page.server";

/** A file of the work at one's place, under a name that says nothing of its author. */
export function loader(given: LoaderFunctionArgs) {
  return fileOrRefusal(given, async () => {
    const { request, context, params } = given;
    const viewer = await requirePower(request, context, "mark-work");
    const found = await fileAtPlace(viewer, params.id ?? "", Number(params.file), today());
    if (!found) throw notFound();
    return keptFileResponse("tasks", { ...found.file, name: found.name });
  });
}
