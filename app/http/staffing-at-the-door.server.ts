import type { LoaderFunctionArgs } from "@remix-run/node";
import { today } from "~/config/clock.server";
import { postToChange } from "~/models/staffing/find-post.server";
import { postingToChange } from "~/models/staffing/find-posting.server";
import { languageOf } from "./language.server";
import { notFound } from "./refusals.server";
import { requirePower } from "./viewer.server";

type Given = Pick<LoaderFunctionArgs, "request" | "context" | "params">;

/** The post of the address, for one who may change it; to everyone else the page does not exist. */
export async function postAtTheDoor({ request, context, params }: Given) {
  const viewer = await requirePower(request, context, "change-people");
  const language = languageOf(request, viewer);
  const post = await postToChange(viewer, { unit: params.id ?? "", post: params.post ?? "" }, today(), language);
  if (!post) throw notFound();
  return { viewer, language, post };
}

/** The same for the posting of the address. */
export async function postingAtTheDoor({ request, context, params }: Given) {
  const viewer = await requirePower(request, context, "change-people");
  const address = { person: params.id ?? "", posting: params.posting ?? "" };
  const posting = await postingToChange(viewer, address, today(), languageOf(request, viewer));
  if (!posting) throw notFound();
  return { viewer, posting };
}
