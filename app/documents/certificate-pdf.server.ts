import type { CertificateFace } from "~/domain/certification/face";
import { paperDate } from "~/domain/certification/paper-date";
import { showCivilDate, startOfDay } from "~/domain/time/civil-date";
import { BAND_TOP, drawBridge, drawFrame, drawMark, drawSpan, PADDING } from "./certificate/artwork.server";
import { bodyBlocks } from "./certificate/body.server";
import { type Block, type Column, type Flow, fitColumn } from "./certificate/flow.server";
import { checkBlocks, headBlocks, signatureBlocks } from "./certificate/foot.server";
import {
  decorate,
  INK,
  INK_2,
  newSheet,
  PAPER,
  type Sheet,
  U,
  WARNING,
  WIDTH,
  widthOf,
  write,
} from "./certificate/sheet.server";
import { qrPath } from "./qr-path.server";

type Structure = PDFKit.PDFStructureElement;

const INNER = WIDTH - 2 * PADDING;
const HEAD_TOP = 4.9 * U;
const HEAD_HEIGHT = 7 * U;
const FOOT_BOTTOM = BAND_TOP - 1.1 * U;
const FOOT_HEIGHT = 13.6 * U;
const SPAN_HEIGHT = 6.7 * U;
const QR_SIDE = 10.4 * U;
const QR_QUIET = 4;
const SIGNATURE_WIDTH = 32 * U;

/**
 * The paper of a certificate: A4 landscape, one page, vector, fonts embedded; the same bytes for the same face and address.
 * @param verifyAddress where anyone checks this certificate; encoded in the QR code and printed beside it
 */
export async function renderCertificatePdf(face: CertificateFace, verifyAddress: string): Promise<Buffer> {
  const { sheet, bytes } = newSheet({
    title: `Giấy chứng nhận ${face.serial}`,
    createdAt: new Date(startOfDay(face.issuedOn)),
    archival: face.form > 1,
  });
  const page = sheet.struct("Document");
  sheet.addStructure(page);

  drawFrame(sheet);
  drawBridge(sheet, WIDTH - PADDING - 44 * U, 12.2 * U, 44 * U);
  drawMark(sheet, PADDING, HEAD_TOP + 0.4 * U, 5 * U);
  const sampleWidth = face.sample ? writeSampleMark(sheet, page) : 0;
  const head = { x: PADDING + 6.3 * U, width: INNER - 6.3 * U - sampleWidth };
  place(sheet, page, fitColumn(sheet, headBlocks(face), head, HEAD_HEIGHT), HEAD_TOP);

  const footTop = FOOT_BOTTOM - FOOT_HEIGHT;
  const spanTop = footTop - SPAN_HEIGHT;
  const bodyTop = HEAD_TOP + HEAD_HEIGHT + 0.4 * U;
  const body = fitColumn(sheet, bodyBlocks(face), { x: PADDING, width: INNER }, spanTop - bodyTop - 0.6 * U);
  place(sheet, page, body, bodyTop);
  drawSpan(sheet, spanTop, face.validThrough !== null);
  writeDates(sheet, page, face, spanTop + 2.2 * U);
  writeFoot(sheet, page, face, verifyAddress);

  page.end();
  sheet.end();
  return bytes;
}

function place(sheet: Sheet, page: Structure, flow: Flow, top: number): void {
  for (const line of flow.lines) write(sheet, page, { ...line, y: line.y + top });
}

function writeDates(sheet: Sheet, page: Structure, face: CertificateFace, top: number): void {
  const column = (vi: string, en: string, at: Column) => {
    const blocks: Block[] = [
      { text: vi, language: "vi", size: 1.4 },
      { text: en, language: "en", size: 1.1, color: INK_2 },
    ];
    place(sheet, page, fitColumn(sheet, blocks, at, SPAN_HEIGHT), top);
  };
  const half = INNER / 2;
  const left: Column = { x: PADDING, width: half };
  const right: Column = { x: PADDING + half, width: half, align: "right" };
  column(`Cấp ngày ${showCivilDate(face.issuedOn)}`, `Issued on ${paperDate(face.issuedOn).en}`, left);
  if (face.validThrough === null) column("Không thời hạn", "No expiry", right);
  else
    column(
      `Có giá trị đến hết ngày ${showCivilDate(face.validThrough)}`,
      `Valid through ${paperDate(face.validThrough).en}`,
      right,
    );
}

/** From the bottom upwards: the QR code with what it says on the left, the signature on the right. */
function writeFoot(sheet: Sheet, page: Structure, face: CertificateFace, verifyAddress: string): void {
  const qrTop = FOOT_BOTTOM - QR_SIDE;
  const qr = qrPath(verifyAddress);
  const figure = sheet.struct("Figure", { alt: `QR: ${verifyAddress}` }, () => {
    sheet
      .save()
      .translate(PADDING, qrTop)
      .scale(QR_SIDE / (qr.size + 2 * QR_QUIET));
    // white below the quiet zone, so that nothing pale lies under it
    sheet.rect(0, 0, qr.size + 2 * QR_QUIET, qr.size + 2 * QR_QUIET).fill(PAPER);
    sheet.translate(QR_QUIET, QR_QUIET).path(qr.path).fill(INK);
    sheet.restore();
  });
  page.add(figure);

  const besideQr = PADDING + QR_SIDE + 1.2 * U;
  const signatureLeft = WIDTH - PADDING - SIGNATURE_WIDTH;
  const check = fitColumn(
    sheet,
    checkBlocks(face, verifyAddress),
    { x: besideQr, width: signatureLeft - 2 * U - besideQr },
    QR_SIDE,
  );
  place(sheet, page, check, FOOT_BOTTOM - (QR_SIDE + check.height) / 2);

  const signature: Column = { x: signatureLeft, width: SIGNATURE_WIDTH, align: "center" };
  const signed = fitColumn(sheet, signatureBlocks(face), signature, FOOT_HEIGHT);
  place(sheet, page, signed, FOOT_BOTTOM - signed.height);
}

/** The demo data's papers say so at the top, outlined. Returns the width that it takes. */
function writeSampleMark(sheet: Sheet, page: Structure): number {
  const blocks: Block[] = [
    { text: "Bản mẫu, không có giá trị", language: "vi", size: 1.3, face: "strong", color: WARNING },
    { text: "Sample, not valid", language: "en", size: 1.1, color: WARNING },
  ];
  const width = widthOf(sheet, "Bản mẫu, không có giá trị", { size: 1.3 * U, face: "strong" }) + 2.4 * U;
  const x = WIDTH - PADDING - width;
  const flow = fitColumn(sheet, blocks, { x, width, align: "center" }, HEAD_HEIGHT);
  decorate(sheet, () => {
    sheet
      .roundedRect(x, HEAD_TOP, width, flow.height + 0.8 * U, 0.4 * U)
      .lineWidth(0.14 * U)
      .stroke(WARNING);
  });
  place(sheet, page, flow, HEAD_TOP + 0.4 * U);
  return width + 2 * U;
}
