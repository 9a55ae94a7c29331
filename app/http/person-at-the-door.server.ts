import type { LoaderFunctionArgs } from "@remix-run/node";
import { today } from "~/config/clock.server";
import type { ListedPerson } from "~/domain/people/find-people";
import { hasPower, type Viewer } from "~/domain/permissions/viewer";
import type { Language } from "~/i18n/language";
import { changeablePerson, inWords, type PersonInWords } from "~/models/people/changeable-person.server";
import { languageOf } from "./language.server";
import { notFound } from "./refusals.server";
import { requirePower } from "./viewer.server";

export interface PersonAtTheDoor {
  viewer: Viewer;
  language: Language;
  listed: ListedPerson;
  person: PersonInWords;
}

/** The person of the address, for one who may record things of them; to everyone else the page does not exist. */
export async function personToChange({
  request,
  context,
  params,
}: Pick<LoaderFunctionArgs, "request" | "context" | "params">): Promise<PersonAtTheDoor> {
  const viewer = await requirePower(request, context, "change-people");
  const language = languageOf(request, viewer);
  const listed = await changeablePerson(viewer, params.id ?? "", "change-people", today());
  if (!listed) throw notFound();
  return { viewer, language, listed, person: await inWords(listed, today(), language) };
}

/** The same, for one who may also know who is away. */
export async function personWithAbsences(
  given: Pick<LoaderFunctionArgs, "request" | "context" | "params">,
): Promise<PersonAtTheDoor> {
  const found = await personToChange(given);
  const seen =
    hasPower(found.viewer, "see-absences") &&
    (await changeablePerson(found.viewer, given.params.id ?? "", "see-absences", today()));
  if (!seen) throw notFound();
  return found;
}
