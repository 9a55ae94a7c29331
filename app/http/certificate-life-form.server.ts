import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { now } from "~/config/clock.server";
import type { LifeAct } from "~/domain/certification/life-acts";
import type { Viewer } from "~/domain/permissions/viewer";
import type { LifeOrder } from "~/models/certification/act-on-certificate.server";
import { newPublicId } from "~/models/public-id.server";
import { readAuthorityForm } from "./authority-form.server";
import { certificateToActOn } from "./certificate-for-act.server";
import { optionalTextValue, textValue } from "./form-values.server";
import { pageTitle } from "./page-title.server";
import { notFound } from "./refusals.server";

/** What every act in the life of a certificate asks for. */
export const lifeSchema = z.object({ reason: textValue(500), document: optionalTextValue(200) });

/** The page of an act: the certificate as it stands, and the key under which the act is done once. */
export async function lifePage(given: LoaderFunctionArgs, act: LifeAct) {
  const { viewer, shown } = await certificateToActOn(given, act);
  const title = await pageTitle(given.request, given.context, `authority:life.${act}.title`);
  return { viewer, page: { title, certificate: shown, onceKey: newPublicId() } };
}

/** Reads the form of an act and has it done; `done` says where its result is seen. */
export async function doLifeAct<S extends z.ZodObject, R extends string>(
  given: ActionFunctionArgs,
  act: LifeAct,
  schema: S,
  work: (
    viewer: Viewer,
    id: string,
    value: z.output<S>,
    by: Pick<LifeOrder, "onceKey" | "at">,
  ) => Promise<{ ok: true; publicId?: string } | { ok: false; refusal: R }>,
  done: string,
) {
  const { viewer, shown } = await certificateToActOn(given, act);
  const { value, wrong, typed, onceKey } = await readAuthorityForm(given.request, schema);
  if (!value) return data({ wrong, refusal: null, typed }, 400);
  const outcome = await work(viewer, shown.id, value, { onceKey, at: now() });
  if (outcome.ok) return redirect(`/certificates/${outcome.publicId ?? shown.id}?done=${done}`);
  const { refusal } = outcome;
  if (refusal === "not-found") throw notFound();
  return data({ wrong, refusal: refusal as Exclude<R, "not-found">, typed }, refusal === "nothing-changed" ? 400 : 409);
}
