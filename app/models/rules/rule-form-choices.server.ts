import { isRuleInForce } from "~/domain/enrolment/assignment-rule";
import type { Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { unitOptions } from "../organisation/unit-options.server";
import { assignableOptions, positionOptions } from "./rule-choices.server";
import { rulesAsOf } from "./rules-in-force.server";

/** What the form of a rule offers: positions, units, what can be assigned, and the rules in force that it can replace. */
export async function ruleFormChoices(viewer: Viewer, today: CivilDate, language: Language) {
  const [positions, assignable, units, rules] = await Promise.all([
    positionOptions(today, language),
    assignableOptions(today, language),
    unitOptions(viewer, "manage-rules", today, language),
    rulesAsOf(today),
  ]);
  return {
    positions,
    assignable,
    units,
    rules: rules
      .filter((rule) => isRuleInForce(rule, today))
      .map(({ key, title }) => ({ value: key, label: title[language] })),
  };
}
