import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { now } from "~/config/clock.server";
import { readChangeId } from "~/http/change-id.server";
import { notFound } from "~/http/refusals.server";
import { requirePower } from "~/http/viewer.server";
import { planAgain } from "~/models/organisation/plan-again.server";
import { newPublicId } from "~/models/public-id.server";

/** The button is on the page of the change. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requirePower(request, context, "change-organisation");
  return redirect(`/reorganisations/changes/${readChangeId(params.id)}`);
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requirePower(request, context, "change-organisation");
  const form = await request.formData();
  const once = String(form.get("once") ?? "").slice(0, 40) || newPublicId();
  const publicId = await planAgain(viewer, readChangeId(params.id), once, now());
  if (publicId === null) throw notFound();
  return redirect(`/reorganisations/${publicId}?done=again`);
}
