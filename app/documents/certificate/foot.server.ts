import type { CertificateFace } from "~/domain/certification/face";
import { paperDate } from "~/domain/certification/paper-date";
import { showCode } from "~/domain/certification/serial-number";
import type { Block } from "./flow.server";
import { INK_2 } from "./sheet.server";

/** What a reader needs to check the paper, beside the QR code. */
export function checkBlocks(face: CertificateFace, verifyAddress: string): Block[] {
  return [
    { text: "Số", language: "vi", size: 1.3 },
    { text: "No.", language: "en", size: 1.1, color: INK_2, beside: true },
    { text: face.serial, language: "vi", size: 1.3, face: "strong", beside: true },
    { text: "Mã xác thực", language: "vi", size: 1.3 },
    { text: "Code", language: "en", size: 1.1, color: INK_2, beside: true },
    { text: showCode(face.code), language: "vi", size: 1.3, face: "strong", beside: true },
    { text: "Kiểm tra tại", language: "vi", size: 1.3 },
    { text: "Verify at", language: "en", size: 1.1, color: INK_2, beside: true },
    { text: verifyAddress.replace(/^https?:\/\//, ""), language: "vi", size: 1.15 },
  ];
}

/** Place and date (in English it stands under the span), who signs, and the room for it. */
export function signatureBlocks(face: CertificateFace): Block[] {
  return [
    { text: `${face.place.vi}, ${paperDate(face.issuedOn).vi}`, language: "vi", size: 1.3 },
    { text: face.signatory.title.vi, language: "vi", size: 1.3, face: "strong", gap: 0.3 },
    { text: face.signatory.title.en, language: "en", size: 1.05, color: INK_2 },
    { text: "(Ký tên, đóng dấu / Signature, seal)", language: "vi", size: 1, color: INK_2 },
    { text: face.signatory.name, language: "vi", size: 1.3, face: "strong", gap: 3.4 },
  ];
}

/** The issuing body and its unit, beside the mark. */
export function headBlocks({ issuingBody, issuingUnit }: CertificateFace): Block[] {
  return [
    { text: issuingBody.vi, language: "vi", size: 1.42, face: "strong" },
    { text: issuingUnit.vi, language: "vi", size: 1.42 },
    { text: `${issuingBody.en} · ${issuingUnit.en}`, language: "en", size: 1.1, color: INK_2 },
  ];
}
