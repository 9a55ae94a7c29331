import { describe, expect, it } from "vitest";
import { endOfProof, type PassedExam, programmesAsking, requirementsMet } from "./requirements-met";

const asks = (...courses: string[]) => ({ requires: { all_of: courses.map((exam_of) => ({ exam_of })) } });
const pass = (course: string, passedOn: string): PassedExam => ({ course, passedOn });

describe("requirementsMet", () => {
  it.each<[string, PassedExam[], number | null, boolean]>([
    ["nothing passed", [], 12, false],
    ["one of two", [pass("a", "2026-09-15")], 12, false],
    ["both", [pass("a", "2026-09-15"), pass("b", "2026-01-01")], 12, true],
    ["the other one passed only later", [pass("a", "2026-09-15"), pass("b", "2026-09-16")], 12, false],
    ["the other one on the first day that is too old", [pass("a", "2026-09-15"), pass("b", "2025-09-15")], 12, false],
    ["the other one a day younger", [pass("a", "2026-09-15"), pass("b", "2025-09-16")], 12, true],
    [
      "an old and a new pass of it",
      [pass("a", "2026-09-15"), pass("b", "2020-01-01"), pass("b", "2026-01-01")],
      12,
      true,
    ],
    ["no period at all", [pass("a", "2026-09-15"), pass("b", "2017-01-01")], null, true],
    ["another course", [pass("a", "2026-09-15"), pass("c", "2026-01-01")], 12, false],
  ])("%s", (_, passes, validity_months, expected) =>
    expect(requirementsMet({ ...asks("a", "b"), validity_months }, passes, "2026-09-15")).toBe(expected),
  );
});

describe("programmesAsking", () => {
  it("finds those that name the course", () => {
    const [one, both, other] = [asks("a"), asks("a", "b"), asks("c")];
    expect(programmesAsking([one, both, other], "a")).toEqual([one, both]);
    expect(programmesAsking([one, both, other], "d")).toEqual([]);
  });
});

describe("endOfProof", () => {
  it.each<[string, (number | null)[], string | null]>([
    ["no programme", [], null],
    ["one", [24], "2028-09-15"],
    ["the longest of several", [12, 36, 24], "2029-09-15"],
    ["one without an end", [12, null], null],
  ])("%s", (_, months, expected) =>
    expect(
      endOfProof(
        "2026-09-15",
        months.map((validity_months) => ({ validity_months })),
      ),
    ).toBe(expected),
  );
});
