import { useTranslation } from "react-i18next";
import { FLAG_LIMITS } from "~/domain/statistics/item-flags";
import { Facts } from "../facts";
import { useFigures } from "../figures";
import { Fold } from "../fold";

/** What the figures mean and by which rules they are computed, in words. */
export function HowComputed({ least }: { least: { item: number; reliability: number } }) {
  const { t } = useTranslation();
  const { figure } = useFigures();
  return (
    <Fold summary={t("statistics:how.title")}>
      <Facts
        items={[
          { term: t("statistics:column.facility"), value: t("statistics:how.facility") },
          { term: t("statistics:column.discrimination"), value: t("statistics:how.discrimination") },
          {
            term: t("statistics:column.correlation"),
            value: t("statistics:how.correlation", { weak: figure(FLAG_LIMITS.weak, 1) }),
          },
          { term: t("statistics:column.effective"), value: t("statistics:how.effective") },
          { term: t("statistics:score.alpha"), value: t("statistics:how.alpha", { count: least.reliability }) },
          { term: t("statistics:score.standardError"), value: t("statistics:how.standardError") },
          { term: t("statistics:column.n"), value: t("statistics:how.attempts", { count: least.item }) },
        ]}
      />
    </Fold>
  );
}
