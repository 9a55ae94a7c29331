import { describe, expect, it } from "vitest";
import { taskFileKindOf } from "./task-file";
import { handInProblems, isOpenForWork, type TaskFacts, taskStanding, wordCount } from "./task-state";
import { taskTitle } from "./task-title";

const at = "2026-11-22T00:00:00.000Z";
const facts = (change: Partial<TaskFacts> = {}): TaskFacts => ({
  begun: true,
  handIns: [],
  returns: [],
  taken: false,
  releases: [],
  ...change,
});
const first = { round: 0, at };
const second = { round: 1, at };

describe("where a task stands", () => {
  it.each([
    ["not-begun", 0, null, facts({ begun: false })],
    ["draft", 0, null, facts()],
    ["handed-in", 0, null, facts({ handIns: [first] })],
    ["being-marked", 0, null, facts({ handIns: [first], taken: true })],
    ["returned", 1, null, facts({ handIns: [first], returns: [first] })],
    ["handed-in", 1, null, facts({ handIns: [first, second], returns: [first] })],
    ["released", 0, true, facts({ handIns: [first], taken: true, releases: [{ round: 0, passed: true }] })],
    ["returned", 1, null, facts({ handIns: [first], returns: [first], releases: [{ round: 0, passed: false }] })],
    [
      "released",
      0,
      false,
      facts({
        handIns: [first],
        releases: [
          { round: 0, passed: true },
          { round: 0, passed: false },
        ],
      }),
    ],
  ] as const)("%s in round %i", (state, round, passed, given) => {
    expect(taskStanding(given)).toEqual({ state, round, passed });
    expect(isOpenForWork(state)).toBe(state === "draft" || state === "returned");
  });
});

describe("handing in", () => {
  it("asks for something, within the words, and for the confirmation", () => {
    expect(handInProblems({ text: " ", files: 0 }, 50, false)).toEqual(["empty", "not-confirmed"]);
    expect(handInProblems({ text: "", files: 1 }, null, true)).toEqual([]);
    expect(handInProblems({ text: "từ ".repeat(51), files: 0 }, 50, true)).toEqual(["too-many-words"]);
    expect(handInProblems({ text: "từ ".repeat(50), files: 0 }, 50, true)).toEqual([]);
  });

  it("counts words as people do", () => {
    expect(["", "  ", "một", " một\n hai\tba ", "a-b c"].map(wordCount)).toEqual([0, 0, 1, 3, 2]);
  });
});

describe("a file", () => {
  const bytes = (...parts: (string | number[])[]) =>
    new Uint8Array(parts.flatMap((part) => (typeof part === "string" ? [...part].map((c) => c.charCodeAt(0)) : part)));
  const zip = [0x50, 0x4b, 0x03, 0x04, ...Array(26).fill(0)];

  it.each([
    ["pdf", bytes("%PDF-1.7")],
    ["jpg", bytes([0xff, 0xd8, 0xff, 0xe0])],
    ["png", bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ["odt", bytes(zip, "mimetypeapplication/vnd.oasis.opendocument.text", [1, 2])],
    ["docx", bytes(zip, "[Content_Types].xml", Array(5000).fill(7), "word/document.xml", [0])],
    [null, bytes(zip, "evil.exe")],
    [null, bytes("word/document.xml")],
    [null, bytes("<html>")],
    [null, new Uint8Array()],
  ] as const)("is known as %s by its contents", (kind, contents) => {
    expect(taskFileKindOf(contents)).toBe(kind);
  });
});

it("is called by its first sentence", () => {
  expect(taskTitle("Viết thư trả lời người dân. Không quá 300 từ.")).toBe("Viết thư trả lời người dân");
  expect(taskTitle("  Soạn tin\nDòng hai")).toBe("Soạn tin");
  const long = taskTitle(`${"chữ ".repeat(60)}.`);
  expect(long.length).toBeLessThanOrEqual(101);
  expect(long.endsWith("…")).toBe(true);
});
