import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { now, today } from "~/config/clock.server";
import { sheetOfFields } from "~/domain/assessment/sheet-fields";
import { showTime } from "~/domain/time/civil-date";
import { readDraftBody } from "~/http/draft-body.server";
import { queueKeyAnswer } from "~/http/queue-key-answer.server";
import { badRequest, notFound } from "~/http/refusals.server";
import { resolveViewer } from "~/http/viewer.server";
import { saveMarkDraft } from "~/models/marking/mark-draft.server";
import { placeKey } from "~/models/marking/place-key.server";

/** A mark as it is written. A login that has ended is said as such, so that the browser keeps what it has. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { viewer } = await resolveViewer(request, context);
  if (!viewer) return Response.json({ refusal: "signed-out" }, { status: 401 });
  const body = await readDraftBody(request);
  if (!body) throw badRequest();
  const draft = { sheet: sheetOfFields(body.fields), clientKey: body.clientKey };
  const outcome = await saveMarkDraft(viewer, params.id ?? "", draft, now());
  if (!outcome) throw notFound();
  if (!outcome.ok)
    return Response.json({ refusal: outcome.refusal }, { status: outcome.refusal === "closed" ? 409 : 400 });
  return Response.json({ savedAt: showTime(outcome.savedAt, true) });
}

/** The key of what waits on this device of it: for its own account, on any page. */
export function loader(given: LoaderFunctionArgs) {
  return queueKeyAnswer(given, (viewer) => placeKey(viewer, given.params.id ?? "", today()));
}
