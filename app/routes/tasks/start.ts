import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { now } from "~/config/clock.server";
import { fileOrRefusal } from "~/http/file-or-refusal.server";
import { notFound } from "~/http/refusals.server";
import { requireViewer } from "~/http/viewer.server";
import { beginTask } from "~/models/tasks/begin-task.server";

/** Begins a task of a course, or goes on with it. */
export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const form = await request.formData();
  const work = await beginTask(viewer, String(form.get("course")), String(form.get("task")), now());
  if (work === null) throw notFound();
  return redirect(`/tasks/${work}`);
}

/** There is nothing to look at. */
export function loader(given: LoaderFunctionArgs) {
  return fileOrRefusal(given, () => Promise.reject(notFound()));
}
