import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { now } from "~/config/clock.server";
import type { ReasonedAct } from "~/domain/certification/issue-list";
import { returnList, withdrawList } from "~/models/certification/move-list.server";
import { newPublicId } from "~/models/public-id.server";
import { readAuthorityForm } from "./authority-form.server";
import { textValue } from "./form-values.server";
import { issueListAtTheDoor, issueListForAct } from "./issue-list-at-the-door.server";
import { pageTitle } from "./page-title.server";
import { notFound } from "./refusals.server";

const schema = z.object({ reason: textValue(500) });
const MOVES = { return: returnList, withdraw: withdrawList } as const;

/** The page of an act on a list that asks for a reason and nothing else. */
export async function listForReason(given: LoaderFunctionArgs, act: ReasonedAct) {
  const { list } = await issueListForAct(given, act);
  const title = await pageTitle(given.request, given.context, `authority:act.${act}.title`);
  return { title, list, onceKey: newPublicId() };
}

/** Does the act; `doneAt` says where its result is seen. */
export async function actWithReason(given: ActionFunctionArgs, act: ReasonedAct, doneAt: (listId: string) => string) {
  const { viewer, list } = await issueListAtTheDoor(given);
  const { value, wrong, typed, onceKey } = await readAuthorityForm(given.request, schema);
  if (!value) return data({ wrong, refusal: null, typed }, 400);
  const outcome = await MOVES[act](viewer, list.id, { text: value.reason, onceKey, at: now() });
  if (outcome.ok) return redirect(doneAt(list.id));
  if (outcome.refusal === "not-found") throw notFound();
  return data({ wrong, refusal: outcome.refusal, typed }, 409);
}
