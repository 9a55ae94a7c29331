import { useTranslation } from "react-i18next";
import type { PageTime } from "~/domain/statistics/page-times";
import { useFigures } from "../figures";
import { Section } from "../section";
import { Table } from "../table";

/** "1 phút 20 giây" */
export function useSeconds(): (seconds: number) => string {
  const { t } = useTranslation();
  return (seconds) => {
    const [minutes, rest] = [Math.floor(Math.round(seconds) / 60), Math.round(seconds) % 60];
    const words = t("statistics:time.seconds", { count: rest });
    if (minutes === 0) return words;
    return rest === 0
      ? t("statistics:time.minutes", { count: minutes })
      : `${t("statistics:time.minutes", { count: minutes })} ${words}`;
  };
}

/** The usual time at each page of an exam. Nothing where no log tells it. */
export function PageTimes({ pages }: { pages: readonly PageTime[] }) {
  const { t } = useTranslation();
  const { count } = useFigures();
  const words = useSeconds();
  if (pages.length === 0) return null;
  return (
    <Section title={t("statistics:time.title")}>
      <p className="section-s">{t("statistics:time.lead")}</p>
      <Table
        caption={t("statistics:time.title")}
        columns={[
          { key: "page", label: t("statistics:time.page") },
          { key: "median", label: t("statistics:time.median"), num: true },
          { key: "n", label: t("statistics:column.n"), num: true },
        ]}
        rows={pages.map(({ page, medianSeconds, n }) => ({
          key: String(page),
          cells: [t("statistics:time.pageNumber", { page }), words(medianSeconds), count(n)],
        }))}
      />
    </Section>
  );
}
