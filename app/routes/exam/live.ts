import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "~/config/clock.server";
import { sourceOf } from "~/http/attempt-source.server";
import { fileOrRefusal } from "~/http/file-or-refusal.server";
import { liveResponse } from "~/http/live-response.server";
import { notFound } from "~/http/refusals.server";
import { requireViewer } from "~/http/viewer.server";
import { watchAttempt } from "~/models/assessment/live-view.server";

/** What changes on an attempt while its page is open: the clock, answers saved elsewhere, another device. */
export function loader(given: LoaderFunctionArgs) {
  return fileOrRefusal(given, async () => {
    const { request, context, params } = given;
    const viewer = await requireViewer(request, context);
    const source = await sourceOf(request, context);
    const asked = Number(new URL(request.url).searchParams.get("since") ?? request.headers.get("Last-Event-ID") ?? "x");
    const since = Number.isSafeInteger(asked) && asked >= 0 ? asked : null;
    const response = await liveResponse(request, source.session, (tell) =>
      watchAttempt(viewer, params.id ?? "", { since, source, now }, ({ event, data }) => tell(event, data)),
    );
    if (!response) throw notFound();
    return response;
  });
}
