import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { now } from "~/config/clock.server";
import { showTime } from "~/domain/time/civil-date";
import { readDraftBody } from "~/http/draft-body.server";
import { queueKeyAnswer } from "~/http/queue-key-answer.server";
import { badRequest, notFound } from "~/http/refusals.server";
import { resolveViewer } from "~/http/viewer.server";
import { saveTask } from "~/models/tasks/save-task.server";
import { taskKey } from "~/models/tasks/task-key.server";

/** The text of a task as it is written. A login that has ended is said as such, so that the browser keeps what it has. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { viewer } = await resolveViewer(request, context);
  if (!viewer) return Response.json({ refusal: "signed-out" }, { status: 401 });
  const body = await readDraftBody(request);
  if (!body) throw badRequest();
  const { fields, clientKey } = body;
  const outcome = await saveTask(viewer, params.id ?? "", { text: fields.text ?? "", clientKey }, now());
  if (!outcome) throw notFound();
  if (!outcome.ok)
    return Response.json({ refusal: outcome.refusal }, { status: outcome.refusal === "frozen" ? 409 : 400 });
  return Response.json({ savedAt: showTime(outcome.savedAt, true) });
}

/** The key of what waits on this device of it: for its own account, on any page. */
export function loader(given: LoaderFunctionArgs) {
  return queueKeyAnswer(given, (viewer) => taskKey(viewer, given.params.id ?? ""));
}
