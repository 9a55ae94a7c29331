import { describe, expect, it } from "vitest";
import { monthPoints } from "./coverage-over-time";

describe("the points of a series", () => {
  it.each([
    ["2026-11-22", 3, ["2026-09-30", "2026-10-31", "2026-11-22"]],
    ["2026-03-31", 3, ["2026-01-31", "2026-02-28", "2026-03-31"]],
    ["2024-03-01", 2, ["2024-02-29", "2024-03-01"]],
    // nothing is known before the first day of the records
    ["2017-02-10", 4, ["2017-01-31", "2017-02-10"]],
  ])("up to %s, %i of them", (asOf, count, points) => {
    expect(monthPoints(asOf, count, "2017-01-01")).toEqual(points);
  });
});
