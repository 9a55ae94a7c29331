import PDFDocument from "pdfkit";
import { certificateFonts, type Face } from "./fonts.server";

/** A4 landscape in points. Lengths on it are multiples of `U`, a hundredth of its width, as in the style sheet of the page. */
export const WIDTH = 841.89;
export const HEIGHT = 595.28;
export const U = WIDTH / 100;

export const INK = "#1a2226";
export const INK_2 = "#4b565a";
export const INDIGO = "#0f4c63";
export const TURMERIC = "#c98a12";
export const PAPER = "#ffffff";
export const WARNING = "#9c2517";

/** Ắ rises 1.19 em above the line and ợ falls 0.25 em below it. */
const LINE_HEIGHT = 1.5;
const FONT_HEIGHT = 1.265;

export type Sheet = PDFKit.PDFDocument;
type Structure = PDFKit.PDFStructureElement;

/** How a text is set; sizes and widths in points. */
export interface Setting {
  size: number;
  face?: Face;
  color?: string;
  align?: "left" | "center" | "right";
}

/** A text at a place. `role` is its part in the structure that screen readers follow. */
export interface Line extends Setting {
  text: string;
  x: number;
  y: number;
  width: number;
  language: "vi" | "en";
  role?: "H1" | "P";
}

/**
 * One empty page that is the same, byte for byte, for the same content: no clock, and no compression, because zlib's output
 * differs between versions of Node. `archival`: as PDF/A-2b has it, with XMP and the colour space of the screen; what was
 * printed before this was done stays without.
 */
export function newSheet(info: { title: string; createdAt: Date; archival: boolean }): {
  sheet: Sheet;
  bytes: Promise<Buffer>;
} {
  const sheet = new PDFDocument({
    size: [WIDTH, HEIGHT],
    margin: 0,
    compress: false,
    pdfVersion: "1.7",
    lang: "vi",
    tagged: true,
    displayTitle: true,
    ...(info.archival ? { subset: "PDF/A-2b" as const } : {}),
    info: { Title: info.title, Creator: "Cầu Nối", CreationDate: info.createdAt },
  });
  const bytes = new Promise<Buffer>((resolve, reject) => {
    const parts: Buffer[] = [];
    sheet.on("data", (part: Buffer) => parts.push(part));
    sheet.on("end", () => resolve(Buffer.concat(parts)));
    sheet.on("error", reject);
  });
  const fonts = certificateFonts();
  sheet.registerFont("regular", fonts.regular);
  sheet.registerFont("strong", fonts.strong);
  return { sheet, bytes };
}

function set(sheet: Sheet, { size, face = "regular" }: Setting): { lineGap: number } {
  sheet.font(face).fontSize(size);
  return { lineGap: (LINE_HEIGHT - FONT_HEIGHT) * size };
}

export function widthOf(sheet: Sheet, text: string, setting: Setting): number {
  set(sheet, setting);
  return sheet.widthOfString(text);
}

/** Height of a text that wraps at the width. */
export function heightOf(sheet: Sheet, text: string, setting: Setting, width: number): number {
  const { lineGap } = set(sheet, setting);
  return sheet.heightOfString(text, { width, lineGap });
}

export function write(sheet: Sheet, parent: Structure, line: Line): void {
  parent.add(
    sheet.struct(line.role ?? "P", { lang: line.language }, () => {
      const { lineGap } = set(sheet, line);
      sheet.fillColor(line.color ?? INK);
      sheet.text(line.text, line.x, line.y, { width: line.width, lineGap, align: line.align ?? "left" });
    }),
  );
}

/** Draws what readers of the page may skip. */
export function decorate(sheet: Sheet, draw: () => void): void {
  sheet.markContent("Artifact", { type: "Layout" });
  sheet.save();
  draw();
  sheet.restore();
  sheet.endMarkedContent();
}
