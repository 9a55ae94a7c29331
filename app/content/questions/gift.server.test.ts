import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Question, questionSchema } from "~/domain/course/question";
import { QuestionFileRefused } from "~/domain/question-files/place";
import { anyQuestion } from "../../../tests/fixtures/any-question";
import { readGift } from "./gift-file.server";
import { giftHolds, writeGift } from "./gift-writer.server";

const read = readGift;
const first = async (text: string) => (await read(text)).questions[0]?.content;
const problems = async (text: string) =>
  (await read(text)).problems.map(({ code, place }) => [code, "line" in place && place.line]);

describe("questions of ours as GIFT", () => {
  it("come back the same, all that GIFT has a form for", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyQuestion(), { maxLength: 4 }), async (all) => {
        const questions = all.filter(giftHolds);
        const { text, left } = writeGift(all, "bank");
        expect(left).toEqual(all.filter((question) => !giftHolds(question)).map(({ key }) => key));
        fc.pre(questions.length > 0);
        const { questions: found, problems } = await read(text);
        expect(problems).toEqual([]);
        expect(found.map(({ content }) => questionSchema.parse(content))).toEqual(questions);
      }),
      { numRuns: 200 },
    );
  });

  it("keep their English when an option is moved, and take a mended text", async () => {
    const question = fc.sample(anyQuestion("single"), { numRuns: 1, seed: 7 })[0] as Extract<
      Question,
      { type: "single" }
    >;
    const options = ["một", "hai", "ba"].map((vi, index) => ({
      key: `k${index}`,
      text: { vi, en: `${vi} in English` },
      correct: index === 0,
    }));
    const { text } = writeGift([{ ...question, options, pin: [] }], "bank");
    const moved = text.replace("=một\n~hai\n~ba", "~ba\n=một, sửa lại\n~hai");
    expect(moved).not.toBe(text);
    const found = await first(moved);
    expect(found).toMatchObject({
      options: [
        { key: "k2", text: { vi: "ba", en: "ba in English" }, correct: false },
        { text: { vi: "một, sửa lại" }, correct: true },
        { key: "k1", text: { vi: "hai", en: "hai in English" }, correct: false },
      ],
    });
    expect(new Set((found as typeof question).options.map(({ key }) => key)).size).toBe(3);
  });
});

describe("GIFT of other houses", () => {
  // the examples of Moodle's own documentation, and what Moodle writes itself
  it.each<[string, string, unknown]>([
    [
      "single choice",
      "::Q2:: What's between orange and green in the spectrum?\n{ =yellow # right; good! ~red # wrong, it's yellow ~blue }",
      {
        type: "single",
        key: "q2",
        stem: { vi: "What's between orange and green in the spectrum?" },
        options: [
          { key: "a", text: { vi: "yellow" }, correct: true },
          { key: "b", correct: false },
          { key: "c", correct: false },
        ],
        explanation: { vi: "“yellow”: right; good!\n“red”: wrong, it's yellow" },
      },
    ],
    [
      "true or false",
      "::Q1:: 1+1\\=2 {T}",
      { type: "truefalse", stem: { vi: "1+1=2" }, options: [{ correct: true }, { correct: false }] },
    ],
    [
      "a false statement with feedback",
      "Sun rises in the West.{FALSE#No#Yes####Đông}",
      { options: [{ correct: false }, { correct: true }], explanation: { vi: "Đông" } },
    ],
    [
      "several right answers with weights",
      "What two people are entombed in Grant's tomb? {~%-100%No one ~%50%Grant ~%50%Grant's wife ~%-100%Grant's father }",
      { type: "multiple", options: [{ correct: false }, { correct: true }, { correct: true }, { correct: false }] },
    ],
    [
      "half right answers",
      "Việc nào trước? {=Một ~%50%Hai ~Ba}",
      { type: "judgement", answer: "best", options: [{ weight: 1 }, { weight: 0.5 }, { weight: 0 }] },
    ],
    [
      "matching with a distractor",
      "Match. {\n=Canada -> Ottawa\n=Italy -> Rome\n= -> Berlin\n}",
      {
        type: "matching",
        pairs: [{ left: { vi: "Canada" }, right: { vi: "Ottawa" } }, { left: { vi: "Italy" } }],
        extra: [{ text: { vi: "Berlin" } }],
      },
    ],
    [
      "short answer",
      "Two plus two equals {=four =4}",
      {
        type: "fill-in",
        stem: { vi: "Two plus two equals" },
        text: { vi: "Trả lời: [[gap]]" },
        gaps: [{ accepted: ["four", "4"] }],
      },
    ],
    [
      "a missing word",
      "Grant is {=buried =entombed} in Grant's tomb.",
      { type: "fill-in", text: { vi: "Grant is [[gap]] in Grant's tomb." } },
    ],
    [
      "a missing word to choose",
      "Hoa đào {~mận =đẹp ~xa} quá.",
      { type: "single", stem: { vi: "Hoa đào _____ quá." } },
    ],
    [
      "a number with tolerance",
      "When was Ulysses S. Grant born? {#1822:5}",
      { type: "numeric", answer: 1822, tolerance: { kind: "absolute", by: 5 } },
    ],
    ["a range", "Bao nhiêu? {#1..4}", { type: "numeric", answer: 2.5, tolerance: { by: 1.5 } }],
    ["an exact number", "How many? {#=5}", { type: "numeric", answer: 5 }],
    ["an essay", "Write about it. {}", { type: "short-text", most_words: 200, criteria: [{ key: "content" }] }],
    ["HTML", "[html]<p>Một &amp; hai<br/>ba</p>{T}", { stem: { vi: "Một & hai\nba" } }],
    ["escapes and colons", "::a::Time\\: 10\\:30 \\{x\\}\\nnext {T}", { stem: { vi: "Time: 10:30 {x}\nnext" } }],
    ["a category", "$CATEGORY: course/Luật BHXH\n\nA{T}", { tags: ["luat-bhxh"] }],
    ["a question over several paragraphs of braces", "A\n{\n=một\n\n~hai\n~ba\n}", { type: "single" }],
  ])("%s", async (_name, text, expected) => {
    expect(await first(text)).toMatchObject(expected as object);
    expect(await problems(text)).toEqual([]);
  });

  it("passes over comments, and counts their lines", async () => {
    const text = "// một\n\n::a::A {=1\n// giữa\n~2\n~3}\n\n::b::B {=1 ~2 ~3}";
    const { questions } = await read(text);
    expect(questions.map(({ place }) => place)).toEqual([
      { kind: "line", line: 3 },
      { kind: "line", line: 8 },
    ]);
    expect(questions[0]?.placeOf(["options", 1, "text"])).toEqual({ kind: "line", line: 5 });
  });
});

describe("broken GIFT", () => {
  it.each<[string, string, [string, number][]]>([
    ["a brace that is never closed", "::a::A {=1 ~2\n\n::b::B {T}", [["open-brace", 1]]],
    ["a brace too many", "::b::B {T}\n\nA } {", [["stray-brace", 3]]],
    ["no braces", "::b::B {T}\n\nChỉ là một đoạn văn.", [["no-answers", 3]]],
    ["two pairs of braces", "A {T} b {F}", [["no-answers", 1]]],
    ["no right answer", "A {~1 ~2 ~3}", [["no-right-answer", 1]]],
    ["answers without a sign", "A {một, hai}", [["no-right-answer", 1]]],
    ["a weight that is none", "A {=1 ~%abc%2}", [["bad-weight", 1]]],
    ["a number that is none", "A {#năm}", [["bad-number", 1]]],
    ["a range upside down", "A {#5..1}", [["bad-number", 1]]],
    ["several numbers", "A {#=1 =%50%2}", [["several-numbers", 1]]],
    ["half a pair", "A {=một -> hai =ba}", [["half-pair", 1]]],
    ["half right short answers", "A {=%50%gần đúng =đúng}", [["partial-answers", 1]]],
    ["a broken comment of ours", '// cau-noi: {"key"\n::a::A {T}', [["bad-comment", 1]]],
    ["no text", "{T}", [["no-question-text", 1]]],
  ])("%s is told with its line", async (_name, text, expected) => {
    expect((await problems(text)).slice(0, 1)).toEqual(expected);
  });

  it("with nothing to read, or too much, is refused", async () => {
    await expect(read("Chỉ là văn bản.\n\nKhông có câu hỏi.")).rejects.toThrow(QuestionFileRefused);
    await expect(read("A{T}\n\n".repeat(501))).rejects.toThrow(/too-many-questions 500 1001/);
  });

  it("of any kind neither hangs nor throws anything else", async () => {
    const piece = fc.constantFrom(
      "::",
      "{",
      "}",
      "=",
      "~",
      "%50%",
      "->",
      "#",
      "####",
      "\\",
      "\n",
      "\n\n",
      "T",
      "//",
      "a",
      "// cau-noi: {}\n",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
        try {
          await read(pieces.join(""));
        } catch (error) {
          expect(error).toBeInstanceOf(QuestionFileRefused);
        }
      }),
      { numRuns: 400 },
    );
  });
});
