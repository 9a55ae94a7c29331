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
    ...(face.form === 2 ? secondFormChecks(face) : []),
  ];
}

/** That the paper is a print of what is kept, and which one it stands in for. */
function secondFormChecks({ wording, replaces }: Extract<CertificateFace, { form: 2 }>): Block[] {
  const copy: Block[] = [
    { text: wording.copy.vi, language: "vi", size: 1.05, color: INK_2 },
    { text: wording.copy.en, language: "en", size: 0.95, color: INK_2 },
  ];
  if (replaces === null) return copy;
  const stands: Block[] = [
    { text: `Thay giấy số ${replaces}`, language: "vi", size: 1.05 },
    { text: `Replaces No. ${replaces}`, language: "en", size: 0.95, color: INK_2, beside: true },
  ];
  return [...stands, ...copy];
}

/** Place and date (in English it stands under the span), who signs, and the room for it. */
export function signatureBlocks(face: CertificateFace): Block[] {
  const signature =
    face.form === 2
      ? `(${face.wording.signature.vi} / ${face.wording.signature.en})`
      : "(Ký tên, đóng dấu / Signature, seal)";
  const authority = face.form === 2 ? face.authority : null;
  const title = authority === null ? face.signatory.title.vi : face.signatory.title.vi.toLocaleUpperCase("vi");
  const above: Block[] =
    authority === null ? [] : [{ text: authority.vi, language: "vi", size: 1.3, face: "strong", gap: 0.3 }];
  return [
    { text: `${face.place.vi}, ${paperDate(face.issuedOn).vi}`, language: "vi", size: 1.3 },
    ...above,
    { text: title, language: "vi", size: 1.3, face: "strong", gap: authority === null ? 0.3 : 0 },
    {
      text: [authority?.en, face.signatory.title.en].filter(Boolean).join(", "),
      language: "en",
      size: 1.05,
      color: INK_2,
    },
    { text: signature, language: "vi", size: 1, color: INK_2 },
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
