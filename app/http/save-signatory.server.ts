import { data, redirect } from "@remix-run/node";
import { now, today } from "~/config/clock.server";
import type { Viewer } from "~/domain/permissions/viewer";
import type { SignatoryOrder, SignatoryOutcome } from "~/models/certification/record-signatory.server";
import { signatoryPerson } from "~/models/certification/signatory-person.server";
import { readAuthorityForm } from "./authority-form.server";
import { languageOf } from "./language.server";
import { notFound } from "./refusals.server";
import { signatoryOf, signatorySchema } from "./signatory-form.server";

/** Reads the form of a signatory, finds the person whom it names, and has it recorded; answers with what was wrong. */
export async function saveSignatory(
  request: Request,
  viewer: Viewer,
  sample: boolean,
  save: (order: SignatoryOrder, by: { at: string; onceKey: string }) => Promise<SignatoryOutcome>,
) {
  const { value, wrong, typed, onceKey } = await readAuthorityForm(request, signatorySchema);
  const refuse = (refusal: Refusal | null, choices: { staffCode: string; name: string; place: string }[] = []) =>
    data({ wrong, refusal, typed, choices }, 400);
  if (!value) return refuse(null);
  const person = await signatoryPerson(viewer, value.personCode ?? value.person, today(), languageOf(request, viewer));
  if (person.kind === "none") return refuse("person-none");
  if (person.kind === "several") return refuse("person-several", person.people);
  const order = { ...signatoryOf(value, sample), personId: person.personId };
  const outcome = await save(order, { at: now(), onceKey });
  if (outcome.ok) return redirect("/authority?done=signatory");
  if (outcome.refusal === "not-found") throw notFound();
  return refuse(outcome.refusal);
}

export type Refusal =
  | Exclude<Extract<SignatoryOutcome, { ok: false }>["refusal"], "not-found">
  | "person-none"
  | "person-several";
