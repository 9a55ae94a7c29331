import { describe, expect, it } from "vitest";
import { boardStatesOn, countBoard, sumBoard } from "./board";
import type { CertificationRow } from "./certification-list";
import { duty, member } from "./people-for-test";

const DAY = "2026-11-22";

describe("the state of a duty on the board", () => {
  it.each([
    ["valid", null, "valid"],
    ["valid", "2027-02-21", "valid"],
    ["valid", "2027-02-20", "expiring-90"],
    ["valid", "2026-12-23", "expiring-90"],
    ["expiring", "2026-12-22", "expiring-30"],
    ["expiring", "2026-11-30", "expiring-30"],
    ["expiring", "2026-11-29", "expiring-7"],
    ["expiring", "2026-11-22", "expiring-7"],
    // a window longer than the board looks ahead
    ["expiring", "2027-03-30", "valid"],
    ["expired", "2026-11-21", "expired"],
    ["revoked", "2026-11-25", "revoked"],
    ["eligible", "2026-11-25", "eligible"],
    ["never", "2026-11-25", "never"],
    ["waived", null, "waived"],
  ] as const)("%s until %s is %s", (state, due, shown) => {
    expect(boardStatesOn(DAY)({ state, due })).toBe(shown);
  });
});

describe("the board", () => {
  it("counts every row once, by programme, and its sum has them all", () => {
    const row = (programme: string, state: CertificationRow["state"], due: string | null) =>
      duty(member("a", [{}]), programme, state, { due });
    const rows = [
      row("basic", "never", DAY),
      row("focal", "valid", null),
      row("basic", "expiring", "2026-11-25"),
      row("basic", "never", DAY),
    ];
    const board = countBoard(rows, DAY);
    expect([...board.keys()]).toEqual(["basic", "focal"]);
    expect(board.get("basic")).toMatchObject({ never: 2, "expiring-7": 1, valid: 0 });
    expect(sumBoard(board)).toMatchObject({ never: 2, "expiring-7": 1, valid: 1 });
    expect(Object.values(sumBoard(board)).reduce((sum, each) => sum + each, 0)).toBe(rows.length);
  });
});
