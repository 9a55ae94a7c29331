import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { now } from "~/config/clock.server";
import { shownItem } from "~/domain/assessment/shown-item";
import { sourceOf } from "~/http/attempt-source.server";
import { languageOf } from "~/http/language.server";
import { resolveViewer } from "~/http/viewer.server";
import { loadAttempt } from "~/models/assessment/load-attempt.server";

/**
 * The whole paper of a running attempt, without its key, so that its page can go on without a line. With `seen` nothing but the
 * note that this page of it is looked at.
 */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { viewer } = await resolveViewer(request, context);
  if (!viewer) return Response.json({ refusal: "signed-out" }, { status: 401 });
  const seen = z.coerce.number().int().min(1).max(1000).catch(0).parse(new URL(request.url).searchParams.get("seen"));
  const source = await sourceOf(request, context);
  const attempt = await loadAttempt(viewer, params.id ?? "", now(), { source, page: seen || undefined });
  if (attempt?.phase !== "running") return new Response(null, { status: 404 });
  const headers = { "Cache-Control": "private, no-store" };
  if (seen > 0) return new Response(null, { status: 204, headers });
  const language = languageOf(request, viewer);
  return Response.json({ items: attempt.paper.items.map((item) => shownItem(item, language)) }, { headers });
}
