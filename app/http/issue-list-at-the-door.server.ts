import type { LoaderFunctionArgs } from "@remix-run/node";
import { today } from "~/config/clock.server";
import type { ListAct } from "~/domain/certification/issue-list";
import type { Viewer } from "~/domain/permissions/viewer";
import type { Language } from "~/i18n/language";
import { type IssueListPage, loadIssueList } from "~/models/certification/issue-list-page.server";
import { languageOf } from "./language.server";
import { conflict, notFound } from "./refusals.server";
import { requireViewer } from "./viewer.server";

type Given = Pick<LoaderFunctionArgs, "request" | "context" | "params">;

/** The list of the address, for who prepares it and who signs it; to others it does not exist. */
export async function issueListAtTheDoor({
  request,
  context,
  params,
}: Given): Promise<{ viewer: Viewer; language: Language; list: IssueListPage }> {
  const viewer = await requireViewer(request, context);
  const language = languageOf(request, viewer);
  const list = await loadIssueList(viewer, params.id ?? "", today(), language);
  if (!list) throw notFound();
  return { viewer, language, list };
}

/** The same, for the page of an act: where it can no longer be done the answer is a conflict. */
export async function issueListForAct(given: Given, act: ListAct) {
  const found = await issueListAtTheDoor(given);
  if (!found.list.acts.includes(act)) throw conflict();
  return found;
}
