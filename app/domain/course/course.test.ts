import { describe, expect, it } from "vitest";
import { competenciesSchema } from "~/domain/competency/framework";
import { assignmentRulesSchema } from "~/domain/enrolment/assignment-rule";
import { courseManifestSchema } from "./course";
import { lessonBehind } from "./course-package";

const both = (text: string) => ({ vi: text, en: text });
const lesson = { key: "one", minutes: 10, title: both("x"), goal: both("x"), citations: [] };
const drawn = { key: "two", from: { course: "ethics", lesson: "core" } };
const manifest = {
  slug: "c",
  track: "onboarding",
  version: "1",
  change: "minor",
  valid_from: "2026-10-01",
  review_by: "2027-06-30",
  title: both("x"),
  summary: both("x"),
  audience: both("x"),
  lessons: [lesson, drawn, lesson, lesson],
  evidence: [{ competency: "c", level: 5 }],
};

describe("courseManifestSchema", () => {
  it("reads own and drawn lessons", () => {
    expect(courseManifestSchema.parse(manifest).lessons.slice(0, 2)).toEqual([lesson, drawn]);
  });
  it.each<[object, string]>([
    [{ lessons: [lesson, { ...lesson, minutes: 0 }, lesson, lesson] }, "lessons.1.minutes"],
    [{ lessons: [lesson, { ...drawn, minutes: 5 }, lesson, lesson] }, "lessons.1"],
    [{ lessons: [lesson] }, "lessons"],
    [{ valid_from: "2026-02-30" }, "valid_from"],
    [{ review_by: "2026-10-01" }, "review_by"],
    [{ track: "cooking" }, "track"],
    [{ evidence: [{ competency: "c", level: 6 }] }, "evidence.0.level"],
    [{ title: { vi: "x", en: "" } }, "title.en"],
  ])("names the place of %j", (change, path) => {
    const parsed = courseManifestSchema.safeParse({ ...manifest, ...change });
    expect(parsed.error?.issues.map((issue) => issue.path.join("."))).toEqual([path]);
  });
});

describe("the frameworks' schemas", () => {
  it("want every level of a competency once, in order", () => {
    const levels = [1, 2, 3, 5, 4].map((level) => ({ level, indicator: both("x") }));
    const competency = { key: "c", group: "g", title: both("x"), description: both("x"), levels };
    const file = { version: "1", valid_from: "2020-01-01", groups: [], competencies: [competency] };
    expect(competenciesSchema.safeParse(file).success).toBe(false);
    levels.sort((a, b) => a.level - b.level);
    expect(competenciesSchema.safeParse(file).success).toBe(true);
  });
  it("want a rule to end after it begins", () => {
    const rule = {
      key: "r",
      title: both("x"),
      reason: both("x"),
      issuer: both("x"),
      document: "x",
      valid_from: "2026-01-01",
      valid_to: "2026-01-01",
      when: { positions: ["p"] },
      assigns: { programme: "p", course: "c" },
      due_days: 30,
    };
    expect(assignmentRulesSchema.safeParse({ rules: [rule] }).success).toBe(false);
    expect(assignmentRulesSchema.safeParse({ rules: [{ ...rule, valid_to: "2026-01-02" }] }).success).toBe(true);
  });
});

describe("lessonBehind", () => {
  const lessons = [
    { key: "one", origin: null },
    { key: "core", origin: { course: "ethics", lesson: "what" } },
  ];
  it.each([
    [{ bank: "start", lesson: "one" }, "one"],
    [{ bank: "start", lesson: "core" }, "core"],
    [{ bank: "ethics", lesson: "what" }, "core"],
    [{ bank: "ethics", lesson: "one" }, null],
    [{ bank: "other", lesson: "what" }, null],
  ])("%j", (question, key) => {
    expect(lessonBehind(question, "start", lessons)).toBe(key);
  });
});
