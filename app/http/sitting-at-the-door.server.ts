import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "~/config/clock.server";
import { hasPower, type Viewer } from "~/domain/permissions/viewer";
import type { Language } from "~/i18n/language";
import { loadSitting, type SittingPage } from "~/models/sittings/sitting-page.server";
import { languageOf } from "./language.server";
import { notFound } from "./refusals.server";
import { requireViewer } from "./viewer.server";

type Given = Pick<LoaderFunctionArgs, "request" | "context" | "params">;

export interface SittingAtTheDoor {
  viewer: Viewer;
  language: Language;
  sitting: SittingPage;
}

/** The sitting of the address, for the exam officer of its unit and for the invigilator whom it names; to others it does not exist. */
export async function sittingAtTheDoor({ request, context, params }: Given): Promise<SittingAtTheDoor> {
  const viewer = await requireViewer(request, context);
  if (!hasPower(viewer, "manage-exams") && !hasPower(viewer, "invigilate")) throw notFound();
  const language = languageOf(request, viewer);
  const sitting = await loadSitting(viewer, params.id ?? "", now(), language);
  if (!sitting) throw notFound();
  return { viewer, language, sitting };
}

/** The same, for one who may decide about it: an exam officer who is not among its candidates. */
export async function sittingToManage(given: Given): Promise<SittingAtTheDoor> {
  const found = await sittingAtTheDoor(given);
  if (!found.sitting.officer || !found.sitting.mayAct) throw notFound();
  return found;
}
