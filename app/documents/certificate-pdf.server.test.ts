import { afterEach, describe, expect, it, vi } from "vitest";
import type { FirstFace, NewFace } from "~/domain/certification/face";
import { ADDRESS, both, FIRST_FACE } from "~/domain/certification/face-for-test";
import { FIRST_WORDING } from "~/domain/certification/wording";
import { renderCertificatePdf } from "./certificate-pdf.server";

const sixty = "Nguyễn Phước Công Tằng Tôn Nữ Hoàng Thị Ngọc Phương Khánh Ưởng";
const long = (size: number) =>
  "Bảo hiểm xã hội thành phố Hồ Chí Minh, Phòng Truyền thông và Phổ biến chính sách, ".repeat(3).slice(0, size);
const longFace: FirstFace = {
  ...FIRST_FACE,
  heading: both(`Giấy chứng nhận ${long(40)}`, long(80)),
  holder: sixty,
  unit: both(long(120), long(120)),
  programme: both(long(200), long(200)),
  issuingBody: both(long(80), long(80)),
  issuingUnit: both(long(120), long(120)),
  signatory: { name: sixty, title: both(long(90), long(90)) },
  decision: { number: "123456/QĐ-BHXH-TCCB-TTTT-MẪU-SỐ-RẤT-DÀI", signedOn: "2026-01-05" },
};
const { heading, ...wording } = FIRST_WORDING.certificate;
const secondFace: NewFace = {
  ...FIRST_FACE,
  form: 2,
  heading,
  authority: both("KT. TRƯỞNG BAN", "For the Director"),
  signatory: { name: "Đinh Quang Thụy", title: both("Phó Trưởng Ban", "Deputy Director") },
  wording,
  replaces: null,
};
const longSecondFace: NewFace = {
  ...longFace,
  form: 2,
  authority: both(long(60), long(60)),
  wording: {
    certifies: both(long(40), long(40)),
    completed: both(long(40), long(40)),
    signature: both(long(40), long(40)),
    copy: both(long(80), long(80)),
  },
  replaces: "CN-2026-00416",
};

interface Piece {
  text: string;
  size: number;
  left: number;
  right: number;
  /** of the base line, from the bottom of the page */
  y: number;
}

/** The pieces of text of an uncompressed PDF, as its own character maps and widths give them. */
function piecesOf(pdf: Buffer): Piece[] {
  const source = pdf.toString("latin1");
  const objectOf = (id: string) => source.slice(source.indexOf(`\n${id} 0 obj`)).split("endobj")[0] ?? "";
  const find = (text: string, pattern: RegExp) => pattern.exec(text)?.[1] ?? "";
  const fonts = new Map<string, { texts: string[]; widths: number[] }>();
  for (const [, name = "", id = ""] of source.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const font = objectOf(id);
    const map = find(objectOf(find(font, /\/ToUnicode (\d+)/)), /beginbfrange\n\S+ \S+ \[(.*?)\]/s);
    const texts = [...map.matchAll(/<([0-9a-f ]+)>/g)].map(([, codes = ""]) =>
      String.fromCharCode(...codes.split(" ").map((code) => Number.parseInt(code, 16))),
    );
    const widths = find(objectOf(find(font, /\/DescendantFonts \[(\d+)/)), /\/W \[0 \[(.*?)\]/s);
    fonts.set(name, { texts, widths: widths.split(" ").map(Number) });
  }
  return [...source.matchAll(/1 0 0 1 (\S+) (\S+) Tm\n\/(F\d+) (\S+) Tf\n(?:\S+ T[cw]\n)*\[(.*?)\] TJ/g)].map(
    ([, x = "", y = "", name = "", size = "", shown = ""]) => {
      const font = fonts.get(name);
      const [left, points] = [Number(x), Number(size)];
      let [text, width] = ["", 0];
      for (const [, glyphs, kern] of shown.matchAll(/<([0-9a-f]+)>|(-?[\d.]+)/g)) {
        width -= Number(kern ?? 0);
        for (const glyph of glyphs?.match(/.{4}/g) ?? []) {
          const id = Number.parseInt(glyph, 16);
          text += font?.texts[id] ?? "?";
          width += font?.widths[id] ?? 1000;
        }
      }
      return { text, size: points, left, right: left + (width * points) / 1000, y: Number(y) };
    },
  );
}

async function textOf(change: Partial<FirstFace> = {}): Promise<string> {
  return wordsOf({ ...FIRST_FACE, ...change });
}

async function wordsOf(shown: FirstFace | NewFace): Promise<string> {
  return piecesOf(await renderCertificatePdf(shown, ADDRESS))
    .map(({ text }) => text)
    .join("\n")
    .normalize("NFC");
}

describe("the paper", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it("is one A4 page lying on its side, in vectors, with both fonts in it", async () => {
    const source = (await renderCertificatePdf(FIRST_FACE, ADDRESS)).toString("latin1");
    expect(source.match(/\/Type \/Page\n/g)).toHaveLength(1);
    expect(source).toContain("/MediaBox [0 0 841.89 595.28]");
    expect(source.match(/\/FontFile2 \d+ 0 R/g)).toHaveLength(2);
    expect(new Set(source.match(/\+BeVietnamPro-\w+/g))).toEqual(
      new Set(["+BeVietnamPro-Regular", "+BeVietnamPro-SemiBold"]),
    );
    expect(source).not.toContain("/Subtype /Image");
    expect(source).toMatch(/\/Lang \(vi\)/);
    expect(source).toContain("/Marked true");
  });

  it("is the same, byte for byte, whenever it is rendered, and another one for another address", async () => {
    const first = await renderCertificatePdf(FIRST_FACE, ADDRESS);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 400 * 24 * 3_600_000 });
    expect((await renderCertificatePdf(FIRST_FACE, ADDRESS)).equals(first)).toBe(true);
    expect((await renderCertificatePdf(FIRST_FACE, `${ADDRESS}X`)).equals(first)).toBe(false);
  });

  it("says all that the face says, in both languages", async () => {
    const text = await textOf();
    for (const part of [
      "GIẤY CHỨNG NHẬN",
      "Certificate of completion",
      "Phạm Hữu Chiến",
      "Bảo hiểm xã hội tỉnh Hưng Yên",
      "Chương trình tập huấn nội bộ dành cho cán bộ đầu mối",
      "Internal training for focal points",
      "Theo Quyết định số 12/QĐ-MẪU ngày 05/01/2026",
      "Cấp ngày 15/09/2026",
      "Có giá trị đến hết ngày 14/09/2028",
      "Valid through 14 September 2028",
      "Hà Nội, ngày 15 tháng 9 năm 2026",
      "Trưởng Ban Tổ chức cán bộ",
      "Đinh Quang Thụy",
      "CN-2026-00417",
      "7KQ4-M2XD",
      "caunoi.example/v/CN-2026-00417/7KQ4M2XD",
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toMatch(/ký số|chứng chỉ/i);
  });

  it("of the second form says by what authority, in its own words, and what it replaces", async () => {
    const text = await wordsOf(secondFace);
    for (const part of [
      "GIẤY CHỨNG NHẬN HOÀN THÀNH",
      "KT. TRƯỞNG BAN",
      "PHÓ TRƯỞNG BAN",
      "For the Director, Deputy Director",
      "(Ký tên, đóng dấu / Signature, seal)",
      "Nội dung khớp bản gốc lưu trong hệ thống.",
    ])
      expect(text).toContain(part);
    expect(text).not.toMatch(/ký số|chứng chỉ|Thay giấy/i);
    expect(await wordsOf({ ...secondFace, replaces: "CN-2026-00416" })).toContain("Thay giấy số CN-2026-00416");
    expect(await wordsOf({ ...secondFace, authority: null })).toContain("Phó Trưởng Ban");
  });

  it("marks what is a sample, and says so where there is no end", async () => {
    expect(await textOf()).toMatch(/Bản mẫu, không có giá trị\nSample, not valid/);
    expect(await textOf({ sample: false })).not.toMatch(/Bản mẫu|Sample/);
    const text = await textOf({ validThrough: null });
    expect(text).toMatch(/Không thời hạn\nNo expiry/);
    expect(text).not.toMatch(/Có giá trị đến|Valid through/);
  });

  it.each([
    ["usual words", FIRST_FACE, ADDRESS],
    ["long words", longFace, ADDRESS],
    ["an authority", secondFace, ADDRESS],
    ["long words with an authority", longSecondFace, ADDRESS],
    ["long words and no end", { ...longFace, validThrough: null, sample: false }, ADDRESS],
    [
      "a long address",
      FIRST_FACE,
      "https://dao-tao-va-chung-nhan.truyen-thong.example.gov.vn/v/CN-2026-00417/7KQ4M2XD",
    ],
    ["a name without a space", { ...FIRST_FACE, holder: "Ưởng".repeat(30) }, ADDRESS],
  ])("keeps %s within the frame and apart from one another", async (_, words, address) => {
    const pieces = piecesOf(await renderCertificatePdf(words, address));
    expect(pieces.length).toBeGreaterThan(20);
    for (const { text, size, left, right, y } of pieces) {
      expect(left, text).toBeGreaterThan(50);
      expect(right, text).toBeLessThan(842 - 50);
      expect(y + size, text).toBeLessThan(595 - 22);
      expect(y - 0.25 * size, text).toBeGreaterThan(43);
      expect(size, text).toBeGreaterThan(4.5);
    }
    const crossing = pieces.flatMap((one, index) =>
      pieces.slice(index + 1).flatMap((other) => {
        const beside = one.right <= other.left + 0.5 || other.right <= one.left + 0.5;
        const [upper, lower] = one.y > other.y ? [one, other] : [other, one];
        const apart = upper.y - 0.25 * upper.size >= lower.y + 0.75 * lower.size;
        return beside || apart ? [] : [`${one.text} / ${other.text}`];
      }),
    );
    expect(crossing).toEqual([]);
  });
});
