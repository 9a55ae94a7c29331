import { useTranslation } from "react-i18next";
import type { RegradeRule } from "~/domain/assessment/regrade";

/** What a regrade makes count, in a sentence. */
export function RegradeRuleWords({ rule, options }: { rule: RegradeRule; options?: Readonly<Record<string, string>> }) {
  const { t } = useTranslation();
  const said =
    rule.kind === "also-options"
      ? rule.options.map((key) => options?.[key] ?? key)
      : rule.kind === "also-texts"
        ? Object.values(rule.texts).flat()
        : [];
  const list = said.map((each) => t("statistics:regrade.quoted", { text: each })).join(", ");
  return <>{t(`statistics:regrade.did.${rule.kind}`, { list })}</>;
}
