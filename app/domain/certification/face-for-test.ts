import type { FirstFace } from "./face";

export const ADDRESS = "https://caunoi.example/v/CN-2026-00417/7KQ4M2XD";
export const both = (vi: string, en: string) => ({ vi, en });
/** A paper as the first ones were. */
export const FIRST_FACE: FirstFace = {
  form: 1,
  heading: both("Giấy chứng nhận", "Certificate of completion"),
  holder: "Phạm Hữu Chiến",
  unit: both("Bảo hiểm xã hội tỉnh Hưng Yên", "Hưng Yên Social Security"),
  programme: both("Chương trình tập huấn nội bộ dành cho cán bộ đầu mối", "Internal training for focal points"),
  issuedOn: "2026-09-15",
  validThrough: "2028-09-14",
  serial: "CN-2026-00417",
  code: "7KQ4M2XD",
  issuingBody: both("Bảo hiểm xã hội Việt Nam", "Vietnam Social Security"),
  issuingUnit: both("Ban Tổ chức cán bộ", "Department of Personnel"),
  signatory: { name: "Đinh Quang Thụy", title: both("Trưởng Ban Tổ chức cán bộ", "Director") },
  place: both("Hà Nội", "Hà Nội"),
  decision: { number: "12/QĐ-MẪU", signedOn: "2026-01-05" },
  sample: true,
};
