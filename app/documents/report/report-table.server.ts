import type { FileRow, FileSheet } from "~/domain/exports/report-file";
import { type ColumnFit, fitColumns } from "./column-widths";
import { heightAt, INNER, PAGE, type Paper, widthOf, writeAt } from "./report-sheet.server";
import { textOf } from "./report-spreadsheet.server";

const PADDING = { x: 3, y: 3 };
/** A signature takes room. */
const SIGNED_HEIGHT = 26;
const LINES_AT_ONCE = 25;
/** Lines whose longest word is looked at, so that no code breaks. */
const SAMPLE = 60;

/** The lines of a table on as many pages as they take, its head on each; `turn` begins a page and returns where it begins. */
export async function writeTable(
  paper: Paper,
  sheet: FileSheet<readonly FileRow[]>,
  top: number,
  turn: () => number,
  bottom = PAGE.bottom,
): Promise<number> {
  const { size, widths } = fitOf(paper, sheet);
  const kinds = sheet.columns.map(({ kind }) => kind);
  const head = sheet.columns.map(({ title }) => title);
  const signed = kinds.includes("signature");
  const heights = new Map<string, number>();
  const heightOf = (cells: readonly string[], strong: boolean) => {
    const face = strong ? "strong" : "regular";
    const each = cells.map((cell, index) => {
      const width = (widths[index] ?? 0) - 2 * PADDING.x;
      // names of units and programmes come again and again
      const key = `${face} ${Math.round(width)} ${cell}`;
      const known = heights.get(key) ?? heightAt(paper, cell || " ", width, { size, face });
      heights.set(key, known);
      return known;
    });
    return Math.max(signed && !strong ? SIGNED_HEIGHT : 0, ...each) + 2 * PADDING.y;
  };
  const draw = (cells: readonly string[], y: number, height: number, strong: boolean) => {
    let x = PAGE.left;
    for (const [index, cell] of cells.entries()) {
      const width = widths[index] ?? 0;
      paper.rect(x, y, width, height).lineWidth(0.5).strokeColor("#000000").stroke();
      const kind = kinds[index];
      const right = kind === "count" || kind === "share";
      const align = strong ? "center" : right ? "right" : "left";
      const at = { x: x + PADDING.x, y: y + PADDING.y, width: width - 2 * PADDING.x };
      if (cell) writeAt(paper, cell, at, { size, face: strong ? "strong" : "regular", align });
      x += width;
    }
    return y + height;
  };
  const headHeight = heightOf(head, true);
  let y = top;
  if (y + headHeight + 3 * SIGNED_HEIGHT > bottom) y = turn();
  y = draw(head, y, headHeight, true);
  const write = (cells: readonly string[], strong: boolean) => {
    const height = heightOf(cells, strong);
    if (y + height > bottom) y = draw(head, turn(), headHeight, true);
    y = draw(cells, y, height, strong);
  };
  for (const [index, row] of sheet.rows.entries()) {
    write(
      row.map((cell, column) => textOf(cell, kinds[column] ?? "text")),
      false,
    );
    // other reports are written by the same process
    if (index % LINES_AT_ONCE === LINES_AT_ONCE - 1) await new Promise(setImmediate);
  }
  if (sheet.totals)
    write(
      sheet.totals.map((cell, column) => textOf(cell, kinds[column] ?? "text")),
      true,
    );
  return y;
}

function fitOf(paper: Paper, { columns, rows }: FileSheet<readonly FileRow[]>): ColumnFit {
  const cells = rows.slice(0, SAMPLE).map((row) => columns.map(({ kind }, index) => textOf(row[index] ?? null, kind)));
  return fitColumns(columns, cells, {
    room: INNER,
    // beside the margins, the space after a word: it would begin the next line
    padding: 2 * PADDING.x + 3,
    widthOf: (word, size, strong) => widthOf(paper, word, { size, face: strong ? "strong" : "regular" }),
  });
}
