import { describe, expect, it } from "vitest";
import { entryProblems, type LogEntry } from "./log-entry";
import { logActs, logState } from "./log-state";

const entry: LogEntry = {
  competency: "dialogue",
  onDate: "2026-11-20",
  place: "Nhà văn hóa xã",
  audience: "Nông dân",
  people: 40,
  role: "led",
  language: "vi",
  link: null,
  note: null,
};

describe("entryProblems", () => {
  it.each<[Partial<LogEntry>, string[]]>([
    [{}, []],
    [{ onDate: "2026-11-21" }, []],
    [{ onDate: "2026-11-22" }, ["future"]],
    [{ onDate: "2017-01-01" }, []],
    [{ onDate: "2016-12-31" }, ["too-early"]],
    [{ people: 0 }, ["people"]],
    [{ people: 1 }, []],
    [{ people: 100_000 }, []],
    [{ people: 100_001 }, ["people"]],
    [{ people: 2.5 }, ["people"]],
    [{ link: "https://example.vn/bai" }, []],
    [{ link: "http://example.vn" }, []],
    [{ link: "javascript:alert(1)" }, ["link"]],
    [{ link: "ftp://example.vn/x" }, ["link"]],
    [{ link: "example.vn" }, ["link"]],
    [{ link: "https://user@example.vn" }, ["link"]],
    [{ competency: "juggling" }, ["competency"]],
  ])("%j", (change, expected) =>
    expect(entryProblems({ ...entry, ...change }, "2026-11-21", ["dialogue"])).toEqual(expected),
  );
});

describe("an entry", () => {
  const own = { own: true, confirms: false };
  const leader = { own: false, confirms: true };
  it.each([
    [["submitted"], false, "waiting", ["mend", "withdraw"], ["confirm", "return"]],
    [["submitted", "confirmed"], false, "confirmed", ["withdraw"], ["return"]],
    [["submitted", "returned"], false, "returned", ["mend", "withdraw"], []],
    [["submitted", "confirmed", "returned"], false, "returned", ["mend", "withdraw"], []],
    [["submitted", "withdrawn"], false, "withdrawn", [], []],
    [["submitted", "returned"], true, "mended", [], []],
  ] as const)("after %j, mended %s", (events, mended, state, byAuthor, byLeader) => {
    expect(
      logState(
        events.map((kind) => ({ kind })),
        mended,
      ),
    ).toBe(state);
    expect(logActs(state, own)).toEqual(byAuthor);
    expect(logActs(state, leader)).toEqual(byLeader);
    expect(logActs(state, { own: false, confirms: false })).toEqual([]);
  });

  it("of one's own is never confirmed by oneself, whatever power one has", () => {
    expect(logActs("waiting", { own: true, confirms: true })).not.toContain("confirm");
  });
});
