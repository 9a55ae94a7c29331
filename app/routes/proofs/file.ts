import type { LoaderFunctionArgs } from "@remix-run/node";
import { today } from "~/config/clock.server";
import { fileOrRefusal } from "~/http/file-or-refusal.server";
import { keptFileResponse } from "~/http/kept-file-response.server";
import { notFound } from "~/http/refusals.server";
import { requireViewer } from "~/http/viewer.server";
import { findProofFile } from "~/models/proofs/proof-page.server";

/** A file that proves it, for whoever may see the proof: always to be saved, never shown as a page of this site. */
export function loader(given: LoaderFunctionArgs) {
  return fileOrRefusal(given, async () => {
    const { request, context, params } = given;
    const viewer = await requireViewer(request, context);
    const file = await findProofFile(viewer, params.id ?? "", params.file ?? "", today());
    if (!file) throw notFound();
    return keptFileResponse("proofs", file);
  });
}
