import { useTranslation } from "react-i18next";
import type { PracticeRule } from "~/domain/competency/practice-evidence";

/** In words what entries of the practice log a level asks for, and how long it then holds. */
export function PracticeRuleText({ rule }: { rule: PracticeRule }) {
  const { t } = useTranslation();
  return (
    <>
      {t("competency:log.rule", { count: rule.entries, level: rule.level, months: rule.within_months })}
      {rule.led ? t("competency:log.ruleLed", { count: rule.led }) : ""}
      {rule.foreign ? t("competency:log.ruleForeign") : ""}
      {t("competency:log.ruleHolds", { months: rule.holds_months })}
    </>
  );
}
