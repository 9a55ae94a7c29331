import type { Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { type FoundForField, findPersonForField } from "../people/find-for-field.server";
import { peopleDirectory } from "../people/people-directory.server";

/**
 * Whom someone means to appoint: a person with a post in the viewer's reach, else, by a whole staff code, whoever has none at
 * all: people who come back, and those who were registered without a post.
 */
export async function findAppointee(
  viewer: Viewer,
  text: string,
  today: CivilDate,
  language: Language,
): Promise<FoundForField> {
  const found = await findPersonForField(viewer, "change-people", text, today, language);
  if (found.kind !== "none") return found;
  const code = text.trim().toUpperCase();
  const { people } = await peopleDirectory();
  const person = people.find(({ staffCode }) => staffCode.toUpperCase() === code);
  if (!person || person.postings.some(({ validTo }) => validTo === null || validTo > today)) return found;
  const { id, publicId, staffCode, names } = person;
  return { kind: "one", person: { id, publicId, staffCode, name: names.at(-1)?.fullName ?? staffCode, place: "" } };
}
