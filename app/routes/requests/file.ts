import type { LoaderFunctionArgs } from "@remix-run/node";
import { today } from "~/config/clock.server";
import { fileOrRefusal } from "~/http/file-or-refusal.server";
import { keptFileResponse } from "~/http/kept-file-response.server";
import { notFound } from "~/http/refusals.server";
import { requireViewer } from "~/http/viewer.server";
import { findProof } from "~/models/requests/request-page.server";

/** Proof of a request, for whoever may read the request: always to be saved, never shown as a page of this site. */
export function loader(given: LoaderFunctionArgs) {
  return fileOrRefusal(given, () => proof(given));
}

async function proof({ request, context, params }: LoaderFunctionArgs): Promise<Response> {
  const viewer = await requireViewer(request, context);
  const file = await findProof(viewer, params.id ?? "", params.file ?? "", today());
  if (!file) throw notFound();
  return keptFileResponse("proofs", file);
}
