import Papa from "papaparse";

/** Signs that make Excel read a cell as a formula; with an apostrophe before them it shows the text. */
const FORMULA = /^[=+\-@\t\r]/;
const BYTE_ORDER_MARK = "\uFEFF";

/**
 * A table as CSV that Excel opens as it is: marked as UTF-8, with the semicolons that Excel expects under Vietnamese settings.
 * Cells are text; none is ever read as a formula.
 */
export function spreadsheet(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const table = [header, ...rows].map((row) => row.map((cell) => (FORMULA.test(cell) ? `'${cell}` : cell)));
  return BYTE_ORDER_MARK + Papa.unparse(table, { delimiter: ";", newline: "\r\n" });
}
