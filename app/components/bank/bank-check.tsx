import { useTranslation } from "react-i18next";
import type { SectionCheck } from "~/domain/bank/bank-check";
import { Badge } from "../badge";
import { Table } from "../table";
import type { Tone } from "../tone";

const tones: Record<SectionCheck["state"], Tone> = { enough: "ok", shared: "warn", short: "bad" };

/** Section by section: how many questions an exam draws, how many the bank should hold for that, and how many it does. */
export function BankCheck({
  check,
  names,
  caption,
}: {
  check: readonly SectionCheck[];
  names: Readonly<Record<string, string>>;
  caption: string;
}) {
  const { t } = useTranslation();
  return (
    <Table
      caption={caption}
      columns={[
        { key: "section", label: t("bank:check.section") },
        { key: "draws", label: t("bank:check.draws"), num: true },
        { key: "needs", label: t("bank:check.needs"), num: true },
        { key: "holds", label: t("bank:check.holds"), num: true },
        { key: "state", label: t("bank:check.verdict") },
      ]}
      rows={check.map(({ section, needs, holds, state }, index) => ({
        key: String(index),
        cells: [
          [
            section.competency
              ? (names[`competency/${section.competency}`] ?? section.competency)
              : t("bank:check.anyCompetency"),
            section.difficulty?.map((each) => t(`bank:difficulty.${each}`)).join(", "),
            section.tags && t("bank:check.tagged", { tags: section.tags.join(", ") }),
            section.weight && section.weight !== 1 ? t("bank:check.weight", { weight: section.weight }) : null,
          ]
            .filter(Boolean)
            .join(" · "),
          section.count,
          needs,
          holds,
          <Badge key="state" tone={tones[state]}>
            {t(`bank:check.state.${state}`)}
          </Badge>,
        ],
      }))}
    />
  );
}
