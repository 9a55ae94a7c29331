import type { ReactNode } from "react";
import { Anchor } from "./anchor";

export interface TableColumn {
  key: string;
  label: string;
  /** Right-aligned tabular figures. */
  num?: boolean;
  /** A link that sorts by this column, and how it is sorted now. */
  href?: string;
  sort?: "ascending" | "descending";
}

export interface TableProps {
  caption: string;
  /** False where a heading just above says the same. */
  showCaption?: boolean;
  columns: readonly TableColumn[];
  /** Cells in the order of the columns; the first is the head of its row. */
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
  /** On a phone each row becomes a small list. By default from four columns on. */
  stack?: boolean;
}

/** A table with one rule a row and numbers on one right edge. */
export function Table({ caption, showCaption = false, columns, rows, stack = columns.length > 3 }: TableProps) {
  // a stacked table is `display: block` on a phone: roles keep it a table for screen readers
  const role = (name: string) => (stack ? name : undefined);
  return (
    <table className={stack ? "table table-stack" : "table"} role={role("table")}>
      <caption className={showCaption ? undefined : "sr"}>{caption}</caption>
      <thead role={role("rowgroup")}>
        <tr role={role("row")}>
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              role={role("columnheader")}
              className={column.num ? "num" : undefined}
              aria-sort={column.sort}
            >
              {column.href ? <Anchor href={column.href}>{column.label}</Anchor> : column.label}
              {column.sort && <span aria-hidden="true">{column.sort === "ascending" ? " ↑" : " ↓"}</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role={role("rowgroup")}>
        {rows.map((row) => (
          <tr key={row.key} role={role("row")}>
            {columns.map((column, index) =>
              index === 0 ? (
                <th key={column.key} scope="row" role={role("rowheader")}>
                  {row.cells[index]}
                </th>
              ) : (
                <td
                  key={column.key}
                  role={role("cell")}
                  className={column.num ? "num" : undefined}
                  data-label={stack ? column.label : undefined}
                >
                  {row.cells[index]}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
