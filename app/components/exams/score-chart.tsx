import { useTranslation } from "react-i18next";
import { useFigures } from "../figures";
import { Table } from "../table";

const HEIGHT = 120;
const WIDTH = 40;

/** How many attempts reached which share of the marks: a drawing for the eyes, and the same as a table. */
export function ScoreChart({ tenths }: { tenths: readonly number[] }) {
  const { t } = useTranslation();
  const { count } = useFigures();
  const most = Math.max(1, ...tenths);
  const range = (tenth: number) =>
    tenth === 9 ? t("statistics:score.last") : t("statistics:score.tenth", { from: tenth * 10, to: tenth * 10 + 10 });
  return (
    <div className="flow">
      <svg
        className="bars"
        viewBox={`0 0 ${tenths.length * WIDTH} ${HEIGHT + 34}`}
        aria-hidden="true"
        focusable="false"
      >
        {tenths.map((number, tenth) => {
          const height = (HEIGHT * number) / most;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a tenth is its place
            <g key={tenth}>
              <rect x={tenth * WIDTH + 2} y={16 + HEIGHT - height} width={WIDTH - 4} height={height} />
              {number > 0 && (
                <text x={tenth * WIDTH + WIDTH / 2} y={11 + HEIGHT - height} textAnchor="middle">
                  {count(number)}
                </text>
              )}
              <text x={tenth * WIDTH + WIDTH / 2} y={HEIGHT + 32} textAnchor="middle">
                {tenth * 10}
              </text>
            </g>
          );
        })}
        <line x1="0" x2={tenths.length * WIDTH} y1={HEIGHT + 16.5} y2={HEIGHT + 16.5} />
      </svg>
      <Table
        caption={t("statistics:score.chart")}
        columns={[
          { key: "range", label: t("statistics:score.range") },
          { key: "count", label: t("statistics:score.attempts"), num: true },
        ]}
        rows={tenths.flatMap((number, tenth) =>
          number === 0 ? [] : [{ key: String(tenth), cells: [range(tenth), count(number)] }],
        )}
      />
    </div>
  );
}
