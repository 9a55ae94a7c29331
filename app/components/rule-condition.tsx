import { useTranslation } from "react-i18next";
import type { Condition } from "~/domain/enrolment/rule-condition";

/** Whom a rule means, in words: plain questions one a line, "all of" and "any of" as lists within the list. */
export function RuleCondition({ condition, names }: { condition: Condition; names: Readonly<Record<string, string>> }) {
  const { t } = useTranslation();
  if ("all" in condition || "any" in condition) {
    const parts = "all" in condition ? condition.all : condition.any;
    const [only] = parts;
    if (parts.length === 1 && only) return <RuleCondition condition={only} names={names} />;
    return (
      <>
        {"all" in condition ? t("rules:when.all") : t("rules:when.any")}
        <ul>
          {parts.map((part, index) => (
            // the parts of a condition have no other name than their place
            // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list
            <li key={index}>
              <RuleCondition condition={part} names={names} />
            </li>
          ))}
        </ul>
      </>
    );
  }
  const named = (keys: readonly string[]) => keys.map((key) => names[key] ?? key).join(", ");
  if ("position" in condition) return t("rules:when.position", { names: named(condition.position) });
  if ("under" in condition) return t("rules:when.under", { names: named(condition.under) });
  if ("unit_level" in condition) {
    return t("rules:when.level", { names: condition.unit_level.map((level) => t(`rules:level.${level}`)).join(", ") });
  }
  if ("unit_type" in condition) {
    return t("rules:when.type", {
      names: condition.unit_type.map((type) => t(`reorganisation:type.${type}`)).join(", "),
    });
  }
  if ("employment" in condition) {
    return t("rules:when.employment", {
      names: condition.employment.map((each) => t(`rules:employment.${each}`)).join(", "),
    });
  }
  if ("one_stop" in condition) return t(condition.one_stop ? "rules:when.oneStop" : "rules:when.notOneStop");
  if ("deputy" in condition) return t(condition.deputy ? "rules:when.deputy" : "rules:when.notDeputy");
  if ("acting" in condition) return t(condition.acting ? "rules:when.acting" : "rules:when.notActing");
  if ("tenure_at_least" in condition) return t("rules:when.least", { count: condition.tenure_at_least });
  if ("tenure_at_most" in condition) return t("rules:when.most", { count: condition.tenure_at_most });
  return t("rules:when.new");
}
