import { describe, expect, it, test } from "vitest";
import {
  attemptState,
  deadlineOf,
  type EndedBy,
  endBySubmit,
  extendedDeadline,
  overdueBefore,
  reopenedDeadline,
  takesSaves,
  windowOf,
} from "./timing";

const startedAt = "2026-11-21T02:00:00.000Z";
const deadlineAt = deadlineOf(startedAt, 25);

test("the deadline is minutes after the start", () => {
  expect(deadlineAt).toBe("2026-11-21T02:25:00.000Z");
});

test.each([
  [25, 0, "2026-11-21T02:25:00.000Z"],
  [25, 50, "2026-11-21T02:37:30.000Z"],
  [30, 33, "2026-11-21T02:39:54.000Z"],
  [7, 33, "2026-11-21T02:09:19.000Z"],
  [60, 100, "2026-11-21T04:00:00.000Z"],
])("%d minutes with %d %% extra end at %s", (minutes, percent, end) => {
  expect(deadlineOf(startedAt, minutes, percent)).toBe(end);
});

test("an extension moves the deadline, a reopening sets one from now", () => {
  expect(extendedDeadline(deadlineAt, 10)).toBe("2026-11-21T02:35:00.000Z");
  expect(reopenedDeadline("2026-11-22T01:00:00.000Z", 10)).toBe("2026-11-22T01:10:00.000Z");
});

test("a window is whole days in Viet Nam, the last included", () => {
  expect(windowOf({ opens: "2026-11-21", closes: "2026-11-22" })).toEqual({
    opensAt: "2026-11-20T17:00:00.000Z",
    closesAt: "2026-11-22T17:00:00.000Z",
  });
  expect(windowOf({})).toEqual({ opensAt: null, closesAt: null });
});

describe("an attempt nobody has ended", () => {
  const cases: [string, string, boolean][] = [
    ["2026-11-21T02:00:00.000Z", "running", true],
    ["2026-11-21T02:24:59.999Z", "running", true],
    ["2026-11-21T02:25:00.000Z", "running", true],
    ["2026-11-21T02:25:00.001Z", "closing", true],
    ["2026-11-21T02:25:05.000Z", "closing", true],
    ["2026-11-21T02:25:05.001Z", "ended", false],
    ["2027-11-21T02:25:05.001Z", "ended", false],
  ];
  it.each(cases)("at %s is %s", (now, phase, saves) => {
    const state = attemptState({ startedAt, deadlineAt, end: null }, now);
    expect(state.phase).toBe(phase);
    expect(takesSaves(state)).toBe(saves);
    expect(deadlineAt < overdueBefore(now)).toBe(phase === "ended");
    if (state.phase === "ended") {
      expect(state).toMatchObject({ endedAt: deadlineAt, endedBy: "deadline", recorded: false });
    }
  });

  test("shows whole seconds left", () => {
    const state = attemptState({ startedAt, deadlineAt, end: null }, "2026-11-21T02:24:58.400Z");
    expect(state).toMatchObject({ secondsLeft: 1 });
  });
});

test("a recorded end stays, whatever the time", () => {
  const end = { at: "2026-11-21T02:10:00.000Z", by: "submit" as EndedBy };
  for (const now of [startedAt, deadlineAt, "2027-01-01T00:00:00.000Z"]) {
    const state = attemptState({ startedAt, deadlineAt, end }, now);
    expect(state).toEqual({ phase: "ended", endedAt: end.at, endedBy: "submit", recorded: true });
    expect(takesSaves(state)).toBe(false);
  }
});

test.each([
  ["2026-11-21T02:10:00.000Z", { at: "2026-11-21T02:10:00.000Z", by: "submit" }],
  [deadlineAt, { at: deadlineAt, by: "submit" }],
  ["2026-11-21T02:25:03.000Z", { at: deadlineAt, by: "deadline" }],
])("a submit at %s", (now, end) => {
  expect(endBySubmit({ deadlineAt }, now)).toEqual(end);
});
