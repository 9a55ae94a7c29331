import type { LoaderFunctionArgs } from "@remix-run/node";
import { today } from "~/config/clock.server";
import { KeyFileUnusable } from "~/documents/proof/key-files.server";
import { fileOrRefusal } from "~/http/file-or-refusal.server";
import { notFound } from "~/http/refusals.server";
import { requireViewer } from "~/http/viewer.server";
import { certificateSeenBy } from "~/models/certification/certificate-scope.server";
import { PROOF_KINDS, proofFile } from "~/models/certification/proof-files.server";

/** A file by which a certificate is proven: its signature, its credential, the copy that its issuer signed. */
export function loader(given: LoaderFunctionArgs) {
  return fileOrRefusal(given, () => download(given));
}

async function download({ request, context, params }: LoaderFunctionArgs): Promise<Response> {
  const viewer = await requireViewer(request, context);
  const kind = PROOF_KINDS.find((each) => each === params.kind);
  const certificate = kind && (await certificateSeenBy(viewer, params.id ?? "", today()));
  const file = certificate ? await proofFile(certificate, kind).catch(unusable) : null;
  if (!file) throw notFound();
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      "Content-Type": file.mediaType,
      "Content-Disposition": `attachment; filename="${file.name}"`,
      "Cache-Control": "private, no-store",
    },
  });
}

/** Whoever runs the house reads in the log what to do. */
function unusable(error: unknown): never {
  if (!(error instanceof KeyFileUnusable)) throw error;
  console.error(error.message);
  throw new Response("Unavailable", { status: 503 });
}
