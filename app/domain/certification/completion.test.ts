import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type CivilDate } from "~/domain/time/civil-date";
import { circleIn } from "./check-programmes";
import { completionOf } from "./completion";
import type { EarnedCertificate, PersonFacts } from "./person-facts";
import { type Programme, programmeSchema } from "./programme";
import type { Requirement } from "./requirement";
import { readRequirement, writeRequirement } from "./requirement-text";

const text = { vi: "Chương trình", en: "Programme" };
function programme(requires: Requirement, more: Partial<Programme> = {}): Programme {
  return programmeSchema.parse({
    key: "focal",
    track: "foreign-information",
    title: text,
    short: text,
    requires,
    validity: { method: "completion", months: 24 },
    renewal: { window_days: 90, grace_days: 30 },
    default_basis: text,
    ...more,
  });
}
const none: PersonFacts = { exams: [], tasks: [], certificates: [], trainings: [], languages: [] };
const exam = (course: string, on: CivilDate, attemptId = 1) => ({ course, on, attemptId });
const dossier = (handedInOn: CivilDate, markers = 2) => ({
  course: "dossier",
  key: "file",
  handedInOn,
  markers,
  subjectId: 7,
});
const held = (
  programme: string,
  issuedOn: CivilDate,
  validUntil: CivilDate | null,
  more: Partial<EarnedCertificate> = {},
) => ({
  programme,
  id: 9,
  facts: { issuedOn, validUntil, events: [] },
  ...more,
});

const FOCAL = programme({
  all_of: [{ exam_of: "foreign" }, { certificate_of: "security" }, { task_of: "dossier", key: "file", markers: 2 }],
});

describe("completion", () => {
  const done: PersonFacts = {
    ...none,
    exams: [exam("foreign", "2026-10-05")],
    tasks: [dossier("2026-11-10")],
    certificates: [held("security", "2026-09-01", "2026-11-20")],
  };

  it("is as of the hand-in day, though the mark came after the prerequisite had run out", () => {
    const outcome = completionOf(FOCAL, done, "2027-01-15");
    expect(outcome).toMatchObject({ met: true, completedOn: "2026-11-10", basis: "task:7" });
  });

  it.each<[string, Partial<PersonFacts>, string[]]>([
    ["the task was marked by one", { tasks: [dossier("2026-11-10", 1)] }, ["task_of"]],
    [
      "it was handed in on the first day without the certificate",
      { tasks: [dossier("2026-11-20")] },
      ["certificate_of"],
    ],
    [
      "the pass is older than a certificate of its day would be",
      { exams: [exam("foreign", "2024-11-10")] },
      ["exam_of"],
    ],
    ["nothing was done", none, ["exam_of", "certificate_of", "task_of"]],
  ])("is missing what %s", (_, change, kinds) => {
    const outcome = completionOf(FOCAL, { ...done, ...change }, "2026-11-25");
    if (outcome.met) throw new Error("met");
    // by that day the certificate has run out as well
    const missing = outcome.missing.map(({ requirement }) => Object.keys(requirement)[0]);
    expect(missing).toEqual(expect.arrayContaining(kinds));
  });

  it("counts a prerequisite on the day that it names", () => {
    const onExam = programme({ all_of: [{ exam_of: "foreign" }, { certificate_of: "security", hold_on: "exam" }] });
    const lapsed = held("security", "2026-01-01", "2026-10-06");
    const facts = { ...none, exams: [exam("foreign", "2026-10-05")], certificates: [lapsed] };
    expect(completionOf(onExam, facts, "2026-12-01")).toMatchObject({ met: true, completedOn: "2026-10-05" });
    const late = { ...facts, exams: [exam("foreign", "2026-10-06")] };
    expect(completionOf(onExam, late, "2026-12-01").met).toBe(false);
  });

  it.each<[string, Requirement, Partial<PersonFacts>, boolean]>([
    ["one of two", { any_of: [{ exam_of: "a" }, { exam_of: "b" }] }, { exams: [exam("b", "2026-10-01")] }, true],
    [
      "two of three, one met",
      { n_of: { count: 2, of: [{ exam_of: "a" }, { exam_of: "b" }, { exam_of: "c" }] } },
      { exams: [exam("b", "2026-10-01")] },
      false,
    ],
    [
      "hours of several trainings",
      { training: { topic: "press", hours: 16 } },
      {
        trainings: [
          { topic: "press", hours: 10, from: "2026-05-01", until: null, proofId: 1 },
          { topic: "press", hours: 6, from: "2026-06-01", until: "2027-06-01", proofId: 2 },
        ],
      },
      true,
    ],
    [
      "a higher level",
      { language: { language: "en", level: "B1" } },
      { languages: [{ language: "en", level: "C1", from: "2025-01-01", until: null, proofId: 3 }] },
      true,
    ],
    [
      "a lower level",
      { language: { language: "en", level: "B1" } },
      { languages: [{ language: "en", level: "A2", from: "2025-01-01", until: null, proofId: 3 }] },
      false,
    ],
    [
      "a level that ran out",
      { language: { language: "en", level: "B1" } },
      { languages: [{ language: "en", level: "C1", from: "2027-01-01", until: null, proofId: 3 }] },
      false,
    ],
  ])("%s", (_, requires, facts, met) =>
    expect(completionOf(programme(requires), { ...none, ...facts }, "2026-11-01").met).toBe(met),
  );
});

describe("renewal", () => {
  const rules = programme(
    { all_of: [{ exam_of: "foreign" }, { task_of: "dossier", key: "file" }] },
    { renewal: { window_days: 90, grace_days: 30, requires: { exam_of: "foreign" } } },
  );
  const certificate = held("focal", "2024-12-01", "2026-12-01");
  const again = (on: CivilDate) => ({ ...none, exams: [exam("foreign", on)], certificates: [certificate] });

  it.each([
    ["before the window", "2026-09-01", false],
    ["on its first day", "2026-09-02", true],
    ["on the last day of validity", "2026-11-30", true],
    ["on the last day of grace", "2026-12-30", true],
    ["after it, when all is asked again", "2026-12-31", false],
  ])("by the shorter path %s", (_, on, met) => expect(completionOf(rules, again(on), "2027-01-31").met).toBe(met));

  it("asks again for all that was revoked, and takes nothing that the revoked one rested on", () => {
    const revoked = held("focal", "2026-01-01", "2028-01-01", {
      facts: { issuedOn: "2026-01-01", validUntil: "2028-01-01", events: [{ kind: "revoked", onDate: "2026-05-01" }] },
      restsOn: ["attempt:1", "task:7"],
    });
    const facts = {
      ...none,
      exams: [exam("foreign", "2026-01-01", 1)],
      tasks: [dossier("2025-12-30")],
      certificates: [revoked],
    };
    expect(completionOf(rules, facts, "2026-11-01").met).toBe(false);
    const anew = {
      ...facts,
      exams: [exam("foreign", "2026-06-01", 2)],
      tasks: [{ ...dossier("2026-06-02"), subjectId: 8 }],
    };
    expect(completionOf(rules, anew, "2026-11-01")).toMatchObject({
      met: true,
      completedOn: "2026-06-02",
      basis: "task:8",
    });
  });

  it("waits until a certificate was held for its least time", () => {
    const short = programme(
      { exam_of: "foreign" },
      { min_held_days: 700, renewal: { window_days: 400, grace_days: 0 } },
    );
    const facts = (on: CivilDate) => ({ ...again(on), certificates: [held("focal", "2024-12-01", "2026-12-01")] });
    expect(completionOf(short, facts(addDays("2024-12-01", 699)), "2026-12-30").met).toBe(false);
    expect(completionOf(short, facts(addDays("2024-12-01", 700)), "2026-12-30").met).toBe(true);
  });

  it("never completes twice by the same facts, whatever the day", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 900 }), (passed, later) => {
        const on = addDays("2026-01-01", passed);
        const one = programme({ exam_of: "foreign" });
        const facts = {
          ...none,
          exams: [exam("foreign", on)],
          certificates: [held("focal", on, addDays(on, 730), { restsOn: ["attempt:1"] })],
        };
        expect(completionOf(one, facts, addDays(on, later)).met).toBe(false);
      }),
    );
  });
});

describe("programmes that ask for each other", () => {
  const asks = (key: string, ...others: string[]) =>
    programme({ all_of: others.map((certificate_of) => ({ certificate_of })) }, { key });
  it("in a circle are found", () => {
    expect(circleIn([asks("a", "b"), asks("b", "c"), asks("c", "a")])).toEqual(["a", "b", "c", "a"]);
    expect(circleIn([asks("a", "a")])).toEqual(["a", "a"]);
    expect(circleIn([asks("a", "b", "c"), asks("b", "c"), asks("c", "d")])).toBeNull();
  });
});

describe("rules as lines", () => {
  const key = fc.constantFrom("foreign-information", "press", "b7", "one-stop");
  const hold = fc.option(fc.constantFrom("hand-in" as const, "exam" as const, "completion" as const), {
    nil: undefined,
  });
  const when = (leaf: object, hold_on: string | undefined) => (hold_on ? { ...leaf, hold_on } : leaf) as Requirement;
  const leaf = fc.oneof(
    fc.tuple(key, hold).map(([exam_of, on]) => when({ exam_of }, on)),
    fc.tuple(key, key, hold).map(([task_of, key, on]) => when({ task_of, key, markers: 2 }, on)),
    fc.tuple(key, hold).map(([certificate_of, on]) => when({ certificate_of }, on)),
    fc
      .tuple(key, fc.integer({ min: 1, max: 400 }), hold)
      .map(([topic, hours, on]) => when({ training: { topic, hours } }, on)),
    fc.tuple(hold).map(([on]) => when({ language: { language: "en", level: "B2" } }, on)),
  );
  const { tree } = fc.letrec<{ tree: Requirement; leaf: Requirement; group: Requirement }>((tie) => ({
    tree: fc.oneof({ maxDepth: 3 }, tie("leaf"), tie("group")),
    leaf,
    group: fc
      .tuple(fc.constantFrom("all_of", "any_of", "n_of"), fc.array(tie("tree"), { minLength: 1, maxLength: 3 }))
      .map(([kind, of]) => (kind === "n_of" ? { n_of: { count: of.length, of } } : { [kind]: of }) as Requirement),
  }));
  it("are read as they were written, in both languages", () => {
    fc.assert(
      fc.property(tree, fc.constantFrom("vi" as const, "en" as const), (wanted, language) => {
        const read = readRequirement(writeRequirement(wanted, language));
        if (read.tree) expect(read.tree).toEqual(wanted);
        else expect(read.refused.problem).toBe("too-much");
      }),
    );
  });
  it.each<[string, string, string, number | null]>([
    ["nothing", "  \n ", "empty", null],
    ["a word that is none", "exam a\nwhatever b", "unknown", 2],
    ["deeper without a group", "exam a\n  exam b", "indent", 2],
    ["a group of nothing", "all:\nexam a", "nothing-below", 1],
    ["more than there are", "3 of:\n  exam a\n  exam b", "count", 1],
  ])("%s is refused by its line", (_, typed, problem, line) =>
    expect(readRequirement(typed).refused).toMatchObject({ problem, line }),
  );
});
