import { useTranslation } from "react-i18next";
import { HEAT_LIMITS, heatStep, percentMet } from "~/domain/competency/coverage";
import { Anchor } from "./anchor";

export interface HeatCell {
  /** People of whom the level is required, and those of them who have it. */
  required: number;
  met: number;
  href: string;
  /** The list beside the map shows this cell. */
  current?: boolean;
}

export interface HeatTableProps {
  caption: string;
  /** Head of the first column. */
  rowHead: string;
  columns: readonly { key: string; label: string }[];
  /** A cell is null where nothing is required. Cells stand in the order of the columns. */
  rows: readonly { key: string; label: string; cells: readonly (HeatCell | null)[] }[];
}

/** Who is missing, by competency and level. Each cell says it in words and leads to the people. */
export function HeatTable({ caption, rowHead, columns, rows }: HeatTableProps) {
  const { t } = useTranslation("parts");
  return (
    <>
      <table className="heat section-s">
        <caption className="sr">{caption}</caption>
        <colgroup>
          <col />
          <col span={columns.length} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{rowHead}</th>
            {columns.map((column) => (
              <th key={column.key} scope="col">
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.label}</th>
              {columns.map((column, index) => (
                <td key={column.key}>
                  <Cell cell={row.cells[index] ?? null} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="plain key section-s">
        <li>{t("heat.scale")}</li>
        {HEAT_LIMITS.map((limit, step) => (
          <li key={limit}>
            <i data-heat={step} />
            {t("heat.upTo", { percent: limit })}
          </li>
        ))}
        <li>
          <i data-heat={HEAT_LIMITS.length} />
          {t("heat.over", { percent: HEAT_LIMITS.at(-1) })}
        </li>
      </ul>
    </>
  );
}

function Cell({ cell }: { cell: HeatCell | null }) {
  const { t } = useTranslation("parts");
  if (cell === null || cell.required === 0) return <span>{t("heat.notRequired")}</span>;
  const missing = cell.required - cell.met;
  return (
    <Anchor href={cell.href} data-heat={heatStep(cell)} aria-current={cell.current ? "true" : undefined}>
      <b>{percentMet(cell)}%</b>
      <span>{missing === 0 ? t("heat.enough") : t("heat.missing", { count: missing })}</span>
    </Anchor>
  );
}
