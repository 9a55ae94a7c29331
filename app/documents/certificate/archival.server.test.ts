import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { NewFace } from "~/domain/certification/face";
import { ADDRESS, both, FIRST_FACE } from "~/domain/certification/face-for-test";
import { renderCertificatePdf } from "../certificate-pdf.server";

const second: NewFace = {
  ...FIRST_FACE,
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
    const bytes = await renderCertificatePdf(FIRST_FACE, ADDRESS);
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
