import type { CertificateFace } from "~/domain/certification/face";
import { paperDate } from "~/domain/certification/paper-date";
import { showCivilDate } from "~/domain/time/civil-date";
import type { Block } from "./flow.server";
import { INDIGO, INK_2 } from "./sheet.server";

/** The words of papers of the first form, which say none of their own. */
const FIRST_FORM = {
  certifies: { vi: "Chứng nhận", en: "This is to certify that" },
  completed: { vi: "đã hoàn thành", en: "has completed the" },
};

/** What is certified: heading, holder with unit, programme, and the decision that it rests on. */
export function bodyBlocks(face: CertificateFace): Block[] {
  const signedOn = face.decision.signedOn;
  const { certifies, completed } = face.form === 2 ? face.wording : FIRST_FORM;
  return [
    {
      text: face.heading.vi.toLocaleUpperCase("vi"),
      language: "vi",
      size: 4.1,
      leastSize: 2.8,
      face: "strong",
      color: INDIGO,
      role: "H1",
    },
    { text: face.heading.en, language: "en", size: 1.7, color: INK_2 },
    { text: certifies.vi, language: "vi", size: 1.5, gap: 1.2 },
    { text: certifies.en, language: "en", size: 1.23, color: INK_2, beside: true },
    { text: face.holder, language: "vi", size: 3.3, leastSize: 2.2, face: "strong", gap: 0.2 },
    { text: face.unit.vi, language: "vi", size: 1.5 },
    { text: face.unit.en, language: "en", size: 1.23, color: INK_2 },
    { text: completed.vi, language: "vi", size: 1.5, gap: 1.2 },
    { text: completed.en, language: "en", size: 1.23, color: INK_2, beside: true },
    { text: face.programme.vi, language: "vi", size: 2.1, leastSize: 1.8, face: "strong", color: INDIGO, gap: 0.2 },
    { text: face.programme.en, language: "en", size: 1.5, color: INK_2 },
    {
      text: `Theo Quyết định số ${face.decision.number} ngày ${showCivilDate(signedOn)}`,
      language: "vi",
      size: 1.3,
      gap: 0.7,
    },
    {
      text: `Under Decision No. ${face.decision.number} of ${paperDate(signedOn).en}`,
      language: "en",
      size: 1.15,
      color: INK_2,
      beside: true,
    },
  ];
}
