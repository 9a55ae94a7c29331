import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Viewer } from "~/domain/permissions/viewer";
import { resolveViewer } from "./viewer.server";

/**
 * The key of what waits on a device, for its own account, on any page.
 * @param keyFor null for what is unknown and for somebody else's
 */
export async function queueKeyAnswer(
  { request, context }: Pick<LoaderFunctionArgs, "request" | "context">,
  keyFor: (viewer: Viewer) => Promise<string | null>,
): Promise<Response> {
  const headers = { "Cache-Control": "private, no-store" };
  const { viewer } = await resolveViewer(request, context);
  if (!viewer) return Response.json({ refusal: "signed-out" }, { status: 401, headers });
  const key = await keyFor(viewer);
  if (key === null) return Response.json({ refusal: "not-found" }, { status: 404, headers });
  return Response.json({ key }, { headers });
}
