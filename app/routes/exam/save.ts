import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { now } from "~/config/clock.server";
import { showTime } from "~/domain/time/civil-date";
import { sourceOf } from "~/http/attempt-source.server";
import { fileOrRefusal } from "~/http/file-or-refusal.server";
import { badRequest, notFound } from "~/http/refusals.server";
import { resolveViewer } from "~/http/viewer.server";
import { saveResponses } from "~/models/assessment/save-responses.server";

const saveBody = z.strictObject({
  saves: z
    .array(
      z.strictObject({
        item: z.int().min(1).max(1000),
        value: z.unknown(),
        flagged: z.boolean(),
        clientKey: z.string().max(80),
      }),
    )
    .min(1)
    .max(100),
  since: z.int().min(0).optional(),
});

/**
 * Answers as they change. Says when the server took the last one; a replay says the same again. A login that has ended is said as
 * such, so that the browser keeps what it has.
 */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { viewer } = await resolveViewer(request, context);
  if (!viewer) return Response.json({ refusal: "signed-out" }, { status: 401 });
  const body = saveBody.safeParse(await request.json().catch(() => null));
  if (!body.success) throw badRequest();
  const saves = body.data.saves.map((save) => ({ ...save, value: save.value ?? [], shown: null }));
  const { since } = body.data;
  const source = await sourceOf(request, context);
  const outcome = await saveResponses(viewer, params.id ?? "", saves, now(), { source, since });
  if (!outcome) throw notFound();
  if (!outcome.ok) return Response.json({ refusal: outcome.refusal.code }, { status: 409 });
  const { late, saved, refused, newest, others } = outcome;
  const at = saved
    .map(({ savedAt }) => savedAt)
    .sort()
    .at(-1);
  return Response.json({
    savedAt: showTime(at ?? now(), true),
    late,
    saved: saved.map(({ item, clientKey }) => ({ item, clientKey })),
    refused,
    newest,
    others: others.map(({ id, item, value, flagged, clientKey }) => ({ id, item, value, flagged, clientKey })),
  });
}

/** There is nothing to look at. */
export function loader(given: LoaderFunctionArgs) {
  return fileOrRefusal(given, () => Promise.reject(notFound()));
}
