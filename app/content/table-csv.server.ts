import Papa from "papaparse";
import { RowGate } from "~/domain/imports/row-gate";
import { TableRefused, type TableRow } from "~/domain/imports/table";

const DELIMITERS = [";", ",", "\t", "|"];
const LOOKED_AT = 64 * 1024;

/** Excel's own hint in the first line. */
const HINT = /^sep=(.)\r?\n/i;

/** What parts the cells: the hint where there is one, else whichever parts the first rows most evenly. */
export function delimiterOf(text: string): string {
  const hint = HINT.exec(text)?.[1];
  if (hint) return hint;
  const head = text.slice(0, LOOKED_AT);
  const counts = DELIMITERS.map((delimiter) => {
    const widths = Papa.parse<string[]>(head, { delimiter, preview: 20 }).data.map((row) => row.length);
    const wide = widths.filter((width) => width > 1);
    // rows of one width count more than rows of many
    return { delimiter, weight: wide.length === 0 ? 0 : wide.length / (1 + new Set(wide).size) + Math.max(...wide) };
  });
  return counts.reduce((best, each) => (each.weight > best.weight ? each : best)).delimiter;
}

/** Gives each row that is not empty, in order. @returns how many there were @throws TableRefused */
export function readCsv(text: string, delimiter: string, take: (row: TableRow) => void): number {
  const gate = new RowGate("", take);
  const hinted = HINT.test(text);
  let number = hinted ? 1 : 0;
  Papa.parse<string[]>(hinted ? text.replace(HINT, "") : text, {
    delimiter,
    step({ data, errors }) {
      number += 1;
      const quote = errors.find(({ type }) => type === "Quotes");
      if (quote) throw new TableRefused("open-quote", { row: String(number) });
      gate.pass(number, data);
    },
  });
  return gate.rows;
}
