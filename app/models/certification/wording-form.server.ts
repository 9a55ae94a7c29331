import type { WordingKind } from "~/domain/certification/wording";
import { fieldsOfWording } from "~/domain/certification/wording-fields";
import type { Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { reader } from "~/models/database.server";
import { managesAll } from "./manage-standing-decisions.server";
import { programmeChoices } from "./programme-titles.server";
import { wordingOn } from "./wordings.server";

/** The words in force as the fields of a form; null where the viewer does not decide for the whole house. */
export async function wordingForm(viewer: Viewer, kind: WordingKind, today: CivilDate, language: Language) {
  if (!(await managesAll(viewer, today))) return null;
  const [wording, programmes] = await Promise.all([
    wordingOn(await reader(), kind, null, today),
    programmeChoices(today, language),
  ]);
  return { words: fieldsOfWording(kind, wording), programmes };
}
