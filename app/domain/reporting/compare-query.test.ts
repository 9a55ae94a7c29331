import { expect, it } from "vitest";
import { readBefore } from "./compare-query";

const TODAY = "2026-11-22";

it.each([
  [null, TODAY, "2025-11-22", null],
  ["", "2024-02-29", "2023-02-28", null],
  [null, "2017-06-01", "2017-01-01", null],
  ["01/06/2026", TODAY, "2026-06-01", null],
  ["22/11/2026", TODAY, "2025-11-22", "not-before"],
  ["21/11/2026", "2026-10-01", "2025-10-01", "not-before"],
  ["hôm qua", TODAY, "2025-11-22", "unreadable"],
  ["31/12/2016", TODAY, "2025-11-22", "too-early"],
  ["23/11/2026", TODAY, "2025-11-22", "in-future"],
] as const)("%j before %s is %s, %s", (typed, asOf, before, problem) => {
  expect(readBefore(typed, asOf, TODAY)).toEqual({ before, problem });
});
