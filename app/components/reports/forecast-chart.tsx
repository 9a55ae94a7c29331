import { useTranslation } from "react-i18next";
import { showMonth } from "~/domain/time/civil-date";
import { Anchor } from "../anchor";
import { BarChart } from "../charts/bar-chart";
import { useFigures } from "../figures";
import { Table } from "../table";

export interface ForecastChartProps {
  /** month: "2026-12" */
  months: readonly {
    month: string;
    total: number;
    byProgramme: readonly { key: string; label: string; count: number }[];
  }[];
  total: number;
  /** programme null: of all of them */
  hrefOf: (month: string, programme: string | null) => string;
}

/** How many certificates end in each month to come: a sentence, a drawing, and the same as a table whose figures open lists. */
export function ForecastChart({ months, total, hrefOf }: ForecastChartProps) {
  const { t } = useTranslation();
  const { count } = useFigures();
  const most = months.reduce(
    (peak, each) => (each.total > peak.total ? each : peak),
    months[0] ?? { month: "", total: 0 },
  );
  if (total === 0) return <p className="section-s">{t("reports:forecast.none")}</p>;
  const sentence = t("reports:forecast.sentence", { count: total, month: showMonth(most.month), most: most.total });
  return (
    <div className="flow section-s">
      <p>{sentence}</p>
      <BarChart
        sentence={sentence}
        bars={months.map(({ month, total }) => ({
          key: month,
          label: String(Number(month.slice(5, 7))),
          group: month.slice(0, 4),
          value: total,
          text: count(total),
        }))}
      />
      <Table
        caption={t("reports:forecast.title")}
        stack
        columns={[
          { key: "month", label: t("reports:forecast.month") },
          { key: "programmes", label: t("hr:column.programme") },
          { key: "total", label: t("reports:forecast.total"), num: true },
        ]}
        rows={months.flatMap(({ month, total, byProgramme }) =>
          total === 0
            ? []
            : [
                {
                  key: month,
                  cells: [
                    showMonth(month),
                    byProgramme.map(({ key, label, count: number }, index) => (
                      <span key={key}>
                        {label}:{" "}
                        <Anchor
                          href={hrefOf(month, key)}
                          aria-label={`${label}, ${t("reports:forecast.open", { month: showMonth(month), count: number })}`}
                        >
                          {count(number)}
                        </Anchor>
                        {index < byProgramme.length - 1 && "; "}
                      </span>
                    )),
                    <Anchor
                      key="total"
                      href={hrefOf(month, null)}
                      aria-label={t("reports:forecast.open", { month: showMonth(month), count: total })}
                    >
                      {count(total)}
                    </Anchor>,
                  ],
                },
              ],
        )}
      />
    </div>
  );
}
