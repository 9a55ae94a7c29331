import "../database-for-test";
import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { packageDirectory } from "~/content/activity-package.server";
import { readCourses } from "~/content/course-package.server";
import { getCourseVersion, getLesson, questionsOfVersion } from "~/models/course/course-versions.server";
import { currentCourses } from "~/models/course/courses-up-to.server";
import { frameworksAsOf } from "~/models/course/frameworks.server";
import { syncCourses } from "~/models/course/sync-courses.server";
import { latestChangeId, reader } from "~/models/database.server";
import { type CourseFilesFixture, courseFiles } from "../../fixtures/course-files";

const at = "2026-11-21T02:00:00.000Z";
const today = "2026-11-21";
const currentCourse = async (slug: string, asOf: string) =>
  (await currentCourses(asOf)).find((course) => course.slug === slug) ?? null;
const sync = ({ directory }: CourseFilesFixture) => syncCourses(readCourses(directory), at);

async function counts() {
  const rows = await reader();
  return {
    changes: await rows.change.count(),
    frameworks: await rows.framework_version.count(),
    versions: await rows.course_version.count(),
    lessons: await rows.lesson.count(),
    activities: await rows.activity.count(),
    questions: await rows.question_version.count(),
    links: await rows.course_question.count(),
  };
}

let files: CourseFilesFixture;
beforeEach(() => {
  files = courseFiles();
});

describe("syncCourses", () => {
  it("records everything once, and a second run writes nothing", async () => {
    const first = await sync(files);
    expect(first.changeId).toBe(await latestChangeId());
    expect(first.frameworks).toHaveLength(6);
    expect(first.courses.map(({ slug, number }) => `${slug} ${number}`)).toEqual(["ethics 1", "start 1"]);
    const recorded = await counts();
    // start draws two of the questions of ethics: they are recorded once and named twice
    expect(recorded).toMatchObject({ changes: 1, versions: 2, lessons: 8, activities: 2, questions: 38, links: 40 });

    const second = await sync(files);
    expect(second).toMatchObject({ changeId: null, frameworks: [], courses: [], older: [] });
    expect(second.unchanged).toContain("ethics");
    expect(await counts()).toEqual(recorded);
  });

  it("recovers a package that was lost, without a change", async () => {
    const course = await currentCourse("ethics", today);
    const directory = packageDirectory(course?.lessons[0]?.activity?.package.vi ?? "");
    rmSync(directory, { recursive: true });
    expect((await sync(files)).changeId).toBeNull();
    expect(existsSync(path.join(directory, "h5p.json"))).toBe(true);
  });

  it("records a changed course as a new version and leaves the old one as it was", async () => {
    const old = await currentCourse("ethics", today);
    if (!old) throw new Error("recorded above");
    const oldLesson = await getLesson(old.id, "two");
    const before = await counts();
    files.edit("ethics/lessons/two.vi.md", "Nội dung.", "Nội dung mới.");
    files.edit("ethics/course.yaml", 'version: "1"', 'version: "2"');
    const summary = await sync(files);
    expect(summary.courses).toEqual([{ slug: "ethics", number: "2", versionId: expect.any(Number) }]);
    expect(summary.unchanged).toContain("start");
    expect(await counts()).toEqual({ ...before, changes: 2, versions: 3, lessons: 12, activities: 3, links: 60 });

    const current = await currentCourse("ethics", today);
    expect(current).toMatchObject({ number: "2", changeKind: "material", courseId: old.courseId });
    expect((await getLesson(current?.id ?? 0, "two"))?.body.vi).toContain("Nội dung mới.");
    expect(await getLesson(old.id, "two")).toEqual(oldLesson);
  });

  it("records a changed question under its key, and the others as they are", async () => {
    const before = await counts();
    files.edit("ethics/lessons/two.vi.md", "Nội dung.", "Nội dung mới.");
    files.edit("ethics/course.yaml", 'version: "1"', 'version: "3"');
    files.edit("ethics/questions.yaml", "vi: Câu et-0?", "vi: Câu et-0 nào?");
    const { courses } = await sync(files);
    expect(courses.map(({ slug }) => slug)).toEqual(["ethics", "start"]);
    expect((await counts()).questions).toBe(before.questions + 1);
  });

  it("calls it minor when only the code of an activity is new", async () => {
    const fresh = courseFiles();
    fresh.edit("ethics/course.yaml", 'version: "1"', 'version: "4"');
    await sync(fresh);
    fresh.edit("h5p-libraries/CauNoi.Core-1.1/js/main.js", "//", "// mended:");
    expect((await sync(fresh)).courses.map(({ slug }) => slug)).toEqual(["ethics", "start"]);
    expect(await currentCourse("ethics", today)).toMatchObject({ number: "4", changeKind: "minor" });
  });

  it("does not go back to an older version by itself, and says so", async () => {
    const before = await counts();
    const summary = await sync(files);
    expect(summary.older).toEqual(["ethics", "start"]);
    expect(summary.changeId).toBeNull();
    expect(await counts()).toEqual(before);
  });

  it("records once what two runs find at the same time", async () => {
    const before = await counts();
    const fresh = courseFiles();
    fresh.edit("ethics/course.yaml", 'version: "1"', 'version: "5"');
    const runs = await Promise.all([sync(fresh), sync(fresh)]);
    expect(runs.filter(({ changeId }) => changeId !== null)).toHaveLength(1);
    expect(await counts()).toMatchObject({ changes: before.changes + 1, versions: before.versions + 1 });
  });

  it("leaves the database as it was when a file is broken", async () => {
    const before = await counts();
    files.edit("ethics/questions.yaml", "lesson: one", "lesson: five");
    files.edit("start/lessons/two.vi.md", "Nội dung.", "Khác.");
    expect(() => sync(files)).toThrow(/questions\.yaml:\d+: no lesson five/);
    expect(await counts()).toEqual(before);
  });

  it("leaves the database as it was when a course would change its track", async () => {
    const before = await counts();
    files.edit("start/lessons/two.vi.md", "Nội dung.", "Khác.");
    files.edit("start/course.yaml", "track: onboarding", "track: communication");
    files.edit("ethics/lessons/two.vi.md", "Nội dung.", "Khác.");
    await expect(sync(files)).rejects.toThrow("does not change its track");
    expect(await counts()).toEqual(before);
  });
});

describe("what was recorded", () => {
  it("is a course version with lessons, activities and questions", async () => {
    const courses = await currentCourses(today);
    expect(courses.map(({ slug, track }) => `${slug}: ${track}`)).toEqual([
      "ethics: service-ethics",
      "start: onboarding",
    ]);
    const start = courses[1];
    expect(start).toBe(await getCourseVersion(start?.id ?? 0));
    expect(start?.exam.sections).toHaveLength(2);
    expect(start?.lessons.map(({ key, ordinal }) => `${ordinal} ${key}`)).toEqual([
      "1 drawn",
      "2 two",
      "3 three",
      "4 four",
    ]);
    expect(start?.lessons[0]).toMatchObject({
      origin: { course: "ethics", lesson: "one" },
      activity: { key: "steps", library: "CauNoi.Ordering", package: { vi: expect.stringMatching(/^[0-9a-f]{64}$/) } },
      citations: [{ document: "law-a" }],
    });
    expect(start?.lessons[0]).not.toHaveProperty("body");
    const questions = await questionsOfVersion(start?.id ?? 0);
    expect(questions).toHaveLength(20);
    expect(questions.find(({ key }) => key === "et-1")).toMatchObject({ bank: "ethics", lesson: "drawn" });
    expect(questions.find(({ key }) => key === "st-1")).toMatchObject({ bank: "start", lesson: "two" });
  });

  it("is not there before its day, nor under another name", async () => {
    expect(await currentCourses("2026-09-30")).toEqual([]);
    expect(await currentCourse("ethics", "2026-09-30")).toBeNull();
    expect(await currentCourse("athics", today)).toBeNull();
    const ethics = await currentCourse("ethics", today);
    expect(await getLesson(ethics?.id ?? 0, "five")).toBeNull();
    await expect(getCourseVersion(999)).rejects.toThrow();
  });
});

describe("frameworksAsOf", () => {
  it("is empty before the first day, and its lists carry their own dates", async () => {
    const early = await frameworksAsOf("2019-12-31");
    expect(early.competencies).toMatchObject({ id: null, content: { competencies: [] } });
    expect(early["legal-documents"].content.documents.map(({ key }) => key)).toContain("law-a");
  });

  it("follows the days from which versions hold", async () => {
    files.edit("positions.yaml", 'version: "1"', 'version: "2"');
    files.edit("positions.yaml", "valid_from: 2020-01-01", "valid_from: 2026-06-01");
    files.edit("positions.yaml", "PROVINCIAL: 2", "PROVINCIAL: 3");
    expect((await sync(files)).frameworks).toEqual(["positions"]);
    const level = async (date: string) =>
      (await frameworksAsOf(date)).positions.content.positions[0]?.requirements[0]?.levels.PROVINCIAL;
    expect(await level("2026-05-31")).toBe(2);
    expect(await level("2026-06-01")).toBe(3);
    const twice = [await frameworksAsOf(today), await frameworksAsOf(today)];
    expect(twice[0]?.positions.content).toBe(twice[1]?.positions.content);
  });
});
