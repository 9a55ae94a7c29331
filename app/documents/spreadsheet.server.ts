import Papa from "papaparse";

/** Signs that make Excel read a cell as a formula; with an apostrophe before them it shows the text. */
const FORMULA = /^[=+\-@\t\r]/;
const BYTE_ORDER_MARK = "\uFEFF";

/** Between two lines. */
export const NEW_LINE = "\r\n";

/**
 * A table as CSV that Excel opens as it is: marked as UTF-8, with the semicolons that Excel expects under Vietnamese settings.
 * Cells are text; none is ever read as a formula.
 */
export function spreadsheet(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + spreadsheetLines([header, ...rows]);
}

/** Some lines of such a table, without an end of line after the last. */
export function spreadsheetLines(rows: readonly (readonly string[])[]): string {
  const table = rows.map((row) => row.map((cell) => (FORMULA.test(cell) ? `'${cell}` : cell)));
  return Papa.unparse(table, { delimiter: ";", newline: NEW_LINE });
}
