import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { type CourseFilesFixture, courseFiles } from "../../tests/fixtures/course-files";
import { readCourses } from "./course-package.server";
import { ContentProblems } from "./yaml-file.server";

function problemsOf({ directory }: CourseFilesFixture): string[] {
  try {
    readCourses(directory);
  } catch (error) {
    if (!(error instanceof ContentProblems)) throw error;
    return error.problems.map(({ file, line, message }) => `${path.relative(directory, file)}:${line}: ${message}`);
  }
  return [];
}

/** The line of the first occurrence, from 1. */
function lineOf({ directory }: CourseFilesFixture, file: string, text: string): number {
  const before = readFileSync(path.join(directory, file), "utf8").split(text)[0] ?? "";
  return before.split("\n").length;
}

describe("a courses directory without problems", () => {
  it("is read whole, with drawn lessons and questions in place", () => {
    const { frameworks, courses } = readCourses(courseFiles().directory);
    expect(frameworks.competencies.competencies.map(({ key }) => key)).toEqual(["conduct", "security"]);
    expect(courses.map(({ course }) => course.manifest.slug)).toEqual(["ethics", "start"]);
    const start = courses[1];
    expect(start?.course.lessons[0]).toMatchObject({
      key: "drawn",
      minutes: 10,
      title: { vi: "Bài one" },
      activity: "steps",
      origin: { course: "ethics", lesson: "one" },
      body: { vi: "## Phần one\n\nNội dung.\n" },
    });
    expect(start?.course.questions).toHaveLength(20);
    expect(start?.course.questions.at(-1)).toMatchObject({ key: "et-1", bank: "ethics", lesson: "one" });
    expect(start?.packages.get("steps")).toEqual(courses[0]?.packages.get("steps"));
  });

  it("is the real one too", () => {
    expect(readCourses("courses").courses.length).toBeGreaterThanOrEqual(4);
  });
});

type Break = (files: CourseFilesFixture) => void;
const rewrite =
  (file: string, from: string, to: string): Break =>
  (files) =>
    files.edit(file, from, to);

const question = "ethics/questions.yaml";
const manifest = "ethics/course.yaml";

describe("each problem names its file, line and reason", () => {
  it.each<[string, Break, string, string, RegExp]>([
    [
      "no document",
      rewrite(manifest, "document: law-a", "document: law-x"),
      manifest,
      "document: law-x",
      /no legal document law-x/,
    ],
    [
      "an ended document",
      rewrite(manifest, "document: law-a", "document: law-ended"),
      manifest,
      "document: law-ended",
      /not in force on 2026-10-01: it ended on 2026-03-31 \(replaced by law-a\)/,
    ],
    [
      "a document that ends meanwhile",
      rewrite(question, "document: law-a", "document: law-ending"),
      question,
      "citation:",
      /ends on 2027-01-31/,
    ],
    [
      "a document of no known start",
      rewrite(question, "document: law-a", "document: law-open"),
      question,
      "citation:",
      /not established/,
    ],
    [
      "no competency",
      rewrite(question, "competency: conduct", "competency: cunduct"),
      question,
      "competency: cunduct",
      /no competency cunduct/,
    ],
    ["no lesson", rewrite(question, "lesson: one", "lesson: five"), question, "lesson: five", /no lesson five/],
    [
      "no activity",
      rewrite(manifest, "activity: steps", "activity: stips"),
      manifest,
      "activity: stips",
      /no folder activities\/stips/,
    ],
    [
      "a drawn lesson of no course",
      rewrite("start/course.yaml", "course: ethics", "course: athics"),
      "start/course.yaml",
      "    from:",
      /no other course athics/,
    ],
    [
      "no drawn lesson",
      rewrite("start/course.yaml", "lesson: one", "lesson: five"),
      "start/course.yaml",
      "    from:",
      /ethics has no lesson five/,
    ],
    [
      "questions drawn from no course",
      rewrite("start/questions.yaml", "course: ethics", "course: athics"),
      "start/questions.yaml",
      "course: athics",
      /no other course athics/,
    ],
    [
      "no drawn question",
      rewrite("start/questions.yaml", "- et-1", "- et-x"),
      "start/questions.yaml",
      "- et-x",
      /ethics has no question et-x/,
    ],
    [
      "no programme",
      rewrite("assignment-rules.yaml", "programme: ethics-basic", "programme: x"),
      "assignment-rules.yaml",
      "programme: x",
      /no programme x/,
    ],
    [
      "no position",
      rewrite("assignment-rules.yaml", "- clerk", "- clark"),
      "assignment-rules.yaml",
      "positions:",
      /no position clark/,
    ],
    [
      "no course of a programme",
      rewrite("certifications.yaml", "exam_of: ethics", "exam_of: x"),
      "certifications.yaml",
      "- exam_of: x",
      /no course x/,
    ],
    [
      "no competency of a position",
      rewrite("positions.yaml", "competency: conduct", "competency: x"),
      "positions.yaml",
      "- competency: x",
      /no competency x/,
    ],
    [
      "no successor",
      rewrite("legal-documents.yaml", "replaced_by: law-a", "replaced_by: x"),
      "legal-documents.yaml",
      "replaced_by: x",
      /no legal document x/,
    ],
    ["a missing text", rewrite(question, "      en: Câu et-0? (en)\n", ""), question, "stem:", /stem\.en/],
    ["an empty text", rewrite(manifest, "en: Khóa ethics (en)", 'en: " "'), manifest, 'en: " "', /title\.en/],
    [
      "a missing lesson text",
      (files) => files.remove("ethics/lessons/two.en.md"),
      "ethics/lessons/two.en.md",
      "",
      /missing/,
    ],
    [
      "a lesson of none",
      (files) => files.write("ethics/lessons/six.en.md", "Text."),
      "ethics/lessons/six.en.md",
      "",
      /no lesson/,
    ],
    [
      "missing content",
      (files) => files.remove("ethics/activities/steps/content.en.json"),
      "ethics/activities/steps/content.en.json",
      "",
      /missing/,
    ],
    [
      "content of another shape",
      rewrite("ethics/activities/steps/content.vi.json", '"hai"', "2"),
      "ethics/activities/steps/content.vi.json",
      "    2",
      /items\.1/,
    ],
    [
      "no library",
      (files) => files.remove("h5p-libraries/CauNoi.Ordering-1.1"),
      "ethics/activities/steps/activity.yaml",
      "library:",
      /CauNoi.Ordering is missing/,
    ],
    [
      "a missing dependency",
      (files) => files.remove("h5p-libraries/CauNoi.Core-1.1"),
      "h5p-libraries/CauNoi.Ordering-1.1/library.json",
      "",
      /CauNoi.Core-1.1 is missing/,
    ],
    [
      "nothing correct",
      rewrite(question, "        correct: true\n", ""),
      question,
      "options:",
      /exactly one correct option, not 0/,
    ],
    ["a question on MEMORY", rewrite(question, "mark: TEXT", "mark: MEMORY"), question, "citation:", /MEMORY/],
    [
      "a question key given twice",
      rewrite(question, "key: et-1\n", "key: et-0\n"),
      question,
      "",
      /et-0 is given twice/,
    ],
    [
      "a question key of another course",
      rewrite("start/questions.yaml", "key: st-0\n", "key: et-0\n"),
      "start/questions.yaml",
      "key: et-0\n",
      /given in ethics already/,
    ],
    [
      "a lesson key given twice",
      rewrite("start/course.yaml", "key: two", "key: three"),
      "start/course.yaml",
      "",
      /lesson key three is given twice/,
    ],
    [
      "questions for practice do not fill an exam",
      rewrite(question, "type: single", "type: single\n    use: practice"),
      "ethics/exam.yaml",
      "- competency: conduct\n    count: 10",
      /draws 15 questions on conduct,.* bank of 20; it holds 19/,
    ],
    [
      "an exam that closes before the course holds",
      rewrite("ethics/exam.yaml", "per_page:", "closes: 2026-09-30\nper_page:"),
      "ethics/exam.yaml",
      "closes:",
      /the exam closes on 2026-09-30, before the course begins to hold/,
    ],
    [
      "a paper larger than the bank",
      rewrite("ethics/exam.yaml", "count: 10", "count: 11"),
      "ethics/exam.yaml",
      "- competency: conduct\n    count: 11",
      /draws 16 questions on conduct,.* bank of 22; it holds 20/,
    ],
    [
      "evidence that is never asked",
      rewrite(manifest, "competency: conduct", "competency: security"),
      manifest,
      "- competency: security",
      /asks nothing on security/,
    ],
    [
      "HTML in a lesson",
      rewrite("ethics/lessons/one.vi.md", "Nội dung.", "Nội\n<b>dung</b>."),
      "ethics/lessons/one.vi.md",
      "<b>",
      /HTML/,
    ],
    [
      "a heading above ##",
      rewrite("ethics/lessons/one.vi.md", "## Phần", "# Phần"),
      "ethics/lessons/one.vi.md",
      "# Phần",
      /“##”/,
    ],
    ["another folder name", rewrite(manifest, "slug: ethics", "slug: athics"), manifest, "slug:", /folder's name/],
    ["an unknown field", rewrite(manifest, "version:", "vorsion:"), manifest, "", /Unrecognized key: "vorsion"/],
  ])("%s", (_name, breakIt, file, mark, reason) => {
    const files = courseFiles();
    breakIt(files);
    const line = mark === "" ? null : lineOf(files, file, mark);
    const found = problemsOf(files).filter((problem) => problem.startsWith(`${file}:${line ?? ""}`));
    expect(
      found.filter((problem) => reason.test(problem)),
      problemsOf(files).join("\n"),
    ).not.toEqual([]);
  });

  it("too few lessons and questions", () => {
    const files = courseFiles();
    files.edit(
      "start/questions.yaml",
      "draws:\n  - course: ethics\n    keys:\n      - et-0\n      - et-1\n",
      "draws: []\n",
    );
    files.edit(manifest, "lessons:", "lessons: []\nlesson_drafts:");
    const found = problemsOf(files).join("\n");
    expect(found).toMatch(/start\/questions\.yaml:1: .*this one has 18/);
    expect(found).toMatch(/four lessons or more/);
  });

  it("all of them at once", () => {
    const files = courseFiles();
    files.edit(question, "lesson: one", "lesson: five");
    files.edit("positions.yaml", "competency: conduct", "competency: x");
    files.remove("ethics/lessons/two.en.md");
    expect(problemsOf(files)).toHaveLength(3);
  });
});

describe("what is allowed", () => {
  it.each<[string, Break]>([
    ["an article as history", rewrite(question, "document: law-a", "document: old-article")],
    ["a plain fact by REPORT", rewrite(question, "mark: TEXT", "mark: REPORT")],
    [
      "that a document exists, by REPORT",
      (files) => {
        files.edit(question, "document: law-a", "document: law-open");
        files.edit(question, "mark: TEXT", "mark: REPORT");
      },
    ],
  ])("%s", (_name, change) => {
    const files = courseFiles();
    change(files);
    expect(problemsOf(files)).toEqual([]);
  });
});
