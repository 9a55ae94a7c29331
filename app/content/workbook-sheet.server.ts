import { RowGate } from "~/domain/imports/row-gate";
import type { Cell, RowLimits, TableRow } from "~/domain/imports/table";
import type { CivilDate } from "~/domain/time/civil-date";
import type { WorkbookParts } from "./workbook-parts.server";
import type { XmlHandler } from "./xml-reader.server";

/** What the cells of a sheet refer to. */
export interface SheetContext {
  strings: readonly string[];
  /** whether the style of a number makes it a date, by the style's place in the list */
  dateStyles: readonly boolean[];
  /** the workbook counts days from 1904 */
  from1904: boolean;
}

const DAY_MS = 86_400_000;
/** 1970-01-01 in days as Excel counts them */
const EPOCH = 25_569;
const SYSTEM_1904 = 1_462;

/** A day as Excel counts them: 1 is 1 January 1900. Null outside 1900 to 2199. */
export function dateOfSerial(serial: number, from1904 = false): CivilDate | null {
  const days = Math.floor(serial) + (from1904 ? SYSTEM_1904 : 0);
  // Excel believes in 29 February 1900: before it the count is one less
  if (!(days >= 1 && days < 109_575)) return null;
  return new Date((days + (days < 60 ? 1 : 0) - EPOCH) * DAY_MS).toISOString().slice(0, 10);
}

/** Gives each row of a sheet that is not empty, in order. @returns how many there were @throws TableRefused */
export async function readSheet(
  parts: WorkbookParts,
  part: string,
  name: string,
  context: SheetContext,
  take: (row: TableRow) => void,
  limits?: RowLimits,
): Promise<number> {
  const gate = new RowGate(name, take, limits);
  await parts.read(part, new SheetHandler(gate, context));
  return gate.rows;
}

class SheetHandler implements XmlHandler {
  private inside = false;
  private number = 0;
  private cells: Cell[] = [];
  private column = -1;
  private type = "";
  private style = 0;
  private formula = false;
  private inValue = false;
  private inPhonetic = false;
  private value = "";

  constructor(
    private readonly gate: RowGate,
    private readonly context: SheetContext,
  ) {}

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === "sheetData") this.inside = true;
    if (!this.inside) return;
    if (name === "row") this.beginRow(Number(attributes.r));
    else if (name === "c") this.beginCell(attributes);
    else if (name === "f") this.formula = true;
    else if (name === "rPh") this.inPhonetic = true;
    else if ((name === "v" || name === "t") && !this.inPhonetic) this.inValue = true;
  }

  text(text: string): void {
    if (this.inValue) this.value += text;
  }

  close(name: string): void {
    if (!this.inside) return;
    if (name === "v" || name === "t") this.inValue = false;
    else if (name === "rPh") this.inPhonetic = false;
    else if (name === "c") this.endCell();
    else if (name === "row") this.gate.pass(this.number, this.cells);
    else if (name === "sheetData") this.inside = false;
  }

  private beginRow(given: number): void {
    const number = given > this.number ? given : this.number + 1;
    if (number > this.number + 1) this.gate.passEmpty(number - 1, number - this.number - 1);
    this.number = number;
    this.cells = [];
    this.column = -1;
  }

  private beginCell({ r, s, t }: Record<string, string>): void {
    this.column = r ? columnOf(r) : this.column + 1;
    this.type = t ?? "n";
    this.style = Number(s ?? 0);
    this.formula = false;
    this.value = "";
  }

  private endCell(): void {
    const cell = this.cell();
    if (cell === "") return;
    while (this.cells.length < this.column) this.cells.push("");
    this.cells[this.column] = cell;
  }

  private cell(): Cell {
    if (this.formula) return { problem: "formula" };
    if (this.type === "e") return { problem: "error-value" };
    if (this.value === "") return "";
    if (this.type === "s") return this.context.strings[Number(this.value)] ?? "";
    if (this.type === "inlineStr" || this.type === "str") return this.value;
    if (this.type === "b") return this.value === "1" ? "TRUE" : "FALSE";
    if (this.type === "d") return { date: this.value.slice(0, 10) };
    const number = Number(this.value);
    if (Number.isNaN(number)) return this.value;
    const date = this.context.dateStyles[this.style] ? dateOfSerial(number, this.context.from1904) : null;
    return date ? { date } : number;
  }
}

/** "B7" is column 1. */
function columnOf(reference: string): number {
  let column = 0;
  for (const sign of reference) {
    const letter = sign.charCodeAt(0) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  // a sheet ends with XFD
  return Math.min(column, 16_384) - 1;
}
