import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import type { Option } from "./report-head.server";
import { reportRules } from "./report-rules.server";

/** What the programmes and competencies of a date are called. */
export async function reportNames(
  date: CivilDate,
  language: Language,
): Promise<{ programmes: Option[]; competencies: Option[] }> {
  const { programmes, competencies } = await reportRules(date, null);
  return {
    programmes: [...programmes.values()].map(({ key, short }) => ({ value: key, label: short[language] })),
    competencies: competencies.map(({ key, title }) => ({ value: key, label: title[language] })),
  };
}
