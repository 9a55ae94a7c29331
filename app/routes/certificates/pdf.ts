import type { LoaderFunctionArgs } from "@remix-run/node";
import { today } from "~/config/clock.server";
import { notFound } from "~/http/refusals.server";
import { requireViewer } from "~/http/viewer.server";
import { certificateDocument } from "~/models/certification/certificate-document.server";
import { findCertificateFor } from "~/models/certification/certificates.server";
import { scopeUnits } from "~/models/reporting/scope-units.server";

/** The stored paper of a certificate that the viewer may see. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const scope = await scopeUnits(viewer, "see-people", today());
  const certificate = await findCertificateFor(viewer, params.id ?? "", scope);
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
