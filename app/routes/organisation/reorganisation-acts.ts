import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { now } from "~/config/clock.server";
import { ORDERS, orderAct } from "~/domain/organisation/order-acts";
import { requirePlan } from "~/http/plan-at-the-door.server";
import { badRequest, notFound } from "~/http/refusals.server";
import { savePlan } from "~/models/organisation/save-plan.server";

/** The list of acts is on the page of the plan. */
export async function loader(given: LoaderFunctionArgs) {
  const { found } = await requirePlan(given);
  return redirect(`/reorganisations/${found.publicId}`);
}

/** Moves an act by one place or takes it out: the button says which one and how. */
export async function action(given: ActionFunctionArgs) {
  const { viewer, found } = await requirePlan(given);
  const form = await given.request.formData();
  const order = ORDERS.find((each) => form.has(each));
  const index = Number(form.get(order ?? ""));
  if (!order || !Number.isInteger(index)) throw badRequest();
  const saved = await savePlan(viewer, found, orderAct(found.plan, index, order), String(form.get("seen")), now());
  if (saved === "outside") throw notFound();
  return redirect(`/reorganisations/${found.publicId}?done=${saved === "saved" ? "ordered" : "meanwhile"}`);
}
