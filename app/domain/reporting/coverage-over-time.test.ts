import { describe, expect, it } from "vitest";
import { coveragePoint, monthPoints } from "./coverage-over-time";
import { member } from "./people-for-test";

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
  it("counts what is asked and in force, collaborators too, waivers not, as the board does", () => {
    const row = (state: "valid" | "never" | "waived", employment: string | null = null) => ({
      member: member("a", [{}], { employment }),
      programme: "basic",
      state,
      since: "2026-01-01",
      due: null,
      overdue: false,
      paused: false,
      postings: [],
    });
    const rows = [row("valid"), row("never"), row("waived"), row("valid", "collaborator")];
    expect(coveragePoint(rows, "2026-11-22")).toEqual({ date: "2026-11-22", asked: 3, inForce: 2 });
  });
});
