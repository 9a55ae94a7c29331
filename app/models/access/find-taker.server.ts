import type { Power } from "~/domain/permissions/role";
import { hasRole, type Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { type FoundPerson, findPersonForField } from "../people/find-for-field.server";
import { type AccountHolder, accountHolder, accountWithoutPost } from "./account-holder.server";

export type FoundTaker =
  | { kind: "one"; holder: AccountHolder }
  | { kind: "several"; people: FoundPerson[] }
  | { kind: "none" }
  | { kind: "no-account" };

/**
 * To whom a permission or a power goes: someone with a post in the viewer's reach for it. Whoever has no post is found by
 * administrators alone, by a whole staff code: so external accounts begin.
 */
export async function findTaker(
  viewer: Viewer,
  power: Power,
  text: string,
  today: CivilDate,
  language: Language,
): Promise<FoundTaker> {
  const found = await findPersonForField(viewer, power, text, today, language);
  if (found.kind === "several") return found;
  if (found.kind === "one") {
    const holder = await accountHolder(found.person.id, today);
    return holder ? { kind: "one", holder } : { kind: "no-account" };
  }
  const external =
    power === "manage-grants" && hasRole(viewer, "administrator") ? await accountWithoutPost(text, today) : null;
  return external ? { kind: "one", holder: external } : { kind: "none" };
}
