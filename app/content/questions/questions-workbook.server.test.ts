import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import ExcelJS from "exceljs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { questionsWorkbook } from "~/documents/questions-workbook.server";
import { questionSchema } from "~/domain/course/question";
import { FLAT_COLUMNS, type FlatQuestion } from "~/domain/question-files/flat-columns";
import { flatten } from "~/domain/question-files/flatten";
import { anyQuestion } from "../../../tests/fixtures/any-question";
import { readQuestionsWorkbook } from "./questions-workbook.server";

const directory = mkdtempSync(path.join(tmpdir(), "questions-"));
const NOTHING = { competencies: ["conduct"], lessons: ["one"], documents: ["law"] };

function kept(bytes: Uint8Array): string {
  const file = path.join(directory, "questions.xlsx");
  writeFileSync(file, bytes);
  return file;
}

async function read(questions: readonly FlatQuestion[]) {
  return readQuestionsWorkbook(kept(await questionsWorkbook(questions, NOTHING, [["Cột", "Nội dung"]])));
}

async function readSheet(fill: (sheet: ExcelJS.Worksheet) => void) {
  const workbook = new ExcelJS.Workbook();
  fill(workbook.addWorksheet("Câu hỏi"));
  return readQuestionsWorkbook(kept(new Uint8Array(await workbook.xlsx.writeBuffer())));
}

const HEADINGS = FLAT_COLUMNS.map(({ heading }) => heading);

describe("questions in a workbook", () => {
  it("come back the same, whatever their types", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyQuestion(), { minLength: 1, maxLength: 4 }), async (questions) => {
        const found = await read(questions.map(flatten));
        expect(found.problems).toEqual([]);
        expect(found.questions.map(({ content }) => questionSchema.parse(content))).toEqual(questions);
      }),
      { numRuns: 20 },
    );
  }, 60_000);

  it("are text, whatever they begin with", async () => {
    const flat = { key: "a", type: "Trả lời bằng số", "stem.vi": '=HYPERLINK("http://x")', right: "+1" };
    const workbook = new ExcelJS.Workbook();
    const bytes = await questionsWorkbook([flat], NOTHING, []);
    await workbook.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
    const cells = workbook.getWorksheet("Câu hỏi")?.getRow(2);
    const values: unknown[] = [];
    cells?.eachCell((cell) => values.push(cell.value));
    expect(values).toContain('=HYPERLINK("http://x")');
    expect(values.every((value) => typeof value === "string")).toBe(true);
  });

  it("are found below a title, in any order of columns, with numbers typed as numbers", async () => {
    const found = await readSheet((sheet) => {
      sheet.addRow(["Ngân hàng câu hỏi 2026"]);
      sheet.addRow(["Type", "Câu hỏi (Việt)", "Mã câu hỏi", "Mức độ", "Ghi chú riêng", "Đáp án đúng"]);
      sheet.addRow(["numeric", "Bao nhiêu?".normalize("NFD"), "a-1", 2, "của tôi", 12.5]);
    });
    expect(found.questions[0]?.content).toMatchObject({
      type: "numeric",
      key: "a-1",
      stem: { vi: "Bao nhiêu?" },
      difficulty: 2,
      answer: 12.5,
    });
    expect(found.questions[0]?.placeOf(["answer"])).toEqual({ kind: "cell", sheet: "Câu hỏi", cell: "F3" });
    // a column that is not there: the place of its question
    expect(found.questions[0]?.placeOf(["explanation", "vi"])).toEqual({ kind: "cell", sheet: "Câu hỏi", cell: "C3" });
  });

  it("tell the cell of each problem, and keep the others", async () => {
    const found = await readSheet((sheet) => {
      sheet.addRow(["Mã câu hỏi", "Loại", "Câu hỏi (Việt)", "Mức độ", "Mục 1 (Việt)"]);
      sheet.addRow(["a", "Chọn một", "Một?", "khó", "a) x"]);
      sheet.addRow(["b", "Chọn hai", "Hai?", "1", { formula: "1+1", result: 2 }]);
      sheet.addRow(["c", "Chọn một", "Ba?", "1", "a) x"]);
    });
    expect(found.problems).toEqual([
      { place: { kind: "cell", sheet: "Câu hỏi", cell: "D2" }, code: "needs-number", params: { found: "khó" } },
      { place: { kind: "cell", sheet: "Câu hỏi", cell: "E3" }, code: "formula", params: { letters: "" } },
      { place: { kind: "cell", sheet: "Câu hỏi", cell: "B3" }, code: "unknown-type", params: { found: "Chọn hai" } },
    ]);
    expect(found.questions.map(({ content }) => content.key)).toEqual(["c"]);
  });
});

describe("a workbook that is not taken", () => {
  it("has no headings of ours", async () => {
    await expect(readSheet((sheet) => sheet.addRow(["Họ tên", "Đơn vị"]))).rejects.toMatchObject({
      code: "no-headings",
    });
  });

  it("has a heading twice", async () => {
    const broken = readSheet((sheet) => {
      sheet.addRow([...HEADINGS, "Key"]);
      sheet.addRow(["a"]);
    });
    await expect(broken).rejects.toMatchObject({
      code: "heading-twice",
      params: { cell: expect.stringMatching(/1$/) },
    });
  });

  it("has nothing below its headings", async () => {
    await expect(readSheet((sheet) => sheet.addRow(HEADINGS))).rejects.toMatchObject({ code: "no-questions" });
  });

  it("has too many rows", async () => {
    const many = readSheet((sheet) => {
      sheet.addRow(HEADINGS);
      for (let row = 0; row < 10_000; row += 1) sheet.addRow([`k-${row}`, "Chọn một"]);
    });
    await expect(many).rejects.toMatchObject({ code: "too-many-rows", params: { row: expect.any(String) } });
  });
});
