import type { PracticeRule } from "~/domain/competency/practice-evidence";
import type { CivilDate } from "~/domain/time/civil-date";
import { frameworksAsOf } from "../course/frameworks.server";

/** The rules by which the log proves levels on a date, by competency; those without a rule are left out. */
export async function practiceRulesOn(date: CivilDate): Promise<ReadonlyMap<string, readonly PracticeRule[]>> {
  const { competencies } = (await frameworksAsOf(date)).competencies.content;
  return new Map(competencies.flatMap(({ key, practice }) => (practice?.length ? [[key, practice] as const] : [])));
}
