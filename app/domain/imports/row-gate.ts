import { type Cell, LIMITS, type RowLimits, TableRefused, type TableRow } from "./table";

/**
 * Lets the rows of a sheet through one by one, without keeping any: empty ones are counted and left out, and more than the
 * limits allow is refused with the row at which it was noticed.
 */
export class RowGate {
  private taken = 0;
  private emptyInARow = 0;

  constructor(
    private readonly sheet: string,
    private readonly take: (row: TableRow) => void,
    private readonly limits: RowLimits = LIMITS,
  ) {}

  /** How many rows with something in them have come. */
  get rows(): number {
    return this.taken;
  }

  /** @throws TableRefused where a limit is passed */
  pass(number: number, cells: readonly Cell[]): void {
    const width = usedWidth(cells);
    if (width === 0) {
      this.passEmpty(number, 1);
      return;
    }
    if (this.emptyInARow > LIMITS.emptyRowsBetween) {
      this.refuse("too-many-empty-rows", number, { from: String(number - this.emptyInARow) });
    }
    this.emptyInARow = 0;
    if (width > this.limits.columns) this.refuse("too-many-columns", number, { limit: String(this.limits.columns) });
    this.taken += 1;
    if (this.taken > this.limits.rows) this.refuse("too-many-rows", number, { limit: String(this.limits.rows) });
    this.take({ number, cells: cells.slice(0, width).map((cell) => shortened(cell, this.limits.cellLetters)) });
  }

  /** Rows that the file leaves out or has without anything in them. */
  passEmpty(number: number, count: number): void {
    this.emptyInARow += count;
    if (this.emptyInARow > LIMITS.emptyRowsAtEnd) {
      this.refuse("too-many-empty-rows", number, { from: String(number - this.emptyInARow + 1) });
    }
  }

  private refuse(code: "too-many-rows" | "too-many-columns" | "too-many-empty-rows", row: number, params = {}): never {
    throw new TableRefused(code, { sheet: this.sheet, row: String(row), ...params });
  }
}

function usedWidth(cells: readonly Cell[]): number {
  for (let width = cells.length; width > 0; width -= 1) {
    const cell = cells[width - 1];
    if (cell !== undefined && (typeof cell !== "string" || cell.trim() !== "")) return width;
  }
  return 0;
}

/** A cell that is too long is not carried along: that it is so is all that is said of it. */
function shortened(cell: Cell, most: number): Cell {
  if (typeof cell !== "string" || cell.length <= most) return cell ?? "";
  return { problem: "cell-too-long", letters: cell.length };
}
