import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "~/config/clock.server";
import type { Viewer } from "~/domain/permissions/viewer";
import type { Language } from "~/i18n/language";
import { type AttemptForAct, attemptForAct } from "~/models/assessment/attempt-for-act.server";
import { languageOf } from "./language.server";
import { notFound } from "./refusals.server";
import { requirePower } from "./viewer.server";

/** The attempt of the address, for one who manages exams where its person serves; to everyone else it does not exist. */
export async function attemptToActOn({
  request,
  context,
  params,
}: Pick<LoaderFunctionArgs, "request" | "context" | "params">): Promise<{
  viewer: Viewer;
  language: Language;
  attempt: AttemptForAct;
}> {
  const viewer = await requirePower(request, context, "manage-exams");
  const language = languageOf(request, viewer);
  const attempt = await attemptForAct(viewer, params.id ?? "", now(), language);
  if (!attempt) throw notFound();
  return { viewer, language, attempt };
}
