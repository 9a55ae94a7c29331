import type { LoaderFunctionArgs } from "@remix-run/node";
import { today } from "~/config/clock.server";
import { fileOrRefusal } from "~/http/file-or-refusal.server";
import { notFound } from "~/http/refusals.server";
import { requireViewer } from "~/http/viewer.server";
import { certificateDocument } from "~/models/certification/certificate-document.server";
import { certificateSeenBy } from "~/models/certification/certificate-scope.server";

/** The stored paper of a certificate that the viewer may see. */
export function loader(given: LoaderFunctionArgs) {
  return fileOrRefusal(given, () => paper(given));
}

async function paper({ request, context, params }: LoaderFunctionArgs): Promise<Response> {
  const viewer = await requireViewer(request, context);
  const certificate = await certificateSeenBy(viewer, params.id ?? "", today());
  if (!certificate) throw notFound();
  const { bytes, sha256, serial } = await certificateDocument(certificate.id);
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `inline; filename="${serial}.pdf"`,
      "Cache-Control": "private, no-cache",
      ETag: `"${sha256}"`,
    },
  });
}
