import type { Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { type FoundPerson, findPersonForField } from "~/models/people/find-for-field.server";

/** Whom a signatory's form names as the one who approves; nothing typed names nobody. */
export async function signatoryPerson(
  viewer: Viewer,
  typed: string | null,
  today: CivilDate,
  language: Language,
): Promise<{ kind: "ok"; personId: number | null } | { kind: "none" } | { kind: "several"; people: FoundPerson[] }> {
  if (typed === null) return { kind: "ok", personId: null };
  const found = await findPersonForField(viewer, "manage-programmes", typed, today, language);
  return found.kind === "one" ? { kind: "ok", personId: found.person.id } : found;
}
