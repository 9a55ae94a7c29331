import type { LoaderFunctionArgs } from "@remix-run/node";
import { resolveViewer } from "~/http/viewer.server";
import { queueKeyOfAttempt } from "~/models/assessment/queue-key.server";

/** The key of what waits on this device of an attempt: for its own account, on any page. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const headers = { "Cache-Control": "private, no-store" };
  const { viewer } = await resolveViewer(request, context);
  if (!viewer) return Response.json({ refusal: "signed-out" }, { status: 401, headers });
  const key = await queueKeyOfAttempt(viewer, params.id ?? "");
  if (key === null) return Response.json({ refusal: "not-found" }, { status: 404, headers });
  return Response.json({ key }, { headers });
}
