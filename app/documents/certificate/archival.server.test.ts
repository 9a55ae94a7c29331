import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { FirstFace, NewFace } from "~/domain/certification/face";
import { renderCertificatePdf } from "../certificate-pdf.server";

const ADDRESS = "https://caunoi.example/v/CN-2026-00417/7KQ4M2XD";
const both = (vi: string, en: string) => ({ vi, en });
const first: FirstFace = {
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
const second: NewFace = {
  ...first,
  form: 2,
  authority: null,
  wording: {
    certifies: both("Chứng nhận", "This is to certify that"),
    completed: both("đã hoàn thành", "has completed the"),
    signature: both("Ký tên, đóng dấu", "Signature, seal"),
    copy: both("Nội dung khớp bản gốc", "Agrees with the original"),
  },
  replaces: null,
};

describe("a paper of the first form", () => {
  it("is drawn as it was when the first ones were stored", async () => {
    const bytes = await renderCertificatePdf(first, ADDRESS);
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(
      "3d1b637dfe4f28cd49d1bece3845ae51a66d1ec88d044dfd44d35d980b5e6827",
    );
    expect(bytes.includes("OutputIntent")).toBe(false);
  });
});

describe("a paper of the second form", () => {
  it("is made to be kept: PDF/A-2b with metadata, colour space, language and structure", async () => {
    const bytes = await renderCertificatePdf(second, ADDRESS);
    const source = bytes.toString("latin1");
    expect(source.startsWith("%PDF-1.7")).toBe(true);
    expect(source).toContain("/S /GTS_PDFA1");
    expect(source).toContain("<pdfaid:part>2</pdfaid:part>");
    expect(source).toContain("<pdfaid:conformance>B</pdfaid:conformance>");
    expect(source).toMatch(/\/Lang \(vi\)/);
    expect(source).toContain("/Marked true");
    expect(source).toContain("/DisplayDocTitle true");
    expect(source.match(/\/FontFile2 \d+ 0 R/g)).toHaveLength(2);
    expect(source).not.toMatch(/\/Encrypt|\/JavaScript \d|\/SMask|\/CA 0/);
    // what the metadata says is what the document says of itself
    const xmp = bytes.toString("utf8");
    expect(xmp).toContain(`<rdf:li xml:lang="x-default">Giấy chứng nhận ${second.serial}</rdf:li>`);
    expect(xmp).toContain("<xmp:CreateDate>2026-09-14T17:00:00Z</xmp:CreateDate>");
    expect(source).toContain("(D:20260914170000Z)");
  });

  it("is the same, byte for byte, whenever it is rendered", async () => {
    const [one, other] = [await renderCertificatePdf(second, ADDRESS), await renderCertificatePdf(second, ADDRESS)];
    expect(one.equals(other)).toBe(true);
  });
});
