import type { FileRow } from "~/domain/exports/report-file";
import { INNER, newPaper, PAGE, type Paper, rule, widthOf, writeAt } from "./report-sheet.server";
import { writeTable } from "./report-table.server";
import type { RowBatches, WritableReport } from "./row-batches";

/** What an administrative report says around its figures, in the language of the paper. */
export interface PaperWords {
  language: "vi" | "en";
  body: string;
  unit: string;
  /** with room for the number that the clerk gives: "Số:          /BC-TCCB" */
  number: string;
  state: string;
  motto: string;
  /** "Hà Nội, ngày       tháng      năm 2026" */
  placeAndDate: string;
  draft: string;
  kind: string;
  recipientsTitle: string;
  recipients: readonly string[];
  signerTitle: string;
  signHint: string;
  /** where the figures are from, and when the draft was made */
  source: string;
}

const FOOT_HEIGHT = 150;

/**
 * Writes a report in the form of an administrative paper: heading with the name of the state, number left to the clerk, marked as a
 * draft, tables whose heads repeat, recipients and a place to sign; fonts embedded.
 */
export async function writeReportPaper(file: WritableReport, words: PaperWords, to: string): Promise<void> {
  const { paper, done } = newPaper(to, { title: file.title, language: words.language });
  let pages = 1;
  const turn = () => {
    paper.addPage();
    pages += 1;
    // numbered from the second on, in the middle of the upper margin
    writeAt(paper, String(pages), { x: PAGE.left, y: PAGE.top - 24, width: INNER }, { align: "center" });
    return PAGE.top;
  };
  let y = writeHead(paper, words);
  y = writeTitle(paper, words.kind, file.title, y);
  for (const [index, sentence] of file.sentences.entries()) {
    y += writeAt(paper, `${index + 1}. ${sentence}`, { x: PAGE.left, y, width: INNER }, { align: "justify" }) + 6;
  }
  for (const sheet of file.sheets) {
    const rows = await allOf(sheet.rows);
    if (rows.length > 0) y = await writeTable(paper, { ...sheet, rows }, y + 4, turn);
  }
  y += 10;
  if (y + FOOT_HEIGHT > PAGE.bottom) y = turn();
  writeFoot(paper, words, y);
  await done();
}

/** The widths of a table's columns are found from its first lines, before any is drawn. */
async function allOf(batches: RowBatches): Promise<FileRow[]> {
  const rows: FileRow[] = [];
  for await (const batch of batches) rows.push(...batch);
  return rows;
}

function writeHead(paper: Paper, words: PaperWords): number {
  const left = { x: PAGE.left, width: INNER * 0.43 };
  const right = { x: PAGE.left + INNER * 0.43, width: INNER * 0.57 };
  const draftWidth = widthOf(paper, words.draft, { size: 12, face: "strong" }) + 16;
  paper
    .rect(PAGE.left, PAGE.top - 26, draftWidth, 19)
    .lineWidth(0.8)
    .strokeColor("#000000")
    .stroke();
  const draftAt = { x: PAGE.left, y: PAGE.top - 23.5, width: draftWidth };
  writeAt(paper, words.draft, draftAt, { size: 12, face: "strong", align: "center" });

  let y = PAGE.top;
  y += writeAt(paper, words.body, { ...left, y }, { size: 12, align: "center" });
  y += writeAt(paper, words.unit, { ...left, y }, { size: 12, face: "strong", align: "center" });
  rule(paper, left.x + left.width / 3, y + 1, left.width / 3);
  y += 6;
  y += writeAt(paper, words.number, { ...left, y }, { align: "center" });

  let other = PAGE.top;
  other += writeAt(paper, words.state, { ...right, y: other }, { size: 12, face: "strong", align: "center" });
  other += writeAt(paper, words.motto, { ...right, y: other }, { face: "strong", align: "center" });
  const mottoWidth = widthOf(paper, words.motto, { face: "strong" });
  rule(paper, right.x + (right.width - mottoWidth) / 2, other + 1, mottoWidth);
  other += 6;
  other += writeAt(paper, words.placeAndDate, { ...right, y: other }, { face: "slanted", align: "center" });
  return Math.max(y, other) + 18;
}

function writeTitle(paper: Paper, kind: string, title: string, top: number): number {
  const at = { x: PAGE.left, width: INNER };
  let y = top;
  y += writeAt(paper, kind, { ...at, y }, { size: 14, face: "strong", align: "center" });
  y += writeAt(paper, title, { ...at, y }, { size: 14, face: "strong", align: "center" });
  rule(paper, PAGE.left + INNER * 0.4, y + 2, INNER * 0.2);
  return y + 16;
}

function writeFoot(paper: Paper, words: PaperWords, top: number): void {
  let y = top;
  y += writeAt(
    paper,
    words.recipientsTitle,
    { x: PAGE.left, y, width: INNER * 0.45 },
    { size: 12, face: "strong-slanted" },
  );
  for (const [index, recipient] of words.recipients.entries()) {
    const end = index === words.recipients.length - 1 ? "." : ";";
    y += writeAt(paper, `- ${recipient}${end}`, { x: PAGE.left, y, width: INNER * 0.45 }, { size: 11 });
  }
  const signer = { x: PAGE.left + INNER * 0.5, width: INNER * 0.5 };
  const title = writeAt(paper, words.signerTitle, { ...signer, y: top }, { face: "strong", align: "center" });
  writeAt(paper, words.signHint, { ...signer, y: top + title }, { size: 11, face: "slanted", align: "center" });
  const bottom = Math.max(y, top + title + 80) + 8;
  rule(paper, PAGE.left, bottom, INNER);
  writeAt(paper, words.source, { x: PAGE.left, y: bottom + 4, width: INNER }, { size: 10 });
}
