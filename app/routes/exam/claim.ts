import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { now } from "~/config/clock.server";
import { sourceOf } from "~/http/attempt-source.server";
import { fileOrRefusal } from "~/http/file-or-refusal.server";
import { notFound } from "~/http/refusals.server";
import { requireViewer } from "~/http/viewer.server";
import { claimDevice } from "~/models/assessment/one-device.server";

/** Goes on with the exam at this device; the other one is told and saves nothing more. A replay changes nothing. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const id = params.id ?? "";
  if (!(await claimDevice(viewer, id, await sourceOf(request, context), now()))) throw notFound();
  return redirect(`/attempts/${id}`);
}

/** There is nothing to look at. */
export function loader(given: LoaderFunctionArgs) {
  return fileOrRefusal(given, () => Promise.reject(notFound()));
}
