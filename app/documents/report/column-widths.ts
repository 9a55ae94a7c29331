import type { FileColumn } from "~/domain/exports/report-file";

/** Sizes of letters that a table may have, the usual first: a wide one is set smaller before any word of it breaks. */
const SIZES = [10.5, 10, 9.5, 9, 8.5, 8] as const;
/** A word longer than this, in points, may break: else one odd word would make all others small. */
const WIDEST_WORD = 84;

export interface ColumnFit {
  size: number;
  /** in points; together `room` */
  widths: number[];
}

/** How wide a word is, in points. */
export type Measure = (word: string, size: number, strong: boolean) => number;

/**
 * Columns in proportion to their widths, but none narrower than a day where it holds days, nor than the longest word of its head
 * or of `cells`; in the largest size in which that can be.
 * @param cells the first lines as texts, by column
 * @param padding what a column needs beside its words
 */
export function fitColumns(
  columns: readonly Pick<FileColumn, "title" | "kind" | "width">[],
  cells: readonly (readonly string[])[],
  { room, padding, widthOf }: { room: number; padding: number; widthOf: Measure },
): ColumnFit {
  const leastAt = (size: number) =>
    columns.map(({ title, kind }, index) => {
      const words = new Set(cells.flatMap((row) => (row[index] ?? "").split(/\s+/)));
      const plain = [...words].map((word) => Math.min(WIDEST_WORD, widthOf(word, size, false)));
      const head = title.split(/\s+/).map((word) => widthOf(word, size, true));
      const day = kind === "date" ? widthOf("00/00/0000", size, false) : 0;
      return Math.max(day, ...plain, ...head) + padding;
    });
  const smallest = SIZES[SIZES.length - 1] as number;
  const size = SIZES.find((each) => sum(leastAt(each)) <= room) ?? smallest;
  const least = leastAt(size);
  // nothing helps: every column gives up its part
  if (sum(least) > room) return { size, widths: least.map((width) => (width * room) / sum(least)) };
  const wanted = sum(columns.map(({ width }) => width));
  const widths = columns.map(({ width }, index) => Math.max(least[index] as number, (width / wanted) * room));
  const over = sum(widths) - room;
  const spare = widths.map((width, index) => width - (least[index] as number));
  const all = sum(spare);
  return {
    size,
    widths: widths.map((width, index) => width - (all > 0 ? (over * (spare[index] as number)) / all : 0)),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
