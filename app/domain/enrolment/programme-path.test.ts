import { describe, expect, it } from "vitest";
import type { PersonFacts } from "~/domain/certification/person-facts";
import { type Programme, programmeSchema } from "~/domain/certification/programme";
import type { Requirement } from "~/domain/certification/requirement";
import type { CivilDate } from "~/domain/time/civil-date";
import { coursesLeft, coursesTowards, isOneExam } from "./programme-path";

const text = { vi: "Chương trình", en: "Programme" };
function programme(key: string, requires: Requirement, renewal: Requirement | null = null): Programme {
  return programmeSchema.parse({
    key,
    track: "foreign-information",
    title: text,
    short: text,
    requires,
    validity: { method: "completion", months: 12 },
    renewal: { window_days: 90, grace_days: 30, ...(renewal && { requires: renewal }) },
    default_basis: text,
  });
}

const SECURITY = programme("security", { exam_of: "security" });
const FOCAL = programme(
  "focal",
  {
    all_of: [
      { exam_of: "foreign" },
      { certificate_of: "security" },
      { exam_of: "dossier" },
      { task_of: "dossier", key: "file", markers: 2 },
      { training: { topic: "press", hours: 8 } },
    ],
  },
  { exam_of: "foreign" },
);
const ALL = [FOCAL, SECURITY];

const NONE: PersonFacts = { exams: [], tasks: [], certificates: [], trainings: [], languages: [] };
const exam = (course: string, on: CivilDate) => ({ course, on, attemptId: 1 });
const dossier = { course: "dossier", key: "file", handedInOn: "2026-03-01", markers: 2, subjectId: 7 };
const held = (key: string, issuedOn: CivilDate, validUntil: CivilDate) => ({
  programme: key,
  id: 9,
  facts: { issuedOn, validUntil, events: [] },
});
const left = (facts: Partial<PersonFacts>, asOf: CivilDate, of = FOCAL) =>
  coursesLeft(of, ALL, { ...NONE, ...facts }, asOf).map(({ course, task }) => (task ? `${course}/${task}` : course));

describe("the courses that are still needed", () => {
  it.each<[string, Partial<PersonFacts>, CivilDate, string[]]>([
    [
      "all, those of a certificate that is asked for in its place",
      {},
      "2026-05-01",
      ["foreign", "security", "dossier/file"],
    ],
    [
      "not those that were passed",
      { exams: [exam("foreign", "2026-02-01")] },
      "2026-05-01",
      ["security", "dossier/file"],
    ],
    ["the exam alone where the task is done", { tasks: [dossier] }, "2026-05-01", ["foreign", "security", "dossier"]],
    [
      "none for a certificate that is held",
      { certificates: [held("security", "2026-01-01", "2027-01-01")] },
      "2026-05-01",
      ["foreign", "dossier/file"],
    ],
    [
      "again for one that has run out",
      { certificates: [held("security", "2025-01-01", "2026-01-01")], exams: [exam("security", "2024-12-31")] },
      "2026-05-01",
      ["foreign", "security", "dossier/file"],
    ],
    [
      "nothing while it needs no renewal",
      { certificates: [held("focal", "2026-01-01", "2027-01-01")] },
      "2026-10-02",
      [],
    ],
    [
      "from the first day of the window the shorter path",
      { certificates: [held("focal", "2026-01-01", "2027-01-01")], exams: [exam("foreign", "2025-12-31")] },
      "2026-10-03",
      ["foreign"],
    ],
    [
      "everything again when the grace is over",
      { certificates: [held("focal", "2026-01-01", "2027-01-01")] },
      "2027-01-31",
      ["foreign", "security", "dossier/file"],
    ],
  ])("are %s", (_, facts, asOf, expected) => expect(left(facts, asOf)).toEqual(expected));

  it("are not endless where programmes ask for one another", () => {
    const hen = programme("hen", { all_of: [{ exam_of: "hen" }, { certificate_of: "egg" }] });
    const egg = programme("egg", { all_of: [{ exam_of: "egg" }, { certificate_of: "hen" }] });
    expect(coursesLeft(hen, [hen, egg], NONE, "2026-05-01").map(({ course }) => course)).toEqual(["hen", "egg"]);
    expect(coursesTowards(hen, [hen, egg])).toEqual(["hen", "egg"]);
  });
});

it("names every course that may be needed, by whatever path", () => {
  expect(coursesTowards(FOCAL, ALL)).toEqual(["foreign", "dossier", "security"]);
  expect(coursesTowards(SECURITY, ALL)).toEqual(["security"]);
});

it.each([
  ["one exam", SECURITY, true],
  ["one exam with another path of renewal", programme("x", { exam_of: "a" }, { exam_of: "b" }), false],
  ["one task", programme("x", { task_of: "a", key: "k" }), false],
  ["either of two exams", programme("x", { any_of: [{ exam_of: "a" }, { exam_of: "b" }] }), false],
] as const)("%s is one exam: %s", (_, rules, expected) => expect(isOneExam(rules)).toBe(expected));
