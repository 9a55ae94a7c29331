import { type RowLimits, TableRefused, type TableRow } from "~/domain/imports/table";
import { WorkbookParts } from "./workbook-parts.server";
import { readSheet, type SheetContext } from "./workbook-sheet.server";

/** Texts that the cells share are held in memory while a sheet is read. */
const MOST_STRING_BYTES = 80 * 1024 * 1024;
const BUILT_IN_DATES = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

/** A workbook whose sheets can be read one after another; close it in the end. */
export class Workbook {
  private constructor(
    private readonly parts: WorkbookParts,
    readonly sheets: readonly { name: string; part: string }[],
    private readonly context: SheetContext,
  ) {}

  /** @throws TableRefused where it is none, has macros, or is of another kind */
  static async open(file: string): Promise<Workbook> {
    const parts = await WorkbookParts.open(file);
    try {
      refuseOthers(parts);
      const { sheets, from1904 } = await sheetsOf(parts);
      const context = { strings: await stringsOf(parts), dateStyles: await dateStylesOf(parts), from1904 };
      return new Workbook(parts, sheets, context);
    } catch (error) {
      parts.close();
      throw error;
    }
  }

  read(sheet: number, take: (row: TableRow) => void, limits?: RowLimits): Promise<number> {
    const { name, part } = this.sheets[sheet] ?? { name: "", part: "" };
    return readSheet(this.parts, part, name, this.context, take, limits);
  }

  close(): void {
    this.parts.close();
  }
}

function refuseOthers(parts: WorkbookParts): void {
  if (parts.names.some((name) => /vbaProject\.bin$/i.test(name) || /^xl\/macrosheets\//i.test(name))) {
    throw new TableRefused("macro");
  }
  if (parts.has("[Content_Types].xml") && parts.has("xl/workbook.xml")) return;
  if (parts.has("xl/workbook.bin")) throw new TableRefused("binary-excel");
  if (parts.has("content.xml") && parts.has("mimetype")) throw new TableRefused("open-document");
  throw new TableRefused("other-archive");
}

const IGNORE = { open: () => {}, close: () => {}, text: () => {} };

/** The visible sheets in the order of their tabs. */
async function sheetsOf(parts: WorkbookParts) {
  const targets = new Map<string, string>();
  await parts.read("xl/_rels/workbook.xml.rels", {
    ...IGNORE,
    open(name, attributes) {
      if (name !== "Relationship") return;
      const { Id = "", Target = "" } = attributes;
      targets.set(Id, Target.startsWith("/") ? Target.slice(1) : `xl/${Target}`);
    },
  });
  const sheets: { name: string; part: string }[] = [];
  let from1904 = false;
  await parts.read("xl/workbook.xml", {
    ...IGNORE,
    open(name, attributes) {
      if (name === "workbookPr") from1904 = attributes.date1904 === "1" || attributes.date1904 === "true";
      if (name !== "sheet" || (attributes.state ?? "visible") !== "visible") return;
      const part = targets.get(attributes.id ?? "");
      if (part && parts.has(part)) sheets.push({ name: attributes.name ?? "", part });
    },
  });
  if (sheets.length === 0) throw new TableRefused("broken-workbook");
  return { sheets, from1904 };
}

async function stringsOf(parts: WorkbookParts): Promise<string[]> {
  const part = "xl/sharedStrings.xml";
  if (parts.bytesOf(part) > MOST_STRING_BYTES) {
    throw new TableRefused("unpacks-too-large", { limit: String(MOST_STRING_BYTES / 1024 / 1024) });
  }
  const strings: string[] = [];
  let inText = false;
  let inPhonetic = false;
  let value = "";
  await parts.read(part, {
    open(name) {
      if (name === "si") value = "";
      else if (name === "rPh") inPhonetic = true;
      else if (name === "t") inText = !inPhonetic;
    },
    text(text) {
      if (inText) value += text;
    },
    close(name) {
      if (name === "t") inText = false;
      else if (name === "rPh") inPhonetic = false;
      else if (name === "si") strings.push(value);
    },
  });
  return strings;
}

async function dateStylesOf(parts: WorkbookParts): Promise<boolean[]> {
  const ownDates = new Set<number>();
  const styles: boolean[] = [];
  let inCells = false;
  await parts.read("xl/styles.xml", {
    ...IGNORE,
    open(name, attributes) {
      if (name === "cellXfs") inCells = true;
      else if (name === "numFmt") {
        const { numFmtId, formatCode = "" } = attributes;
        if (isDateFormat(formatCode)) ownDates.add(Number(numFmtId));
      } else if (name === "xf" && inCells) {
        const format = Number(attributes.numFmtId ?? 0);
        styles.push(BUILT_IN_DATES.has(format) || ownDates.has(format));
      }
    },
    close(name) {
      if (name === "cellXfs") inCells = false;
    },
  });
  return styles;
}

/** "dd/mm/yyyy" is a date; "General", '0.00 "đồng"' and "[Red]0" are none. */
function isDateFormat(code: string): boolean {
  return /[dy]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "").replace(/general/gi, ""));
}
