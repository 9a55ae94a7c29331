import type { Viewer } from "~/domain/permissions/viewer";
import { civilDateOf } from "~/domain/time/civil-date";
import type { ActOrder, ActOutcome } from "../assessment/act-order.server";
import { extendSitting } from "../assessment/extend-attempt.server";
import { reader } from "../database.server";
import { findSitting } from "./find-sitting.server";

/** Minutes more for all who work in a sitting, or for those chosen, by the exam officer of its unit. */
export async function extendInSitting(
  viewer: Viewer,
  publicId: string,
  chosen: readonly string[] | "all",
  minutes: number,
  order: ActOrder,
): Promise<ActOutcome & { count: number }> {
  const sitting = await findSitting(await reader(), viewer, publicId, civilDateOf(order.at));
  if (!sitting?.officer || sitting.candidate) return { ok: false, refusal: "not-found", count: 0 };
  return extendSitting(viewer, sitting.id, chosen, minutes, order);
}
