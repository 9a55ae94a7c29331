import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import ExcelJS from "exceljs";
import iconv from "iconv-lite";
import { afterAll, describe, expect, it } from "vitest";
import { LIMITS, TableRefused, type TableRow } from "~/domain/imports/table";
import { workbookParts, zipOf } from "../../tests/fixtures/zip";
import { openTable } from "./table-file.server";
import { headsOf } from "./table-head.server";

const directory = mkdtempSync(path.join(tmpdir(), "cau-noi-table-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));
let files = 0;

function fileOf(bytes: Uint8Array | string): string {
  const file = path.join(directory, `file-${files++}`);
  writeFileSync(file, bytes);
  return file;
}

async function read(bytes: Uint8Array | string, sheet = 0) {
  const table = await openTable(fileOf(bytes));
  const rows: TableRow[] = [];
  try {
    await table.read(sheet, (row) => rows.push(row));
  } finally {
    table.close();
  }
  return { table, rows };
}

async function refusal(bytes: Uint8Array | string): Promise<Pick<TableRefused, "code" | "params">> {
  const error = await read(bytes).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(TableRefused);
  return error as TableRefused;
}

const TEXT = "Họ và tên;Đơn vị\r\nĐỗ Thị Ánh;BHXH tỉnh Đắk Lắk\r\nNguyễn Hữu Thọ;BHXH cơ sở Phố Hiến\r\n";
const EXPECTED = [
  ["Họ và tên", "Đơn vị"],
  ["Đỗ Thị Ánh", "BHXH tỉnh Đắk Lắk"],
  ["Nguyễn Hữu Thọ", "BHXH cơ sở Phố Hiến"],
];

/** As editors for this code page store Vietnamese: vowels with their own marks composed, tones apart. */
function windows1258(text: string): Buffer {
  const apart = text
    .normalize("NFD")
    .replace(
      /([aeouAEOU])([\u0323\u0300\u0301\u0303\u0309]?)([\u0302\u0306\u031b])/g,
      (_, letter, tone, mark) => letter + mark + tone,
    )
    .replace(/[aeouAEOU][\u0302\u0306\u031b]/g, (pair) => pair.normalize("NFC"));
  return iconv.encode(apart, "windows-1258");
}

describe("the letters of a CSV file", () => {
  it.each([
    ["utf-8", Buffer.from(TEXT)],
    ["utf-8", Buffer.from(`\uFEFF${TEXT}`)],
    ["utf-8", Buffer.from(TEXT.normalize("NFD"))],
    ["utf-16le", iconv.encode(TEXT, "utf-16le", { addBOM: true })],
    ["utf-16be", iconv.encode(TEXT, "utf-16be", { addBOM: true })],
    ["utf-16le", iconv.encode(TEXT, "utf-16le")],
    ["utf-16be", iconv.encode(TEXT, "utf-16be")],
    ["windows-1258", windows1258(TEXT)],
  ])("are known as %s", async (encoding, bytes) => {
    const { table, rows } = await read(bytes);
    expect(table.encoding).toBe(encoding);
    expect(rows.map(({ cells }) => cells)).toEqual(EXPECTED);
  });

  it("are refused where UTF-8 is damaged, with the row", async () => {
    const bytes = Buffer.concat([Buffer.from(TEXT), Buffer.from([0x41, 0xe1, 0xba, 0x0d, 0x0a])]);
    expect(await refusal(bytes)).toMatchObject({ code: "broken-utf8", params: { row: "4" } });
  });
});

describe("the cells of a CSV file", () => {
  it.each([
    [",", 'a,b\n"1,5",2\n'],
    [";", "a;b\n1,5;2\n"],
    ["\t", "a\tb\n1,5\t2\n"],
    ["|", "a|b\n1,5|2\n"],
    [";", "sep=;\na;b\n1,5;2\n"],
  ])("are parted by %j", async (delimiter, text) => {
    const { table, rows } = await read(text);
    expect(table.delimiter).toBe(delimiter);
    expect(rows.map(({ cells }) => cells)).toEqual([
      ["a", "b"],
      ["1,5", "2"],
    ]);
  });

  it("keep quotes, line breaks within them, and the file's own count of rows", async () => {
    const { rows } = await read('a;b\n\n"x ""y""";"hai\ndòng"\n;\nlast;1\n');
    expect(rows).toEqual([
      { number: 1, cells: ["a", "b"] },
      { number: 3, cells: ['x "y"', "hai\ndòng"] },
      { number: 5, cells: ["last", "1"] },
    ]);
  });

  it("are refused where a quote stays open", async () => {
    expect((await refusal('a;b\n"never closed;1\nx;y\n')).code).toBe("open-quote");
  });

  it("stay text where they look like a formula", async () => {
    const { rows } = await read("a;b\n=1+1;@x\n");
    expect(rows[1]?.cells).toEqual(["=1+1", "@x"]);
  });

  it("are named, not carried along, where they are too long", async () => {
    const { rows } = await read(`a;b\n${"x".repeat(10_000)};1\n`);
    expect(rows[1]?.cells[0]).toEqual({ problem: "cell-too-long", letters: 10_000 });
  });
});

describe("a file of another kind", () => {
  it.each([
    ["empty", Buffer.alloc(0)],
    ["empty", Buffer.from(" \n \n")],
    ["old-excel", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ["pdf", Buffer.from("%PDF-1.7\n")],
    ["image", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a])],
    ["rich-text", Buffer.from("{\\rtf1 abc}")],
    ["web-page", Buffer.from("<html><table><tr><td>1</td></tr></table></html>")],
    ["xml", Buffer.from('<?xml version="1.0"?><Workbook/>')],
    ["other-archive", zipOf({ "word/document.xml": "<w/>", "[Content_Types].xml": "<Types/>" })],
    ["open-document", zipOf({ mimetype: "application/x", "content.xml": "<x/>" })],
    ["binary-excel", zipOf({ "[Content_Types].xml": "<Types/>", "xl/workbook.bin": "x" })],
    ["macro", zipOf({ ...workbookParts("<row/>"), "xl/vbaProject.bin": "x" })],
    ["broken-workbook", Buffer.from("PK\x03\x04 and nothing else")],
    ["unpacks-too-large", zipOf(workbookParts("<row/>"), { declared: 150 * 1024 * 1024 })],
  ])("is refused as %s", async (code, bytes) => {
    expect((await refusal(bytes)).code).toBe(code);
  });

  it("is refused where its parts unpack to more than they say", async () => {
    expect((await refusal(zipOf(workbookParts("<row/>"), { declared: 10 }))).code).toBe("broken-workbook");
  });

  it("is refused where it is too large, before it is read", async () => {
    expect((await refusal(Buffer.alloc(LIMITS.fileBytes + 1, "a"))).code).toBe("too-large");
  });

  it("may begin with letters that other kinds begin with", async () => {
    const { rows } = await read("BM;MZ\n1;2\n");
    expect(rows).toHaveLength(2);
  });
});

describe("a workbook", () => {
  it("gives texts, numbers, dates and what cannot be read", async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet("Cán bộ");
    sheet.addRow(["Họ và tên", "Từ ngày", "Số", "Công thức", "Lỗi", "Đậm"]);
    sheet.addRow([
      "Đỗ Thị Ánh",
      new Date(Date.UTC(2026, 10, 21)),
      42,
      { formula: "1+1", result: 2 },
      { error: "#N/A" },
      { richText: [{ text: "Nguyễn " }, { text: "Ái", font: { bold: true } }] },
    ]);
    sheet.getCell("B2").numFmt = "dd/mm/yyyy";
    const { rows, table } = await read(Buffer.from(await workbook.xlsx.writeBuffer()));
    expect(table.sheets).toEqual(["Cán bộ"]);
    expect(rows[1]).toEqual({
      number: 2,
      cells: [
        "Đỗ Thị Ánh",
        { date: "2026-11-21" },
        42,
        { problem: "formula" },
        { problem: "error-value" },
        "Nguyễn Ái",
      ],
    });
  });

  it("is read with prefixes, without addresses, and with texts in pieces", async () => {
    const parts = workbookParts("");
    parts["xl/worksheets/sheet1.xml"] =
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:r><x:t>A &amp; </x:t></x:r><x:r><x:t>B</x:t></x:r></x:is></x:c><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    expect((await read(zipOf(parts))).rows).toEqual([{ number: 1, cells: ["A & B", 7] }]);
  });

  it("hides nothing: a part that its list does not name is not read", async () => {
    const parts = workbookParts('<row r="1"><c r="A1"><v>1</v></c></row>');
    parts["xl/sharedStrings.xml"] = "<!DOCTYPE x>";
    expect((await read(zipOf(parts, { unlisted: ["xl/sharedStrings.xml"] }))).rows).toHaveLength(1);
  });

  it("is refused where it brings a document type, as entities would", async () => {
    const parts = workbookParts("");
    parts["xl/worksheets/sheet1.xml"] = '<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>';
    expect((await refusal(zipOf(parts))).code).toBe("broken-workbook");
  });

  it("knows its own day counts, also from 1904", async () => {
    const cells = '<row r="1"><c r="A1" s="1"><v>46347</v></c><c r="B1" s="0"><v>46347</v></c></row>';
    const styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>';
    const parts: Record<string, string> = { ...workbookParts(cells), "xl/styles.xml": styles };
    expect((await read(zipOf(parts))).rows[0]?.cells).toEqual([{ date: "2026-11-21" }, 46347]);
    parts["xl/workbook.xml"] = (parts["xl/workbook.xml"] ?? "").replace(
      "<sheets>",
      '<workbookPr date1904="1"/><sheets>',
    );
    expect((await read(zipOf(parts))).rows[0]?.cells[0]).toEqual({ date: "2030-11-22" });
  });

  it("with a million empty rows is refused where they stand, in a few seconds", async () => {
    const data = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>1</v></c></row>';
    const empty = Array.from({ length: 1_000_000 }, (_, index) => `<row r="${index + 2}"/>`).join("");
    const refused = await refusal(zipOf(workbookParts(data + empty)));
    expect(refused).toMatchObject({ code: "too-many-empty-rows", params: { sheet: "Danh sách", from: "2" } });
    expect(Number(refused.params.row)).toBeLessThan(110_000);
  });

  it("is refused with more than its limits of rows and columns", async () => {
    const row = (number: number) => `<row r="${number}"><c r="A${number}"><v>1</v></c></row>`;
    const many = Array.from({ length: LIMITS.rows + 1 }, (_, index) => row(index + 1)).join("");
    expect(await refusal(zipOf(workbookParts(many)))).toMatchObject({
      code: "too-many-rows",
      params: { row: String(LIMITS.rows + 1) },
    });
    const wide = '<row r="1"><c r="ZZ1"><v>1</v></c></row>';
    expect((await refusal(zipOf(workbookParts(wide)))).code).toBe("too-many-columns");
  });
});

describe("the head of a table", () => {
  it("is found below a title, with the rows that follow", async () => {
    const table = await openTable(
      fileOf("BẢO HIỂM XÃ HỘI VIỆT NAM;;\nDanh sách tháng 11;;\n\nMã CB;Họ và tên;Đơn vị\n1;An;X\n2;Bình;Y\n"),
    );
    const [sheet] = await headsOf(table, "people");
    expect(sheet).toMatchObject({
      headingRow: 4,
      headings: ["Mã CB", "Họ và tên", "Đơn vị"],
      rows: 2,
      sample: [
        ["1", "An", "X"],
        ["2", "Bình", "Y"],
      ],
    });
  });

  it("is asked for where there is none", async () => {
    const table = await openTable(fileOf("1\n2\n"));
    await expect(headsOf(table, "people")).rejects.toMatchObject({ code: "no-headings" });
  });
});
