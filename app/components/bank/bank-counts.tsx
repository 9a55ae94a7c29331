import { useTranslation } from "react-i18next";
import type { BankCounts as Counts } from "~/domain/bank/bank-check";
import { Facts } from "../facts";
import { Fold } from "../fold";

/** How many questions of which kind a bank has. */
export function BankCounts({ counts, names }: { counts: Counts; names: Readonly<Record<string, string>> }) {
  const { t } = useTranslation();
  const list = (entries: readonly { name: string; count: number }[]) =>
    entries.map(({ name, count }) => t("bank:counts.of", { name, count })).join("; ");
  return (
    <Fold summary={t("bank:counts.title")}>
      <Facts
        items={[
          {
            term: t("bank:facet.type"),
            value: list(counts.types.map(({ type, count }) => ({ name: t(`bank:type.${type}`), count }))),
          },
          {
            term: t("bank:facet.difficulty"),
            value: list(
              counts.difficulties.map(({ difficulty, count }) => ({ name: t(`bank:difficulty.${difficulty}`), count })),
            ),
          },
          {
            term: t("bank:facet.competency"),
            value: list(
              counts.competencies.map(({ competency, count }) => ({
                name: names[`competency/${competency}`] ?? competency,
                count,
              })),
            ),
          },
        ]}
      />
    </Fold>
  );
}
