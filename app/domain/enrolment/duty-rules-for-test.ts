import { addDays } from "~/domain/time/civil-date";
import { makeCalendar, type WorkingDays } from "~/domain/time/working-days";
import type { AssignmentRule } from "./assignment-rule";
import type { DutyRules } from "./duties";
import type { UnitPlaces } from "./rule-condition";

export const NO_PLACES: UnitPlaces = { isUnder: () => false, typeOf: () => null };

/** Every day from 2023 to 2034 is worked, so that a due date stays where it falls. */
export const NO_DAYS_OFF: WorkingDays = makeCalendar(
  Array.from({ length: 4380 }, (_, days) => ({ day: addDays("2023-01-01", days), kind: "working" })),
);

/** For tests: the rules given, a window of 90 days, no days off, 30 days after a return, units that stand nowhere. */
export function dutyRulesOf(rules: readonly AssignmentRule[], more: Partial<DutyRules> = {}): DutyRules {
  return { rules, renewalWindowDays: () => 90, calendar: NO_DAYS_OFF, returnDays: 30, units: NO_PLACES, ...more };
}
