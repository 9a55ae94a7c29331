import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { reader } from "~/models/database.server";
import { programmesOn } from "./programmes-in-force.server";

/** What programmes are called on a date, in short; one that is gone keeps its key. */
export async function programmeTitles(date: CivilDate, language: Language): Promise<(key: string) => string> {
  const programmes = await programmesOn(await reader(), date);
  return (key) => programmes.find(({ programme }) => programme.key === key)?.programme.short[language] ?? key;
}

/** The programmes of a date as choices, by their short titles. */
export async function programmeChoices(
  date: CivilDate,
  language: Language,
): Promise<{ value: string; label: string }[]> {
  const programmes = await programmesOn(await reader(), date);
  return programmes.map(({ programme }) => ({ value: programme.key, label: programme.short[language] }));
}
