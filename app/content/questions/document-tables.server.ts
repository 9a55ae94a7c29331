import { WorkbookParts } from "../workbook-parts.server";
import type { XmlHandler } from "../xml-reader.server";

/** A table of a Word document: its cells as texts, and the heading above it. */
export interface DocumentTable {
  heading: string;
  rows: string[][];
}

/** Word's arrow that it makes of "=>" or "-->" is a sign of the font Wingdings. */
const ARROW = new Set(["F0E8", "F0E0", "00E8", "00E0"]);
/** Text in these is not of the document as it stands. */
const SKIPPED = new Set(["del", "moveFrom", "txbxContent", "Fallback", "instrText"]);

/** The tables of a document, in order; one within another belongs to its cell. @throws TableRefused where it is damaged */
export async function readDocumentTables(file: string): Promise<DocumentTable[]> {
  const parts = await WorkbookParts.open(file);
  try {
    const reader = new Reader();
    await parts.read("word/document.xml", reader);
    return reader.tables;
  } finally {
    parts.close();
  }
}

class Reader implements XmlHandler {
  readonly tables: DocumentTable[] = [];
  private heading = "";
  private paragraph = "";
  private isHeading = false;
  private cell: string[] = [];
  private depth = 0;
  private skipping = 0;
  private inText = false;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (SKIPPED.has(name)) this.skipping += 1;
    if (this.skipping > 0) return;
    switch (name) {
      case "p":
        this.paragraph = "";
        this.isHeading = false;
        break;
      case "pStyle":
        this.isHeading = /^(heading|tiêu|title|u)/i.test(attributes.val ?? "") || /^\d$/.test(attributes.val ?? "");
        break;
      case "outlineLvl":
        this.isHeading = true;
        break;
      case "t":
        this.inText = true;
        break;
      case "tab":
        // not the stops of a paragraph, which have a place
        if (attributes.pos === undefined) this.paragraph += "\t";
        break;
      case "br":
      case "cr":
        this.paragraph += "\n";
        break;
      case "noBreakHyphen":
        this.paragraph += "-";
        break;
      case "sym":
        this.paragraph += ARROW.has((attributes.char ?? "").toUpperCase()) ? "=>" : "";
        break;
      case "tbl":
        this.depth += 1;
        if (this.depth === 1) this.tables.push({ heading: this.heading, rows: [] });
        break;
      case "tr":
        if (this.depth === 1) this.tables.at(-1)?.rows.push([]);
        break;
      case "tc":
        if (this.depth === 1) this.cell = [];
        break;
    }
  }

  text(text: string): void {
    if (this.inText && this.skipping === 0) this.paragraph += text;
  }

  close(name: string): void {
    if (SKIPPED.has(name)) {
      this.skipping -= 1;
      return;
    }
    if (this.skipping > 0) return;
    switch (name) {
      case "t":
        this.inText = false;
        break;
      case "p":
        if (this.depth > 0) this.cell.push(this.paragraph);
        else if (this.isHeading && this.paragraph.trim() !== "") this.heading = this.paragraph.trim();
        break;
      case "tc":
        if (this.depth === 1) this.tables.at(-1)?.rows.at(-1)?.push(this.cell.join("\n").normalize("NFC").trim());
        break;
      case "tbl":
        this.depth -= 1;
        break;
    }
  }
}
