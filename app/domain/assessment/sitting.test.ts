import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sortKey } from "../people/person-name";
import {
  asRoomCode,
  candidateNumbers,
  dayOfTimes,
  minutesOf,
  overlap,
  sittingDeadline,
  sittingState,
  startableIn,
  timesOfDay,
} from "./sitting";

const opensAt = "2026-11-25T01:30:00.000Z";
const closesAt = "2026-11-25T03:30:00.000Z";

describe("where a sitting stands", () => {
  it.each([
    ["planned", "2026-11-25T01:29:59.999Z", "planned", "not-yet"],
    ["planned", opensAt, "open", "open"],
    ["planned", "2026-11-25T03:29:59.999Z", "open", "open"],
    ["planned", closesAt, "over", "over"],
    ["cancelled", opensAt, "cancelled", "over"],
    ["closed", opensAt, "closed", "over"],
  ] as const)("%s at %s: %s, to a candidate %s", (status, now, state, startable) => {
    const plan = { opensAt, closesAt, status };
    expect(sittingState(plan, now)).toBe(state);
    expect(startableIn({ ...plan, mode: "online" }, now)).toBe(startable);
    expect(startableIn({ ...plan, mode: "paper" }, now)).toBe(startable === "open" ? "on-paper" : startable);
  });

  it("ends everybody's time, and lengthens nobody's", () => {
    expect(sittingDeadline("2026-11-25T03:10:00.000Z", closesAt)).toBe("2026-11-25T03:10:00.000Z");
    expect(sittingDeadline("2026-11-25T04:00:00.000Z", closesAt)).toBe(closesAt);
  });

  it("overlaps another in both directions, and not the one that follows at once", () => {
    const next = { opensAt: closesAt, closesAt: "2026-11-25T05:00:00.000Z" };
    const within = { opensAt: "2026-11-25T02:00:00.000Z", closesAt: "2026-11-25T02:30:00.000Z" };
    expect(overlap({ opensAt, closesAt }, next)).toBe(false);
    expect(overlap({ opensAt, closesAt }, within)).toBe(true);
    expect(overlap(within, { opensAt, closesAt })).toBe(true);
  });
});

describe("numbers of candidates", () => {
  const named = (names: readonly string[]) => names.map((name, personId) => ({ personId, sortKey: sortKey(name) }));

  it("follow the given names in Vietnamese order", () => {
    const numbers = candidateNumbers(named(["Trần Văn Ước", "Lê Thị Ánh", "Nguyễn Văn An", "Đỗ Thị Đào", "Phạm Dũng"]));
    expect([...numbers].map(([person, number]) => `${number} ${person}`)).toEqual([
      "001 2",
      "002 1",
      "003 4",
      "004 3",
      "005 0",
    ]);
  });

  it("are all different, as long as one another, in text order", () => {
    const people = fc.uniqueArray(fc.record({ personId: fc.nat(99_999), sortKey: fc.string() }), {
      selector: ({ personId }) => personId,
      maxLength: 60,
    });
    fc.assert(
      fc.property(people, fc.integer({ min: 1, max: 995 }), (list, first) => {
        const numbers = [...candidateNumbers(list, first).values()];
        expect(new Set(numbers).size).toBe(list.length);
        expect(new Set(numbers.map((number) => number.length)).size).toBeLessThanOrEqual(1);
        expect(numbers).toEqual([...numbers].sort());
      }),
    );
  });
});

describe("typed times", () => {
  it.each([
    ["08:30", 510],
    ["8h30", 510],
    ["8 giờ", 480],
    ["23:59", 1439],
    ["24:00", null],
    ["8:60", null],
    ["830", null],
    ["", null],
  ])("%s is %s", (text, minutes) => {
    expect(minutesOf(text)).toBe(minutes);
  });

  it("are of Viet Nam, and come back as they were typed", () => {
    const times = timesOfDay("25/11/2026", "08:30", "10:30");
    expect(times).toEqual({ opensAt, closesAt });
    expect(dayOfTimes({ opensAt, closesAt })).toEqual({ day: "2026-11-25", opens: "08:30", closes: "10:30" });
  });

  it("say all that is wrong with them", () => {
    expect(timesOfDay("31/02/2026", "x", "y")).toEqual({ problems: ["day", "opens", "closes"] });
    expect(timesOfDay("2026-11-25", "10:30", "08:30")).toEqual({ problems: ["closes-before-opens"] });
  });
});

it("a room code is the same in small letters, with spaces and dashes", () => {
  expect(asRoomCode(" ac3-4 fk\n")).toBe("AC34FK");
});
