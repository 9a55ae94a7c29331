import { open, readFile, stat } from "node:fs/promises";
import {
  type Encoding,
  LIMITS,
  type TableFormat,
  type TableRefusalCode,
  TableRefused,
  type TableRow,
} from "~/domain/imports/table";
import { delimiterOf, readCsv } from "./table-csv.server";
import { decodeText } from "./table-text.server";
import { Workbook } from "./workbook.server";

/** A file of rows, whatever it is called: what it is, and its sheets, of which CSV has one without a name. */
export interface TableFile {
  format: TableFormat;
  encoding: Encoding | null;
  delimiter: string | null;
  sheets: readonly string[];
  /** Gives each row of a sheet that is not empty, in order. @returns how many there were @throws TableRefused */
  read(sheet: number, take: (row: TableRow) => void): Promise<number>;
  close(): void;
}

const startsWith = (...bytes: number[]) => Buffer.from(bytes);

/** The first bytes of files that people take for a table. */
const OTHER_KINDS: [Buffer, TableRefusalCode][] = [
  [startsWith(0xd0, 0xcf, 0x11, 0xe0), "old-excel"],
  [Buffer.from("%PDF"), "pdf"],
  [Buffer.from("{\\rtf"), "rich-text"],
  [startsWith(0x89, 0x50, 0x4e, 0x47), "image"],
  [startsWith(0xff, 0xd8, 0xff), "image"],
  [Buffer.from("GIF8"), "image"],
  [Buffer.from("BM"), "image"],
  [startsWith(0x1f, 0x8b), "other-archive"],
  [Buffer.from("Rar!"), "other-archive"],
  [startsWith(0x37, 0x7a, 0xbc, 0xaf), "other-archive"],
  [startsWith(0x7f, 0x45, 0x4c, 0x46), "unknown-kind"],
  [Buffer.from("MZ"), "unknown-kind"],
];
const ZIP = Buffer.from("PK\x03\x04");
const LONGEST_HEAD = 4096;

/** Opens a file by what it contains; its name counts for nothing. @throws TableRefused */
export async function openTable(file: string): Promise<TableFile> {
  const { size } = await stat(file);
  if (size === 0) throw new TableRefused("empty");
  if (size > LIMITS.fileBytes) throw new TableRefused("too-large", { limit: String(LIMITS.fileBytes / 1024 / 1024) });
  const head = await headOf(file);
  const other = OTHER_KINDS.find(([sign, kind]) => head.subarray(0, sign.length).equals(sign) && isReally(kind, head));
  if (other) throw new TableRefused(other[1]);
  return head.subarray(0, ZIP.length).equals(ZIP) ? openWorkbook(file) : openCsv(file);
}

async function headOf(file: string): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(LONGEST_HEAD), 0, LONGEST_HEAD, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Two letters can begin a heading too: only with bytes that no text has are they another kind. */
function isReally(kind: TableRefusalCode, head: Buffer): boolean {
  return (kind !== "image" && kind !== "unknown-kind") || head[0] === 0x89 || head[0] === 0xff || head.includes(0);
}

async function openWorkbook(file: string): Promise<TableFile> {
  const workbook = await Workbook.open(file);
  return {
    format: "xlsx",
    encoding: null,
    delimiter: null,
    sheets: workbook.sheets.map(({ name }) => name),
    read: (sheet, take) => workbook.read(sheet, take),
    close: () => workbook.close(),
  };
}

async function openCsv(file: string): Promise<TableFile> {
  const { encoding, text } = decodeText(await readFile(file));
  const head = text.slice(0, LONGEST_HEAD).trimStart().toLowerCase();
  if (head === "") throw new TableRefused("empty");
  if (/^<(!doctype html|html|head|table|meta|style)/.test(head)) throw new TableRefused("web-page");
  if (head.startsWith("<?xml") || head.startsWith("<workbook")) throw new TableRefused("xml");
  const delimiter = delimiterOf(text);
  return {
    format: "csv",
    encoding,
    delimiter,
    sheets: [""],
    read: async (_sheet, take) => readCsv(text, delimiter, take),
    close: () => {},
  };
}
