import JSZip from "jszip";
import {
  FLAT_FIELDS,
  type FlatColumn,
  type FlatQuestion,
  meantBy,
  TYPE_WORDS,
} from "~/domain/question-files/flat-columns";
import { DOCUMENT_PARTS } from "./word-parts.server";

/** Empty rows for more parts, so that an expert has somewhere to write. */
const ROWS_FOR_PARTS = 4;

/**
 * Questions as a Word document: each a heading with its key and a table of three columns, right options in bold. What is bold is
 * not read back: the row of the right answer is.
 */
export async function questionsDocument(
  questions: readonly FlatQuestion[],
  title: string,
  guide: readonly (readonly string[])[],
): Promise<Uint8Array> {
  const body = [
    paragraph(title, "Title"),
    ...guide.map(([name = "", vi = "", en = "", only = ""]) =>
      paragraph(`${name}: ${[vi, en, only].filter((text) => text !== "").join(" / ")}`, "Guide"),
    ),
    ...questions.map((flat) => `${paragraph(flat.key ?? "", "Heading2")}${table(flat)}${paragraph("", "Guide")}`),
  ].join("");
  const zip = new JSZip();
  for (const [name, content] of Object.entries(DOCUMENT_PARTS)) zip.file(name, content);
  zip.file(
    "word/document.xml",
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="850" w:right="850" w:bottom="850" w:left="850" w:header="400" w:footer="400" w:gutter="0"/></w:sectPr></w:body></w:document>`,
  );
  return zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}

const WIDTHS = [2900, 6100, 6100];

function table(flat: FlatQuestion): string {
  const type = meantBy(TYPE_WORDS, flat.type ?? "");
  const right = new Set((flat.right ?? "").split(",").map((key) => key.trim()));
  const borders = ["top", "bottom", "insideH"].map((side) => `<w:${side} w:val="single" w:sz="4" w:color="8A94A6"/>`);
  const grid = WIDTHS.map((width) => `<w:gridCol w:w="${width}"/>`).join("");
  let parts = 0;
  const rows = FLAT_FIELDS.flatMap(({ name, spoken, words }) => {
    if (type !== null && words.types?.includes(type) === false) return [];
    const texts = (spoken ? [`${name}.vi`, `${name}.en`] : [name]).map((column) => flat[column as FlatColumn] ?? "");
    if (/^part\d/.test(name)) {
      parts += 1;
      if (parts > ROWS_FOR_PARTS && texts.every((text) => text === "")) return [];
    }
    const key = /^([a-z0-9-]+)\)/.exec(texts[0] ?? "")?.[1] ?? "";
    return [row(`${words.vi} · ${words.en}`, texts, name.startsWith("part") && right.has(key))];
  });
  const head = `<w:tr><w:trPr><w:tblHeader/></w:trPr>${["Mục · Field", "Tiếng Việt", "English"].map((text, index) => cell(text, WIDTHS[index] ?? 0, true)).join("")}</w:tr>`;
  return `<w:tbl><w:tblPr><w:tblW w:w="15100" w:type="dxa"/><w:tblBorders>${borders.join("")}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${head}${rows.join("")}</w:tbl>`;
}

function row(label: string, texts: readonly string[], bold: boolean): string {
  const [first = 0, second = 0, third = 0] = WIDTHS;
  const values =
    texts.length > 1
      ? texts.map((text, index) => cell(text, index === 0 ? second : third, bold)).join("")
      : cell(texts[0] ?? "", second + third, bold, 2);
  return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cell(label, first, true)}${values}</w:tr>`;
}

function cell(text: string, width: number, bold: boolean, span = 1): string {
  const spanning = span > 1 ? `<w:gridSpan w:val="${span}"/>` : "";
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${spanning}</w:tcPr>${paragraph(text, "Cell", bold)}</w:tc>`;
}

function paragraph(text: string, style: string, bold = false): string {
  const runs = text
    .split("\n")
    .map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`)
    .join("<w:br/>");
  const weight = bold ? "<w:rPr><w:b/></w:rPr>" : "";
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r>${weight}${runs}</w:r></w:p>`;
}

/** XML has no place for most control signs. */
function escaped(text: string): string {
  return text
    .replace(/[^\P{Cc}\t]/gu, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;");
}
