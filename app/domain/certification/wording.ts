import { z } from "zod";
import { DEFAULT_REPORT_WORDING, reportWording } from "~/domain/reporting/report-wording";

/** An internal paper is a "giấy chứng nhận"; the other word belongs to state institutions (Nghị định 171/2025/NĐ-CP, Art. 22). */
const RESERVED = /chứng chỉ/iu;
const words = z.object({
  vi: z
    .string()
    .min(1)
    .max(200)
    .refine((text) => !RESERVED.test(text.normalize("NFC")), { message: "reserved" }),
  en: z.string().min(1).max(200),
});

/** The fixed words of a certificate, in the order of the paper. */
export const certificateWording = z.object({
  heading: words,
  certifies: words,
  completed: words,
  /** below the title of who signs, where a hand and a seal go */
  signature: words,
  /** on every copy that is shown or printed from here */
  copy: words,
});
export type CertificateWording = z.infer<typeof certificateWording>;

/** The heading of the register. */
export const registerWording = z.object({ heading: words });
export type RegisterWording = z.infer<typeof registerWording>;

export const WORDING_KINDS = ["certificate", "register", "report"] as const;
export type WordingKind = (typeof WORDING_KINDS)[number];

export const WORDING_SCHEMAS = {
  certificate: certificateWording,
  register: registerWording,
  report: reportWording,
} as const;
/** The words of each kind of paper. */
export type Wordings = { [Kind in WordingKind]: z.infer<(typeof WORDING_SCHEMAS)[Kind]> };

/** The words of a kind, in the order of the paper, that are in both languages. */
export const WORDING_PARTS = {
  certificate: ["heading", "certifies", "completed", "signature", "copy"],
  register: ["heading"],
  report: ["body", "unit", "place", "signer", "recipients"],
} as const satisfies Record<WordingKind, readonly string[]>;
export type WordingPart = (typeof WORDING_PARTS)[WordingKind][number];

/** What holds until somebody records other words. */
export const FIRST_WORDING: Wordings = {
  report: DEFAULT_REPORT_WORDING,
  certificate: {
    heading: { vi: "Giấy chứng nhận hoàn thành", en: "Certificate of completion" },
    certifies: { vi: "Chứng nhận", en: "This is to certify that" },
    completed: { vi: "đã hoàn thành", en: "has completed the" },
    signature: { vi: "Ký tên, đóng dấu", en: "Signature, seal" },
    copy: {
      vi: "Nội dung khớp bản gốc lưu trong hệ thống.",
      en: "The content agrees with the original kept in the system.",
    },
  },
  register: {
    heading: {
      vi: "Sổ cấp giấy chứng nhận hoàn thành chương trình tập huấn nội bộ",
      en: "Register of certificates of internal training programmes",
    },
  },
};
