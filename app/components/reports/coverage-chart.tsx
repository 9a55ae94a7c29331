import { useTranslation } from "react-i18next";
import { percentMet } from "~/domain/competency/coverage";
import { type CivilDate, showCivilDate } from "~/domain/time/civil-date";
import { Anchor } from "../anchor";
import { LineChart } from "../charts/line-chart";
import { useFigures } from "../figures";
import { Fold } from "../fold";
import { Table } from "../table";

export interface CoverageChartProps {
  points: readonly { date: CivilDate; asked: number; inForce: number }[];
  /** the board of that day, or one of its lists */
  hrefOf: (date: CivilDate, list: "asked" | "held" | null) => string;
}

/** The share of certificates asked for that are in force, month by month: a sentence, a drawing, and the same as a table. */
export function CoverageChart({ points, hrefOf }: CoverageChartProps) {
  const { t } = useTranslation();
  const { count } = useFigures();
  const percent = (point: CoverageChartProps["points"][number]) =>
    percentMet({ required: point.asked, met: point.inForce });
  const counted = points.filter(({ asked }) => asked > 0);
  const [first, last] = [counted[0], counted.at(-1)];
  if (!first || !last) return <p className="section-s">{t("reports:coverage.none")}</p>;
  const words = {
    from: showCivilDate(first.date),
    before: percent(first),
    to: showCivilDate(last.date),
    after: percent(last),
  };
  const link = (date: CivilDate, list: "asked" | "held", value: number) =>
    value === 0 ? (
      "0"
    ) : (
      <Anchor
        key={list}
        href={hrefOf(date, list)}
        aria-label={`${showCivilDate(date)}, ${t(`reports:coverage.${list}`)}: ${count(value)}`}
      >
        {count(value)}
      </Anchor>
    );
  const way = words.after > words.before ? "up" : words.after < words.before ? "down" : "same";
  const sentence = t(`reports:coverage.sentence.${way}`, words);
  return (
    <div className="flow section-s">
      <p>{sentence}</p>
      {counted.length > 1 && (
        <LineChart
          sentence={sentence}
          points={counted.map((point) => ({
            key: point.date,
            label: String(Number(point.date.slice(5, 7))),
            group: point.date.slice(0, 4),
            percent: percent(point),
            text: `${percent(point)}%`,
          }))}
        />
      )}
      <Fold summary={t("reports:coverage.table")}>
        <Table
          caption={t("reports:coverage.title")}
          columns={[
            { key: "date", label: t("reports:coverage.date") },
            { key: "held", label: t("reports:coverage.held"), num: true },
            { key: "asked", label: t("reports:coverage.asked"), num: true },
            { key: "share", label: t("reports:coverage.share"), num: true },
          ]}
          rows={points.map((point) => ({
            key: point.date,
            cells: [
              <Anchor key="date" href={hrefOf(point.date, null)}>
                {showCivilDate(point.date)}
              </Anchor>,
              link(point.date, "held", point.inForce),
              link(point.date, "asked", point.asked),
              point.asked === 0 ? "–" : `${percent(point)}%`,
            ],
          }))}
        />
      </Fold>
    </div>
  );
}
