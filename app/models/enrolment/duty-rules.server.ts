import type { Programme } from "~/domain/certification/programme";
import type { DutyRules } from "~/domain/enrolment/duties";
import type { CivilDate } from "~/domain/time/civil-date";
import { frameworksAsOf } from "~/models/course/frameworks.server";
import { rulesAsOf } from "~/models/rules/rules-in-force.server";
import { settingOn } from "~/models/settings/settings.server";
import { workingDays } from "~/models/time/working-days.server";
import { unitPlaces } from "./unit-places.server";

/** What decides on a date what people have to do, whoever they are. All of it is held in memory. */
export async function dutyRules(date: CivilDate): Promise<DutyRules> {
  const [frameworks, rules, calendar, returnDays, units] = await Promise.all([
    frameworksAsOf(date),
    rulesAsOf(date),
    workingDays(),
    settingOn("return-days", date),
    unitPlaces(date),
  ]);
  return {
    rules,
    calendar,
    returnDays,
    units,
    renewalWindowDays: windowsOf(frameworks.certifications.content.programmes),
  };
}

function windowsOf(programmes: readonly Programme[]): (programme: string) => number {
  const days = new Map(programmes.map(({ key, renewal }) => [key, renewal.window_days]));
  return (programme) => days.get(programme) ?? 0;
}
