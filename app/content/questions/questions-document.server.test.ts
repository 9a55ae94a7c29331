import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import JSZip from "jszip";
import { describe, expect, it } from "vitest";
import { questionsDocument } from "~/documents/questions-document.server";
import { questionSchema } from "~/domain/course/question";
import { EXAMPLES } from "~/domain/question-files/examples";
import type { FlatQuestion } from "~/domain/question-files/flat-columns";
import { flatten } from "~/domain/question-files/flatten";
import { guideLines } from "~/domain/question-files/guide";
import { anyQuestion } from "../../../tests/fixtures/any-question";
import { readQuestionsDocument } from "./questions-document.server";

const directory = mkdtempSync(path.join(tmpdir(), "documents-"));

function kept(bytes: Uint8Array): string {
  const file = path.join(directory, "questions.docx");
  writeFileSync(file, bytes);
  return file;
}

const written = (questions: readonly FlatQuestion[]) => questionsDocument(questions, "Ngân hàng câu hỏi", guideLines());

/** A document of ours as somebody has changed it in Word. */
async function changed(questions: readonly FlatQuestion[], change: (xml: string) => string): Promise<string> {
  const zip = await JSZip.loadAsync(await written(questions));
  const xml = (await zip.file("word/document.xml")?.async("string")) ?? "";
  const mended = change(xml);
  expect(mended).not.toBe(xml);
  zip.file("word/document.xml", mended);
  return kept(await zip.generateAsync({ type: "uint8array" }));
}

describe("questions in a document", () => {
  it("come back the same, whatever their types", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyQuestion(), { minLength: 1, maxLength: 4 }), async (questions) => {
        const found = await readQuestionsDocument(kept(await written(questions.map(flatten))));
        expect(found.problems).toEqual([]);
        expect(found.questions.map(({ content }) => questionSchema.parse(content))).toEqual(questions);
      }),
      { numRuns: 30 },
    );
  }, 60_000);

  const example = flatten(EXAMPLES[3] as (typeof EXAMPLES)[number]);

  it("are read as Word leaves them: runs in pieces, its own arrows, deleted text, another language of styles", async () => {
    const file = await changed([example], (xml) =>
      xml
        .replace(
          "Việc một",
          '</w:t></w:r><w:r><w:t>Việc</w:t></w:r><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del><w:r><w:t xml:space="preserve"> một',
        )
        .replace(" =&gt; Nơi hai", '</w:t><w:sym w:font="Wingdings" w:char="F0E8"/><w:t>Nơi hai')
        .replace('"Heading2"', '"u2"'),
    );
    const { questions, problems } = await readQuestionsDocument(file);
    expect(problems).toEqual([]);
    expect(questionSchema.parse(questions[0]?.content)).toEqual(EXAMPLES[3]);
    expect(questions[0]?.placeOf(["pairs", 1, "left", "vi"])).toMatchObject({ question: "vi-du-ghep-cap" });
  });

  it("tell the heading and the row of each problem, and keep the others", async () => {
    const file = await changed([example, { ...example, key: "khac" }], (xml) =>
      xml.replace(">1</w:t>", ">dễ</w:t>").replace("Bài học · Lesson</w:t>", "Bài giảng</w:t>"),
    );
    const { questions, problems } = await readQuestionsDocument(file);
    expect(problems).toMatchObject([
      {
        place: { kind: "row", question: "vi-du-ghep-cap", row: 6 },
        code: "unknown-row",
        params: { found: "Bài giảng" },
      },
      { place: { kind: "row", question: "vi-du-ghep-cap", row: 5 }, code: "needs-number", params: { found: "dễ" } },
    ]);
    expect(questions.map(({ content }) => content.key)).toEqual(["khac"]);
  });
});

describe("a document that is not taken", () => {
  it("has no table of ours", async () => {
    const file = kept(await questionsDocument([], "Một văn bản khác", []));
    await expect(readQuestionsDocument(file)).rejects.toMatchObject({ code: "no-questions" });
  });

  it("brings a document type, and with it entities", async () => {
    const file = await changed([flatten(EXAMPLES[0] as (typeof EXAMPLES)[number])], (xml) =>
      xml
        .replace("?>", '?><!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>')
        .replace("Phương án đúng", "&x;"),
    );
    await expect(readQuestionsDocument(file)).rejects.toMatchObject({ code: "broken-workbook" });
  });
});
