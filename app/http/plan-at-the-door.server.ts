import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { today } from "~/config/clock.server";
import type { Viewer } from "~/domain/permissions/viewer";
import { type FoundPlan, findPlan } from "~/models/organisation/find-plan.server";
import { notFound } from "./refusals.server";
import { requirePower } from "./viewer.server";

/** The plan of an address that the viewer may still change; one that was carried out leads to its change. */
export async function requirePlan({
  request,
  context,
  params,
}: Pick<LoaderFunctionArgs, "request" | "context" | "params">): Promise<{ viewer: Viewer; found: FoundPlan }> {
  const viewer = await requirePower(request, context, "change-organisation");
  const found = await findPlan(viewer, params.id ?? "", today());
  if (!found) throw notFound();
  if (found.changeId !== null) throw redirect(`/reorganisations/changes/${found.changeId}`);
  return { viewer, found };
}
