import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { needsWords, possibleEvents } from "./may-decide";
import { kindsDecidedBy, powerToDecide, REQUEST_KINDS, requestContentSchema } from "./request-kind";
import {
  isClosed,
  isLate,
  REQUEST_EVENTS,
  type RequestEvent,
  type RequestEventKind,
  standingOf,
} from "./request-state";

const events = (...kinds: RequestEventKind[]): RequestEvent[] =>
  kinds.map((kind, index) => ({ kind, accountId: index + 1, at: `2026-11-2${index}T02:00:00.000Z` }));

describe("where a request stands", () => {
  it.each<[string, RequestEventKind[], string, number | null]>([
    ["raised", [], "open", null],
    ["taken on", ["taken"], "taken", 1],
    ["taken over by another", ["taken", "taken"], "taken", 2],
    ["sent back for more", ["taken", "returned"], "returned", 1],
    ["sent back by nobody in particular", ["returned", "supplemented"], "open", null],
    ["more was sent", ["taken", "returned", "supplemented"], "taken", 1],
    ["approved", ["taken", "approved"], "approved", 1],
    ["refused at once", ["refused"], "refused", null],
    ["answered", ["answered"], "answered", null],
    ["withdrawn", ["returned", "withdrawn"], "withdrawn", null],
  ])("%s", (_, kinds, state, ownerId) => {
    expect(standingOf(events(...kinds))).toMatchObject({ state, ownerId });
  });

  it("does not move once it is closed", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...REQUEST_EVENTS)),
        fc.array(fc.constantFrom(...REQUEST_EVENTS)),
        (a, b) => {
          const before = standingOf(events(...a));
          if (isClosed(before.state)) expect(standingOf(events(...a, ...b))).toEqual(before);
        },
      ),
    );
  });

  it.each([
    ["open", "2026-11-20", true],
    ["open", "2026-11-21", false],
    ["taken", "2026-11-20", true],
    ["returned", "2026-11-20", false],
    ["approved", "2026-11-20", false],
  ] as const)("%s with the day %s: late %s", (state, due, late) => {
    expect(isLate(state, due, "2026-11-21")).toBe(late);
  });
});

describe("what someone may do with a request", () => {
  const decider = { own: false, decides: true };

  it.each([
    ["extend", "open", decider, ["taken", "approved", "refused", "returned"]],
    ["extend", "taken", decider, ["approved", "refused", "returned"]],
    ["extend", "returned", decider, ["approved", "refused"]],
    ["ask-trainer", "open", decider, ["taken", "answered", "returned"]],
    ["extend", "open", { own: true, decides: true }, ["withdrawn"]],
    ["extend", "returned", { own: true, decides: false }, ["supplemented", "withdrawn"]],
    ["extend", "open", { own: false, decides: false }, []],
    ["extend", "approved", decider, []],
    ["extend", "withdrawn", { own: true, decides: false }, []],
  ] as const)("%s, %s", (kind, state, party, expected) => {
    expect(possibleEvents(kind, state, party)).toEqual(expected);
  });

  it("never lets anyone decide on themself, whatever they may", () => {
    for (const kind of REQUEST_KINDS) {
      for (const state of ["open", "taken", "returned"] as const) {
        const may = possibleEvents(kind, state, { own: true, decides: true });
        expect(may.filter((event) => ["taken", "approved", "refused", "answered"].includes(event))).toEqual([]);
      }
    }
  });

  it("owes a reason for every decision", () => {
    expect(REQUEST_EVENTS.filter((event) => !needsWords(event))).toEqual(["taken", "withdrawn"]);
  });
});

describe("the kinds of requests", () => {
  it("each have one power that decides them", () => {
    for (const kind of REQUEST_KINDS) expect(kindsDecidedBy(powerToDecide(kind))).toContain(kind);
  });

  it.each([
    { kind: "extend", programme: "onboarding", until: "2026-02-30" },
    { kind: "extend", programme: "onboarding" },
    { kind: "contest-level", competency: "dialogue", level: 6 },
    { kind: "correct-record", field: "salary", value: "x" },
    { kind: "correct-record", field: "name", value: "" },
    { kind: "unknown" },
  ])("refuse %j", (content) => {
    expect(requestContentSchema.safeParse(content).success).toBe(false);
  });
});
