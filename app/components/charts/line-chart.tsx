import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";

export interface LinePoint {
  key: string;
  /** below the chart: "11" */
  label: string;
  /** under the label of the first point and where it changes: "2026" */
  group: string;
  /** 0 to 100 */
  percent: number;
  /** written at the point, where there is room */
  text: string;
}

const HEIGHT = 200;
const TOP = 24;
const BOTTOM = 44;
const TICKS = [0, 25, 50, 75, 100];

/**
 * A share over time. Lengths across are percents, so that words keep their size at any width; the line is one path in a stretched
 * drawing. `sentence` says what the eye sees: the same stands as a table beside it.
 */
export function LineChart({ points, sentence }: { points: readonly LinePoint[]; sentence: string }) {
  const across = scaleLinear()
    .domain([0, Math.max(1, points.length - 1)])
    .range([14, 94]);
  const up = scaleLinear().domain([0, 100]).range([HEIGHT, 0]);
  const path = line<LinePoint>()
    .x((_, index) => across(index))
    .y(({ percent }) => up(percent))(points as LinePoint[]);
  const last = points.length - 1;
  return (
    <svg className="chart" role="img" aria-label={sentence} height={TOP + HEIGHT + BOTTOM} width="100%">
      <svg y={TOP} height={HEIGHT} width="100%" overflow="visible" aria-hidden="true">
        {TICKS.map((tick) => (
          <g key={tick}>
            <line className={tick === 0 ? "axis" : "tick"} x1="0" x2="100%" y1={up(tick)} y2={up(tick)} />
            <text className="tick-text" x="0" y={up(tick) - 3}>
              {tick}%
            </text>
          </g>
        ))}
        <svg
          viewBox={`0 0 100 ${HEIGHT}`}
          preserveAspectRatio="none"
          width="100%"
          height={HEIGHT}
          overflow="visible"
          aria-hidden="true"
        >
          <path className="line" d={path ?? ""} vectorEffect="non-scaling-stroke" />
        </svg>
        {points.map((point, index) => (
          <g key={point.key}>
            <circle className="point" cx={`${across(index)}%`} cy={up(point.percent)} r={index === last ? 5 : 3.5} />
            {(index === 0 || index === last) && (
              <text
                className="value"
                x={`${across(index)}%`}
                y={up(point.percent) + (point.percent > 85 ? 22 : -12)}
                textAnchor="middle"
              >
                {point.text}
              </text>
            )}
          </g>
        ))}
        <Months points={points} xOf={across} />
      </svg>
    </svg>
  );
}

/** Months under a chart: their numbers, and the year where it begins. */
function Months({ points, xOf }: { points: readonly LinePoint[]; xOf: (index: number) => number }) {
  return points.map(({ key, label, group }, index) => (
    <g key={key}>
      <text
        className={(points.length - 1 - index) % 3 === 0 ? "month" : "month month-minor"}
        x={`${xOf(index)}%`}
        y={HEIGHT + 20}
        textAnchor="middle"
      >
        {label}
      </text>
      {group !== points[index - 1]?.group && (
        <text className="month" x={`${xOf(index)}%`} y={HEIGHT + 38} textAnchor={index === 0 ? "start" : "middle"}>
          {group}
        </text>
      )}
    </g>
  ));
}
