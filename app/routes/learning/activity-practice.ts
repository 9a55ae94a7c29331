import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { now } from "~/config/clock.server";
import { readPracticePost } from "~/domain/interactive/practice-post";
import { fileOrRefusal } from "~/http/file-or-refusal.server";
import { badRequest, notFound } from "~/http/refusals.server";
import { requireViewer } from "~/http/viewer.server";
import { beginByPractice } from "~/models/enrolment/begin-by-practice.server";
import { recordPractice } from "~/models/interactive/record-practice.server";
import { saveActivityState } from "~/models/interactive/save-activity-state.server";

/** Takes what the page around an activity sends (see `PracticePost`): 204, 400 malformed, 404 not the viewer's, 413. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requireViewer(request, context);
  if (request.method !== "POST") return new Response(null, { status: 405 });
  const activityId = readId(params.id);
  const read = readPracticePost(await request.text());
  if (!read.ok) return read.problem === "too-large" ? new Response(null, { status: 413 }) : badRequest();
  if (activityId === null) return notFound();
  const { post } = read;
  const save = () =>
    post.kind === "state"
      ? saveActivityState(viewer, activityId, post, now())
      : recordPractice(viewer, activityId, post, now());
  const saved = (await save()) || ((await beginByPractice(viewer, activityId, now())) && (await save()));
  return saved ? new Response(null, { status: 204 }) : notFound();
}

/** There is nothing to look at. */
export function loader(given: LoaderFunctionArgs) {
  return fileOrRefusal(given, () => Promise.reject(notFound()));
}

function readId(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}
