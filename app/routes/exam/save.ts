import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { now } from "~/config/clock.server";
import { showTime } from "~/domain/time/civil-date";
import { fileOrRefusal } from "~/http/file-or-refusal.server";
import { badRequest, notFound } from "~/http/refusals.server";
import { requireViewer } from "~/http/viewer.server";
import { saveResponses } from "~/models/assessment/save-responses.server";

const saveBody = z.strictObject({
  saves: z
    .array(
      z.strictObject({
        item: z.int().min(1).max(1000),
        tokens: z.array(z.string().max(64)).max(50),
        flagged: z.boolean(),
        clientKey: z.string().max(80),
      }),
    )
    .min(1)
    .max(100),
});

/** Answers as they change. Says when the server took the last one; a replay says the same again. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const body = saveBody.safeParse(await request.json().catch(() => null));
  if (!body.success) throw badRequest();
  const saves = body.data.saves.map((save) => ({ ...save, shown: null }));
  const outcome = await saveResponses(viewer, params.id ?? "", saves, now());
  if (!outcome) throw notFound();
  if (!outcome.ok) {
    const status = outcome.refusal.code === "attempt-ended" ? 409 : 400;
    return Response.json({ refusal: outcome.refusal.code }, { status });
  }
  const at = outcome.saved
    .map(({ savedAt }) => savedAt)
    .sort()
    .at(-1);
  return Response.json({ savedAt: showTime(at ?? now(), true) });
}

/** There is nothing to look at. */
export function loader(given: LoaderFunctionArgs) {
  return fileOrRefusal(given, () => Promise.reject(notFound()));
}
