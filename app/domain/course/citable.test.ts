import { describe, expect, it } from "vitest";
import { citationProblem } from "./citable";
import type { Mark } from "./citation";
import { forceOn, type LegalDocument } from "./legal-document";

const document = (change: Partial<LegalDocument> = {}): LegalDocument => ({
  key: "d",
  kind: "law",
  number: "1/2020",
  title: { vi: "x", en: "x" },
  issuer: { vi: "x", en: "x" },
  issued: "2019-06-01",
  in_force_from: "2020-01-01",
  in_force_to: null,
  replaced_by: null,
  amended_by: [],
  mark: "TEXT",
  note: null,
  ...change,
});

describe("forceOn", () => {
  const ended = document({ in_force_to: "2026-02-28" });
  it.each([
    [document(), "2019-12-31", "not-yet"],
    [document(), "2020-01-01", "in-force"],
    [ended, "2026-02-28", "in-force"],
    [ended, "2026-03-01", "ended"],
    [document({ in_force_from: null }), "2019-05-31", "not-yet"],
    [document({ in_force_from: null }), "2026-01-01", "not-established"],
  ])("%#", (law, date, force) => {
    expect(forceOn(law, date)).toBe(force);
  });
});

describe("citationProblem", () => {
  const cite = (law: LegalDocument, mark: Mark = "TEXT") =>
    citationProblem({ document: "d", clause: { vi: "x", en: "x" }, mark }, law, "2026-10-01", "2027-06-30");
  it.each<[string, LegalDocument, Mark, RegExp | null]>([
    ["in force", document(), "TEXT", null],
    [
      "ended before",
      document({ in_force_to: "2026-09-30", replaced_by: "e" }),
      "TEXT",
      /ended on 2026-09-30 \(replaced by e\)/,
    ],
    ["ends before the review", document({ in_force_to: "2027-06-29" }), "TEXT", /ends on 2027-06-29/],
    ["ends on the day of the review", document({ in_force_to: "2027-06-30" }), "TEXT", null],
    ["begins later", document({ in_force_from: "2026-10-02" }), "TEXT", /begins on 2026-10-02/],
    ["begins on an unknown day", document({ in_force_from: null }), "TEXT", /not established/],
    ["begins on an unknown day, told as such", document({ in_force_from: null }), "REPORT", null],
    ["an article of its day", document({ kind: "article", in_force_from: null }), "SEED", null],
    ["an ended notice", document({ kind: "notice", in_force_to: "2018-01-01" }), "SEED", null],
    ["an ended source document", document({ mark: "SEED", in_force_to: "2020-12-31" }), "SEED", null],
    ["an ended law under the mark of a source", document({ in_force_to: "2020-12-31" }), "SEED", /ended/],
  ])("%s", (_name, law, mark, problem) => {
    if (problem === null) expect(cite(law, mark)).toBeNull();
    else expect(cite(law, mark)).toMatch(problem);
  });
});
