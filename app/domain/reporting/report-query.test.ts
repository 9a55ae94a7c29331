import { describe, expect, it } from "vitest";
import { readAsOf, reportAddress } from "./report-query";

const TODAY = "2026-11-21";

describe("the date of a report", () => {
  it.each([
    [null, TODAY, null],
    ["  ", TODAY, null],
    ["20/11/2026", "2026-11-20", null],
    ["1-2-2018", "2018-02-01", null],
    ["2017-01-01", "2017-01-01", null],
    ["21/11/2026", TODAY, null],
    ["31/12/2016", TODAY, "too-early"],
    ["22/11/2026", TODAY, "in-future"],
    ["31/02/2026", TODAY, "unreadable"],
    ["hôm qua", TODAY, "unreadable"],
  ])("%j is %s, %s", (typed, asOf, problem) => {
    expect(readAsOf(typed, TODAY)).toEqual({ asOf, problem });
  });
});

describe("the address of a report", () => {
  const query = { asOf: TODAY, today: TODAY, unit: "u1", position: null, programme: null };
  it("leaves today and what is not asked out, keeps the rest and takes changes", () => {
    expect(reportAddress("/hr", { ...query, unit: null })).toBe("/hr");
    expect(reportAddress("/hr", { ...query, asOf: "2026-11-20" })).toBe("/hr?ngay=2026-11-20&unit=u1");
    expect(reportAddress("/hr", { ...query, asOf: "2026-11-20", known: "then", employment: "contract" })).toBe(
      "/hr?ngay=2026-11-20&unit=u1&employment=contract&biet=then",
    );
    expect(reportAddress("/hr", query, { unit: null, state: "a b" })).toBe("/hr?state=a%20b");
  });
});
