import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { today } from "~/config/clock.server";
import type { Power } from "~/domain/permissions/role";
import type { Viewer } from "~/domain/permissions/viewer";
import type { Language } from "~/domain/text/language";
import { type ExamHead, examHead } from "~/models/statistics/exam-head.server";
import { languageOf } from "./language.server";
import { notFound } from "./refusals.server";
import { requirePower } from "./viewer.server";

/** The viewer with a power, and the exam of the address. */
export async function examOf(
  { request, context, params }: LoaderFunctionArgs | ActionFunctionArgs,
  power: Power,
): Promise<{ viewer: Viewer; head: ExamHead; language: Language }> {
  const viewer = await requirePower(request, context, power);
  const language = languageOf(request, viewer);
  const head = await examHead(viewer, params.slug ?? "", today(), language);
  if (!head) throw notFound();
  return { viewer, head, language };
}
