import type { FileRow, FileSheet } from "~/domain/exports/report-file";
import { heightAt, INNER, PAGE, type Paper, widthOf, writeAt } from "./report-sheet.server";
import { textOf } from "./report-spreadsheet.server";

const SIZE = 10.5;
const PADDING = { x: 3, y: 3 };
/** A signature takes room. */
const SIGNED_HEIGHT = 26;
const LINES_AT_ONCE = 25;

/** The lines of a table on as many pages as they take, its head on each; `turn` begins a page and returns where it begins. */
export async function writeTable(
  paper: Paper,
  sheet: FileSheet<readonly FileRow[]>,
  top: number,
  turn: () => number,
  bottom = PAGE.bottom,
): Promise<number> {
  const widths = columnWidths(paper, sheet);
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
      const known = heights.get(key) ?? heightAt(paper, cell || " ", width, { size: SIZE, face });
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
      if (cell) writeAt(paper, cell, at, { size: SIZE, face: strong ? "strong" : "regular", align });
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

/** Lines whose longest word is looked at, so that no code breaks. */
const SAMPLE = 60;
const WIDEST_WORD = 84;

/** In proportion, but never narrower than a day, the longest word of the head or of the first lines. */
function columnWidths(paper: Paper, { columns, rows }: FileSheet<readonly FileRow[]>): number[] {
  const wanted = columns.reduce((sum, { width }) => sum + width, 0);
  const least = columns.map(({ title, kind }, index) => {
    const cells = rows.slice(0, SAMPLE).map((row) => textOf(row[index] ?? null, kind));
    const words = new Set(cells.flatMap((cell) => cell.split(/\s+/)));
    const plain = [...words].map((word) => Math.min(WIDEST_WORD, widthOf(paper, word, { size: SIZE })));
    const heads = title.split(/\s+/).map((word) => widthOf(paper, word, { size: SIZE, face: "strong" }));
    const day = kind === "date" ? widthOf(paper, "00/00/0000", { size: SIZE }) : 0;
    return Math.max(day, ...plain, ...heads) + 2 * PADDING.x + 1;
  });
  const widths = columns.map(({ width }, index) => Math.max(least[index] ?? 0, (width / wanted) * INNER));
  const over = widths.reduce((sum, width) => sum + width, 0) - INNER;
  const spare = widths.map((width, index) => width - (least[index] ?? 0));
  const room = spare.reduce((sum, each) => sum + each, 0);
  return widths.map((width, index) => width - (room > 0 ? (over * (spare[index] ?? 0)) / room : 0));
}
