import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { now } from "~/config/clock.server";
import { fileOrRefusal } from "~/http/file-or-refusal.server";
import { badRequest, notFound } from "~/http/refusals.server";
import { requirePower } from "~/http/viewer.server";
import { removeView } from "~/models/reporting/saved-view.server";

/** There is nothing to look at. */
export function loader(given: LoaderFunctionArgs) {
  return fileOrRefusal(given, () => Promise.reject(notFound()));
}

/** Removes one of the viewer's saved views, or brings it back. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requirePower(request, context, "see-people");
  const id = params.id ?? "";
  const act = (await request.formData()).get("act");
  if (act !== "remove" && act !== "restore") throw badRequest();
  if (!(await removeView(viewer, id, act === "remove" ? now() : null))) throw notFound();
  return redirect(act === "remove" ? `/reports?done=view-removed&view=${id}` : "/reports?done=view-restored");
}
