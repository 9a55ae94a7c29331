import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import PDFDocument from "pdfkit";
import { REPORT_FACES, type ReportFace, reportFont } from "./report-fonts.server";

const MM = 72 / 25.4;
/** A4 upright in points, with the margins of administrative papers: 20 mm above and below, 30 left, 15 right. */
export const PAGE = {
  width: 595.28,
  height: 841.89,
  top: 20 * MM,
  bottom: 841.89 - 20 * MM,
  left: 30 * MM,
  right: 595.28 - 15 * MM,
};
export const INNER = PAGE.right - PAGE.left;
/** Vietnamese marks stand above and below the line. */
const LINE_GAP = 0.12;

export type Paper = PDFKit.PDFDocument;

export interface TextSetting {
  size?: number;
  face?: ReportFace;
  align?: "left" | "center" | "right" | "justify";
}

/** An empty paper that is written to a file as it grows; `done` ends it and waits until it is on the disk. */
export function newPaper(to: string, info: { title: string; language: "vi" | "en" }): Opened {
  const paper = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margins: { top: PAGE.top, bottom: PAGE.height - PAGE.bottom, left: PAGE.left, right: PAGE.width - PAGE.right },
    pdfVersion: "1.7",
    lang: info.language,
    displayTitle: true,
    autoFirstPage: true,
    info: { Title: info.title, Creator: "Cầu Nối" },
  });
  for (const face of REPORT_FACES) paper.registerFont(face, reportFont(face));
  const written = createWriteStream(to);
  paper.pipe(written);
  return {
    paper,
    done: async () => {
      paper.end();
      await finished(written);
    },
  };
}

interface Opened {
  paper: Paper;
  done: () => Promise<void>;
}

function set(paper: Paper, { size = 13, face = "regular" }: TextSetting): number {
  paper.font(face).fontSize(size).fillColor("#000000");
  return size * LINE_GAP;
}

/** Writes a text at a place, within a width, and returns its height. */
export function writeAt(paper: Paper, text: string, at: { x: number; y: number; width: number }, setting: TextSetting) {
  const lineGap = set(paper, setting);
  const options = { width: at.width, lineGap, align: setting.align ?? "left" } as const;
  const height = paper.heightOfString(text, options);
  paper.text(text, at.x, at.y, options);
  return height;
}

export function heightAt(paper: Paper, text: string, width: number, setting: TextSetting): number {
  return paper.heightOfString(text, { width, lineGap: set(paper, setting) });
}

export function widthOf(paper: Paper, text: string, setting: TextSetting): number {
  set(paper, setting);
  return paper.widthOfString(text);
}

/** A thin line across. */
export function rule(paper: Paper, x: number, y: number, width: number): void {
  paper
    .moveTo(x, y)
    .lineTo(x + width, y)
    .lineWidth(0.6)
    .strokeColor("#000000")
    .stroke();
}
