import { scaleBand, scaleLinear } from "d3-scale";

export interface Bar {
  key: string;
  /** below it: "12" */
  label: string;
  /** under the label where it changes: "2026" */
  group: string;
  value: number;
  /** written above it */
  text: string;
}

const HEIGHT = 160;
const TOP = 24;
const BOTTOM = 44;

/** How many, month by month. `sentence` says what the eye sees: the same stands as a table beside it. */
export function BarChart({ bars, sentence }: { bars: readonly Bar[]; sentence: string }) {
  const across = scaleBand<string>()
    .domain(bars.map(({ key }) => key))
    .range([0, 100])
    .paddingInner(0.2);
  const up = scaleLinear()
    .domain([0, Math.max(1, ...bars.map(({ value }) => value))])
    .range([0, HEIGHT]);
  const middle = (key: string) => `${(across(key) ?? 0) + across.bandwidth() / 2}%`;
  return (
    <svg className="chart" role="img" aria-label={sentence} height={TOP + HEIGHT + BOTTOM} width="100%">
      <svg y={TOP} height={HEIGHT} width="100%" overflow="visible" aria-hidden="true">
        {bars.map(({ key, label, group, value, text }, index) => (
          <g key={key}>
            <rect
              className="bar"
              x={`${across(key) ?? 0}%`}
              width={`${across.bandwidth()}%`}
              y={HEIGHT - up(value)}
              height={up(value)}
            />
            {value > 0 && (
              <text className="value" x={middle(key)} y={HEIGHT - up(value) - 6} textAnchor="middle">
                {text}
              </text>
            )}
            <text className="month" x={middle(key)} y={HEIGHT + 20} textAnchor="middle">
              {label}
            </text>
            {group !== bars[index - 1]?.group && (
              <text className="month" x={`${across(key) ?? 0}%`} y={HEIGHT + 38}>
                {group}
              </text>
            )}
          </g>
        ))}
        <line className="axis" x1="0" x2="100%" y1={HEIGHT} y2={HEIGHT} />
      </svg>
    </svg>
  );
}
