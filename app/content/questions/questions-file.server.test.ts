import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import JSZip from "jszip";
import { describe, expect, it } from "vitest";
import { questionsDocument } from "~/documents/questions-document.server";
import { questionsWorkbook } from "~/documents/questions-workbook.server";
import { EXAMPLES } from "~/domain/question-files/examples";
import { flatten } from "~/domain/question-files/flatten";
import { writeGift } from "./gift-writer.server";
import { readQuestionsFile } from "./questions-file.server";

const directory = mkdtempSync(path.join(tmpdir(), "question-files-"));

function read(bytes: Uint8Array | string) {
  const file = path.join(directory, "file");
  writeFileSync(file, bytes);
  return readQuestionsFile(file, "bank");
}

const xlsx = () => questionsWorkbook(EXAMPLES.map(flatten), { competencies: [], lessons: [], documents: [] }, []);
const docx = () => questionsDocument(EXAMPLES.map(flatten), "Mẫu", []);

async function zipped(parts: Record<string, string>): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const [name, content] of Object.entries(parts)) zip.file(name, content);
  return zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}

describe("the kind of a file is what it contains", () => {
  it("GIFT, XLSX and DOCX", async () => {
    expect(await read(writeGift(EXAMPLES, "bank").text)).toMatchObject({ format: "gift", problems: [] });
    const sheet = await read(await xlsx());
    expect(sheet).toMatchObject({ format: "xlsx", problems: [] });
    expect(sheet.questions).toHaveLength(EXAMPLES.length);
    expect(await read(await docx())).toMatchObject({ format: "docx", problems: [] });
  });

  it("text in any encoding of ours, with a byte order mark, in decomposed letters", async () => {
    const text = "::a::Trưởng phòng hỏi gì? {T}";
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
    for (const bytes of [`\uFEFF${text}`, wide, text.normalize("NFD")]) {
      const { questions } = await read(bytes);
      expect(questions[0]?.content).toMatchObject({ stem: { vi: "Trưởng phòng hỏi gì?" } });
    }
  });

  it("a question without a key gets one that stays the same", async () => {
    const keys = async () => (await read("Một câu? {T}\n\nHai câu? {F}")).questions.map(({ content }) => content.key);
    const [first, second] = await keys();
    expect(first).toMatch(/^bank-[0-9a-f]{8}$/);
    expect(second).not.toBe(first);
    expect(await keys()).toEqual([first, second]);
  });
});

describe("a file that is not taken", () => {
  it.each<[string, () => Promise<Uint8Array | string> | Uint8Array | string, string]>([
    ["is empty", () => "", "empty"],
    ["has spaces only", () => "  \n ", "no-questions"],
    ["is a picture", () => Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), "other-kind"],
    ["is a PDF", () => "%PDF-1.7", "other-kind"],
    ["is an old Word or Excel file", () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), "old-office"],
    ["is a workbook cut short", async () => (await xlsx()).subarray(0, 3000), "broken-archive"],
    ["is a document cut short", async () => (await docx()).subarray(0, 900), "broken-archive"],
    ["is another archive", () => zipped({ "a.txt": "a" }), "other-kind"],
    ["has macros", () => zipped({ "word/document.xml": "<x/>", "word/vbaProject.bin": "x" }), "macro"],
    ["is no XML inside", () => zipped({ "word/document.xml": "<w:document><w:body>" }), "broken-archive"],
    [
      "brings entities",
      () => zipped({ "word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }),
      "broken-archive",
    ],
    ["unpacks to too much", () => zipped({ "word/document.xml": " ".repeat(41 * 1024 * 1024) }), "unpacks-too-large"],
    ["is larger than may be", () => "x".repeat(2 * 1024 * 1024 + 1), "too-large"],
    [
      "has a damaged letter",
      () => Buffer.concat([Buffer.from("Một câu đúng"), Buffer.from([0xff]), Buffer.from(" {T}")]),
      "broken-utf8",
    ],
    ["is a text of something else", () => "Kính gửi anh chị,", "no-questions"],
  ])("%s", async (_name, bytes, code) => {
    await expect(read(await bytes())).rejects.toMatchObject({ name: "QuestionFileRefused", code });
  });

  it("is a bomb whose list lies about its sizes", async () => {
    const bytes = Buffer.from(await zipped({ "word/document.xml": `<a>${" ".repeat(5_000_000)}</a>` }));
    // the size in the list at the end, made small
    const entry = bytes.indexOf(Buffer.from("PK\x01\x02", "latin1"));
    bytes.writeUInt32LE(10, entry + 24);
    await expect(read(bytes)).rejects.toMatchObject({ code: "broken-archive" });
  });
});
