import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { frameworksAsOf } from "../course/frameworks.server";
import type { Option } from "./report-head.server";

/** What the competencies of a date are called. */
export async function competencyNames(date: CivilDate, language: Language): Promise<Option[]> {
  const { competencies } = (await frameworksAsOf(date)).competencies.content;
  return competencies.map(({ key, title }) => ({ value: key, label: title[language] }));
}
