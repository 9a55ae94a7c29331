import { describe, expect, it } from "vitest";
import type { CertificationRow } from "./certification-list";
import { expiryForecast } from "./expiry-forecast";
import { duty, member } from "./people-for-test";

const row = (due: string | null, state: CertificationRow["state"] = "valid", programme = "basic") =>
  duty(member("a", [{}]), programme, state, { due });

describe("the expiry forecast", () => {
  it("puts each certificate into the month of its last day, over the turn of the year", () => {
    const months = expiryForecast(
      [
        row("2026-11-22", "expiring"),
        row("2026-12-31"),
        row("2027-01-01"),
        row("2027-01-31", "valid", "focal"),
        row("2027-10-31"),
        // beyond the twelve months, without end, not in force
        row("2027-11-01"),
        row(null),
        row("2026-12-31", "expired"),
      ],
      "2026-11-22",
      12,
    );
    expect(months).toHaveLength(12);
    expect(months.map(({ month, rows }) => [month, rows.length]).filter(([, count]) => count)).toEqual([
      ["2026-11", 1],
      ["2026-12", 1],
      ["2027-01", 2],
      ["2027-10", 1],
    ]);
    expect([...(months[2]?.byProgramme ?? [])]).toEqual([
      ["basic", 1],
      ["focal", 1],
    ]);
  });
  it("begins on a month's last day with that month and skips none", () => {
    expect(expiryForecast([], "2026-01-31", 4).map(({ month }) => month)).toEqual([
      "2026-01",
      "2026-02",
      "2026-03",
      "2026-04",
    ]);
  });
});
