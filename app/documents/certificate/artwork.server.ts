import { decorate, HEIGHT, INDIGO, PAPER, type Sheet, TURMERIC, U, WIDTH } from "./sheet.server";

const FRAME = 2.4 * U;
/** Distance of the text from the edge of the paper. */
export const PADDING = 6.4 * U;

const BAND_HEIGHT = 2.72 * U;
/** Below this line stands the band of arches. */
export const BAND_TOP = HEIGHT - FRAME - BAND_HEIGHT;

/** The frame, and the band of arches that closes it below. */
export function drawFrame(sheet: Sheet): void {
  decorate(sheet, () => {
    const width = WIDTH - 2 * FRAME;
    sheet
      .rect(FRAME, FRAME, width, HEIGHT - 2 * FRAME)
      .lineWidth(0.14 * U)
      .stroke(INDIGO);
    sheet.rect(FRAME, BAND_TOP, width, BAND_HEIGHT).fill(INDIGO);
    const step = width / 14;
    for (let arch = 0; arch < 14; arch++) {
      const left = FRAME + arch * step + 0.08 * step;
      const [rx, ry] = [0.42 * step, 0.775 * BAND_HEIGHT];
      const bottom = BAND_TOP + BAND_HEIGHT - 0.07 * U;
      sheet.path(`M${left} ${bottom}a${rx} ${ry} 0 0 1 ${2 * rx} 0z`).fill(PAPER);
    }
  });
}

/** The mark: the roof of a covered bridge over three arches; 40 × 30 units, drawn `width` wide. */
export function drawMark(sheet: Sheet, x: number, y: number, width: number): void {
  decorate(sheet, () => {
    sheet.translate(x, y).scale(width / 40);
    sheet.lineWidth(3.6).lineCap("round").lineJoin("round");
    sheet.path("M3.2 13.4 17.9 4.9Q20 3.7 22.1 4.9L36.8 13.4").stroke(TURMERIC);
    sheet
      .path(
        "M0 29V21.5Q20 13.5 40 21.5V29H36.4V28.2a4.2 4.2 0 0 0-8.4 0V29H26.4V26.6a6.4 6.4 0 0 0-12.8 0V29H12V28.2a4.2 4.2 0 0 0-8.4 0V29Z",
      )
      .fill(INDIGO);
  });
}

/** The same bridge as line art, in a tint so pale that text may cross it; 600 × 382 units, drawn `width` wide. */
export function drawBridge(sheet: Sheet, x: number, y: number, width: number): void {
  // a tint and not a transparency: old printers turn transparency into pixels
  const [tint, water] = ["#e7edf0", "#f2f5f7"];
  decorate(sheet, () => {
    sheet.translate(x, y).scale(width / 600);
    sheet.lineCap("round").lineJoin("round");
    sheet.path("M34 182 284 97Q300 91.5 316 97L566 182").lineWidth(11).stroke(tint);
    sheet.lineCap("butt").lineWidth(2.5);
    for (let post = 75; post <= 525; post += 37.5) {
      const away = Math.abs(post - 300);
      sheet.path(`M${post} ${102 + away * 0.34}V${220 + (away * away) / 2143}`).stroke(tint);
    }
    sheet.path("M0 240Q300 156 600 240").stroke(tint);
    sheet
      .path(
        "M0 262Q300 178 600 262V312H0ZM55 312V305a50 50 0 0 1 100 0V312ZM230 312V300a70 70 0 0 1 140 0V312ZM445 312V305a50 50 0 0 1 100 0V312Z",
      )
      .fill(tint, "even-odd");
    sheet.lineCap("round");
    for (const line of ["0 326H120", "150 326H420", "470 326H600", "40 344H210", "260 344H350", "390 344H560"]) {
      sheet.path(`M${line}`).stroke(water);
    }
    for (const line of ["110 362H300", "430 362H520", "180 380H380"]) sheet.path(`M${line}`).stroke(water);
  });
}

/** The span of validity between its piers; without an end it runs on in short strokes and has no second pier. */
export function drawSpan(sheet: Sheet, y: number, ends: boolean): void {
  decorate(sheet, () => {
    const [left, right] = [PADDING, WIDTH - PADDING];
    const open = 7 * U;
    sheet.rect(left, y + 0.42 * U, (ends ? right : right - open) - left, 0.74 * U).fill(INDIGO);
    if (!ends) {
      for (let x = right - open + 0.6 * U; x < right; x += 1.4 * U)
        sheet.rect(x, y + 0.42 * U, 0.8 * U, 0.74 * U).fill(INDIGO);
    }
    for (const pier of ends ? [left, right - 0.35 * U] : [left]) sheet.rect(pier, y, 0.35 * U, 2 * U).fill("#4b565a");
  });
}
