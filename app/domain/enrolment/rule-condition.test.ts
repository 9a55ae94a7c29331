import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "~/domain/time/civil-date";
import { type AssignmentRule, assignedSince, assignmentRuleSchema, conditionOf } from "./assignment-rule";
import { type Condition, conditionSchema, meansFrom, type PostingFact, type RuleContext } from "./rule-condition";

const posting: PostingFact = {
  position: "officer",
  oneStop: false,
  unitId: 7,
  unitLevel: "PROVINCIAL",
  validFrom: "2026-03-01",
  validTo: null,
};
const context: RuleContext = {
  asOf: "2026-06-01",
  employment: "contract",
  units: {
    isUnder: (unitId, publicId) => unitId === 7 && publicId === "north",
    typeOf: (unitId) => (unitId === 7 ? "office" : null),
  },
};
const RULE_FROM = "2026-01-01";
const means = (condition: Condition, more: Partial<PostingFact> = {}, others: Partial<RuleContext> = {}) =>
  meansFrom(condition, { ...posting, ...more }, RULE_FROM, { ...context, ...others });

describe("a condition", () => {
  it.each<[string, Condition, Partial<PostingFact>, string | null]>([
    ["position", { position: ["leader", "officer"] }, {}, ""],
    ["another position", { position: ["leader"] }, {}, null],
    ["level", { unit_level: ["PROVINCIAL"] }, {}, ""],
    ["another level", { unit_level: ["CENTRAL"] }, {}, null],
    ["type", { unit_type: ["office"] }, {}, ""],
    ["a unit without a type", { unit_type: ["office"] }, { unitId: 8 }, null],
    ["in the subtree", { under: ["south", "north"] }, {}, ""],
    ["outside the subtree", { under: ["north"] }, { unitId: 8 }, null],
    ["at the counter", { one_stop: true }, {}, null],
    ["not at the counter", { one_stop: false }, {}, ""],
    ["a deputy", { deputy: true }, { deputy: true }, ""],
    ["no deputy", { deputy: false }, {}, ""],
    ["acting", { acting: true }, { kind: "acting" }, ""],
    ["not acting", { acting: true }, { kind: "primary" }, null],
    ["employment", { employment: ["contract"] }, {}, ""],
    ["another employment", { employment: ["civil-servant"] }, {}, null],
    ["long enough in the post", { tenure_at_least: 92 }, {}, "2026-06-01"],
    ["one day short", { tenure_at_least: 93 }, {}, null],
    ["since the place was taken, not the row", { tenure_at_least: 93 }, { heldSince: "2026-01-01" }, "2026-04-04"],
    ["new in the post when the rule met it", { tenure_at_most: 0 }, {}, ""],
    ["too long in the post when the rule began", { tenure_at_most: 30 }, { validFrom: "2025-11-01" }, null],
    ["just short enough", { tenure_at_most: 61 }, { validFrom: "2025-11-01" }, ""],
    ["a new posting", { new_postings: true }, {}, ""],
    ["an old posting", { new_postings: true }, { validFrom: "2025-12-31" }, null],
    ["all of", { all: [{ position: ["officer"] }, { one_stop: false }] }, {}, ""],
    ["not all of", { all: [{ position: ["officer"] }, { one_stop: true }] }, {}, null],
    ["any of", { any: [{ position: ["leader"] }, { one_stop: false }] }, {}, ""],
    ["none of", { any: [{ position: ["leader"] }, { one_stop: true }] }, {}, null],
    ["all of: the latest day", { all: [{ tenure_at_least: 10 }, { tenure_at_least: 20 }] }, {}, "2026-03-21"],
    ["any of: the earliest day", { any: [{ tenure_at_least: 10 }, { tenure_at_least: 20 }] }, {}, "2026-03-11"],
  ])("%s", (_, condition, more, expected) => {
    expect(conditionSchema.parse(condition)).toEqual(condition);
    expect(means(condition, more)).toBe(expected);
  });

  it.each([
    {},
    { all: [] },
    { position: [] },
    { position: ["A B"] },
    { tenure_at_least: -1 },
    { one_stop: true, deputy: true },
  ])("is not %j", (condition) => expect(conditionSchema.safeParse(condition).success).toBe(false));
});

describe("for any tree", () => {
  const leaf: fc.Arbitrary<Condition> = fc.oneof(
    fc.constantFrom<Condition>(
      { position: ["officer"] },
      { position: ["leader"] },
      { one_stop: true },
      { deputy: false },
      { under: ["north"] },
      { employment: ["contract"] },
    ),
    fc.integer({ min: 0, max: 200 }).map((days) => ({ tenure_at_least: days })),
  );
  const { tree } = fc.letrec<{ tree: Condition }>((tie) => ({
    tree: fc.oneof(
      { depthSize: "small" },
      leaf,
      fc.array(tie("tree"), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
      fc.array(tie("tree"), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    ),
  }));
  const some = fc.record({
    oneStop: fc.boolean(),
    deputy: fc.boolean(),
    position: fc.constantFrom("officer", "leader"),
    unitId: fc.constantFrom(7, 8),
  });

  it("order and nesting change nothing, and what it means once it goes on to mean", () => {
    fc.assert(
      fc.property(tree, tree, some, fc.integer({ min: 0, max: 300 }), (a, b, more, days) => {
        expect(means({ all: [a, b] }, more)).toBe(means({ all: [b, { all: [a] }] }, more));
        expect(means({ any: [a, b] }, more)).toBe(means({ any: [{ any: [b] }, a] }, more));
        const today = means(a, more);
        const later = means(a, more, { asOf: addDays(context.asOf, days) });
        // time alone never takes a duty away, and never moves its beginning
        if (today !== null) expect(later).toBe(today);
        const both = means({ all: [a, b] }, more);
        if (both !== null) expect([means(a, more), means(b, more)]).not.toContain(null);
      }),
    );
  });
});

describe("a rule", () => {
  const text = { vi: "Một", en: "One" };
  const rule: AssignmentRule = {
    key: "r",
    title: text,
    reason: text,
    issuer: text,
    document: "QĐ",
    valid_from: RULE_FROM,
    valid_to: null,
    when: { positions: ["officer"], unit_levels: ["PROVINCIAL"], one_stop: true, new_postings: true },
    assigns: { programme: "p", course: "c" },
    due_days: 30,
  };

  it("in the short form of the files stays as it was written", () => {
    expect(assignmentRuleSchema.parse(rule)).toEqual(rule);
    expect(conditionOf(rule)).toEqual({
      all: [{ position: ["officer"] }, { unit_level: ["PROVINCIAL"] }, { one_stop: true }, { new_postings: true }],
    });
  });

  it.each<[string, Partial<AssignmentRule>, string | null]>([
    ["from the posting", { when: { positions: ["officer"] } }, "2026-03-01"],
    ["from the rule, where it is later", { when: { positions: ["officer"] }, valid_from: "2026-05-01" }, "2026-05-01"],
    ["from the day that is waited for", { when: { tenure_at_least: 45 } }, "2026-04-15"],
    ["not from before the rule", { when: { tenure_at_least: 45 }, valid_from: "2026-05-01" }, "2026-05-01"],
    ["not at all", { when: { tenure_at_least: 400 } }, null],
  ])("assigns %s", (_, more, expected) => expect(assignedSince({ ...rule, ...more }, posting, context)).toBe(expected));
});
