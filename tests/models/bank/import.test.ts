import "../database-for-test";
import { beforeEach, describe, expect, it } from "vitest";
import { readCourses } from "~/content/course-package.server";
import { writeGift } from "~/content/questions/gift-writer.server";
import { questionsWorkbook } from "~/documents/questions-workbook.server";
import type { Question } from "~/domain/course/question";
import { flatten } from "~/domain/question-files/flatten";
import { isToComplete } from "~/domain/question-files/to-complete";
import { findBank } from "~/models/bank/bank-entries.server";
import { exportQuestions, questionTemplate } from "~/models/bank/export-questions.server";
import { confirmImport, importPage, keepQuestionsFile, previewImport } from "~/models/bank/import-questions.server";
import { proposalsWhere } from "~/models/bank/proposal-rows.server";
import { withoutBank } from "~/models/bank/question-versions.server";
import { syncCourses } from "~/models/course/sync-courses.server";
import { reader } from "~/models/database.server";
import { newPublicId } from "~/models/public-id.server";
import { courseFiles } from "../../fixtures/course-files";
import { wholeDatabase } from "../database-for-test";
import { approver, author, outsider } from "./bank-people";

const AT = "2026-11-21T02:00:00.000Z";
const TODAY = "2026-11-21";
const NOTHING = { marked: false };

beforeEach(async () => {
  await syncCourses(readCourses(courseFiles().directory), AT);
});

async function bank(): Promise<Question[]> {
  const found = await findBank("ethics", TODAY);
  return [...(found?.entries.values() ?? [])].map(({ question }) => withoutBank(question));
}

const xlsx = (questions: readonly Question[]) =>
  questionsWorkbook(questions.map(flatten), { competencies: [], lessons: [], documents: [] }, []);

async function kept(bytes: Uint8Array | string): Promise<string> {
  const outcome = await keepQuestionsFile(author, "ethics", Buffer.from(bytes), TODAY);
  if (!outcome?.id) throw new Error(JSON.stringify(outcome));
  return outcome.id;
}

async function read(bytes: Uint8Array | string, defaults: Parameters<typeof previewImport>[3] = NOTHING) {
  const view = await previewImport(author, "ethics", await kept(bytes), defaults, TODAY);
  if (!view?.read) throw new Error(JSON.stringify(view?.refusal));
  return view.read;
}

const confirm = (id: string, onceKey = newPublicId(), defaults: Parameters<typeof previewImport>[3] = NOTHING) =>
  confirmImport(author, { slug: "ethics", id, defaults, onceKey }, AT);

describe("what is exported", () => {
  it.each(["gift", "xlsx", "docx"] as const)("comes in again as %s without a difference", async (format) => {
    const bytes = await exportQuestions(author, "ethics", format, "all", TODAY);
    const { equal, problems, fresh, changed } = await read(bytes ?? "");
    expect({ problems, fresh, changed }).toEqual({ problems: [], fresh: [], changed: [] });
    expect(equal.length).toBe((await bank()).length);
  });

  it("holds the key, so not everybody has it", async () => {
    expect(await exportQuestions(outsider, "ethics", "gift", "all", TODAY)).toBeNull();
    expect(await exportQuestions(author, "no-course", "gift", "all", TODAY)).toBeNull();
    expect(await questionTemplate(outsider, "xlsx", null, TODAY)).toBeNull();
  });

  it("and its templates are refused until the examples are gone", async () => {
    for (const format of ["gift", "xlsx", "docx"] as const) {
      const { problems, fresh } = await read((await questionTemplate(author, format, "ethics", TODAY)) ?? "");
      expect(fresh).toEqual([]);
      expect(new Set(problems.map((each) => each.kind === "question" && each.problem))).toEqual(
        new Set(["competency-unknown", "lesson-unknown", "document-unknown"]),
      );
    }
  });
});

describe("bringing in a file", () => {
  it("is seen before, writes nothing until it is confirmed, and then everything at once as proposals", async () => {
    const [first, second] = (await bank()) as [Question, Question];
    const brought = [
      { ...first, stem: { vi: "Hỏi khác?", en: "Another question?" } },
      second,
      { ...second, key: "et-brought-in", stem: { vi: "Câu mới?", en: "A new question?" } },
    ];
    const before = await wholeDatabase();
    const id = await kept(await xlsx(brought));
    const page = await importPage(author, { slug: "ethics", id, defaults: NOTHING }, "vi", TODAY);
    expect(page?.read).toMatchObject({
      fresh: [{ key: "et-brought-in" }],
      changed: [
        {
          key: first.key,
          differences: [
            { facet: "stem", language: "vi" },
            { facet: "stem", language: "en" },
          ],
        },
      ],
      equal: 1,
      problems: [],
    });
    expect(await wholeDatabase()).toEqual(before);

    const onceKey = newPublicId();
    const [one, two] = await Promise.all([confirm(id, onceKey), confirm(id, onceKey)]);
    expect([one, two]).toEqual([
      { ok: true, proposed: 2 },
      { ok: true, proposed: 2 },
    ]);
    const proposals = await proposalsWhere(await reader(), { bank: "ethics" });
    expect(proposals.map(({ kind, key }) => [kind, key]).sort()).toEqual([
      ["change", first.key],
      ["new", "et-brought-in"],
    ]);
    expect(await importPage(author, { slug: "ethics", id, defaults: NOTHING }, "en", TODAY)).toMatchObject({
      before: 2,
    });
    // the bank itself has not changed: somebody else approves
    expect((await bank())[0]?.stem.vi).toBe(first.stem.vi);
  });

  it("with one thing wrong changes nothing, and says the cell", async () => {
    const [first, second] = (await bank()) as [Question, Question];
    const flat = [flatten({ ...first, key: "et-new" }), { ...flatten(second), competency: "kỹ năng" }];
    const bytes = await questionsWorkbook(flat, { competencies: [], lessons: [], documents: [] }, []);
    const { problems } = await read(bytes);
    expect(problems).toMatchObject([
      { kind: "question", key: second.key, field: "competency", place: { kind: "cell", sheet: "Câu hỏi", cell: "C3" } },
    ]);
    const before = await wholeDatabase();
    expect(await confirm(await kept(bytes))).toEqual({ ok: false, because: "problems" });
    expect(await wholeDatabase()).toEqual(before);
  });

  it("with the same key twice says the second", async () => {
    const [first] = (await bank()) as [Question];
    const { problems } = await read(
      await xlsx([
        { ...first, key: "et-new" },
        { ...first, key: "et-new" },
      ]),
    );
    expect(problems).toMatchObject([{ kind: "twice", key: "et-new", place: { cell: "A3" } }]);
  });

  it("of another house is completed for the whole file, and what has no English is marked", async () => {
    const [first] = (await bank()) as [Question];
    const foreign = "Đạo đức là gì? {=Một #đúng vậy ~Hai ~Ba}\n\nHai cộng hai? {#4}";
    const bare = await read(foreign);
    expect(bare).toMatchObject({ lacking: true, fresh: [] });
    expect(new Set(bare.problems.map((each) => "field" in each && each.field))).toContain("competency");
    const { competency, lesson, citation } = first;
    const whole = await read(foreign, { competency, lesson, difficulty: 1, citation, marked: true });
    expect(whole.problems).toEqual([]);
    expect(whole.fresh.map(({ question }) => question)).toMatchObject([
      { type: "single", competency, explanation: { vi: "“Một”: đúng vậy", en: "[cần dịch] “Một”: đúng vậy" } },
      { type: "numeric", answer: 4, explanation: { vi: "[cần bổ sung]" } },
    ]);
    expect(whole.fresh.every(({ question }) => isToComplete(question))).toBe(true);
    expect((await bank()).some(isToComplete)).toBe(false);
  });

  it("from another system keeps of a known question what GIFT has no place for", async () => {
    const [first] = (await bank()) as [Question];
    const text = writeGift([first], "ethics").text.replace(/^\/\/.*$/gm, "");
    const { changed, problems } = await read(text, { marked: true });
    expect(problems).toEqual([]);
    const { competency, lesson, difficulty, citation } = first;
    expect(changed[0]?.question).toMatchObject({ key: first.key, competency, lesson, difficulty, citation });
  });

  it("that cannot be read says why", async () => {
    expect(await keepQuestionsFile(author, "ethics", Buffer.from("%PDF-1.4"), TODAY)).toEqual({
      id: null,
      refusal: { code: "other-kind", params: {} },
    });
  });

  it("is for authors, and for banks and files that exist", async () => {
    const id = await kept(await xlsx((await bank()).slice(0, 1)));
    expect(await keepQuestionsFile(approver, "ethics", Buffer.from("a{T}"), TODAY)).toBeNull();
    expect(await previewImport(approver, "ethics", id, NOTHING, TODAY)).toBeNull();
    expect(await previewImport(author, "no-course", id, NOTHING, TODAY)).toBeNull();
    expect(await previewImport(author, "ethics", "0".repeat(64), NOTHING, TODAY)).toBeNull();
    expect(await previewImport(author, "ethics", "../../prisma", NOTHING, TODAY)).toBeNull();
    expect(await confirm("0".repeat(64))).toEqual({ ok: false, because: "not-found" });
    expect(await confirm(id)).toEqual({ ok: false, because: "nothing" });
  });
});
