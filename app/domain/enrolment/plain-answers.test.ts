import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "~/domain/time/civil-date";
import type { AssignmentRule } from "./assignment-rule";
import type { PersonDutyFacts, PostingFact } from "./duties";
import { dutyRulesOf } from "./duty-rules-for-test";
import { postingShapes } from "./posting-shape";
import type { Condition, UnitPlaces } from "./rule-condition";
import {
  dutyChanges,
  plainAnswers,
  type RuleChangePlan,
  touchedProgrammes,
  touchedRules,
  touches,
} from "./rule-preview";

const text = { vi: "Một", en: "One" };
const ON = "2026-07-01";
/** units 1 to 4: 2 and 4 under "top", 3 and 4 of the type "office", 1 of none */
const units: UnitPlaces = {
  isUnder: (unitId, publicId) => publicId === "top" && unitId % 2 === 0,
  typeOf: (unitId) => (unitId === 1 ? null : unitId > 2 ? "office" : "branch"),
};
const { rules: _, ...others } = dutyRulesOf([], { units });
const nothingElse = { manual: [], waivers: [], extensions: [], absences: [], certificates: [], eligible: [] };

// around the day, the first days of the rules, and the days that they wait for
const days = fc.integer({ min: -120, max: 40 }).map((offset) => addDays(ON, offset));
const length = fc.integer({ min: 0, max: 100 });
const levels = fc.constantFrom("PROVINCIAL" as const, "GRASSROOTS" as const);
const positions = fc.constantFrom("officer", "leader", "clerk");
const employments = fc.constantFrom("civil-servant" as const, "contract" as const);

const question: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ position: fc.array(positions, { minLength: 1, maxLength: 2 }) }),
  fc.record({ unit_level: fc.array(levels, { minLength: 1, maxLength: 1 }) }),
  fc.record({ unit_type: fc.constantFrom<string[]>(["office"], ["branch", "office"]) }),
  fc.record({ under: fc.constantFrom<string[]>(["top"], ["top", "nowhere"]) }),
  fc.record({ one_stop: fc.boolean() }),
  fc.record({ deputy: fc.boolean() }),
  fc.record({ acting: fc.boolean() }),
  fc.record({ employment: fc.array(employments, { minLength: 1, maxLength: 1 }) }),
  fc.record({ tenure_at_least: length }),
  fc.record({ tenure_at_most: length }),
  fc.record({ new_postings: fc.constant(true as const) }),
);
const group = (part: fc.Arbitrary<Condition>): fc.Arbitrary<Condition> => {
  const parts = fc.array(part, { minLength: 1, maxLength: 3 });
  return fc.oneof(part, fc.record({ all: parts }), fc.record({ any: parts }));
};
const rule: fc.Arbitrary<AssignmentRule> = fc.record({
  key: fc.constantFrom("a", "b", "c"),
  title: fc.constant(text),
  reason: fc.constant(text),
  issuer: fc.constant(text),
  document: fc.constant("QĐ"),
  valid_from: days,
  valid_to: fc.option(days, { nil: null }),
  when: group(group(question)),
  assigns: fc.constantFrom("ethics", "service").map((key) => ({ programme: key, course: key })),
  due_days: fc.constantFrom(10, 30),
});
const plans: fc.Arbitrary<RuleChangePlan> = fc
  .record({
    kept: fc.array(rule, { maxLength: 2 }),
    gone: fc.array(rule, { maxLength: 2 }),
    fresh: fc.array(rule, { maxLength: 2 }),
  })
  .map(({ kept, gone, fresh }) => ({ on: ON, before: [...kept, ...gone], after: [...kept, ...fresh] }));
const posting: fc.Arbitrary<PostingFact> = fc.record(
  {
    position: positions,
    oneStop: fc.boolean(),
    deputy: fc.boolean(),
    unitId: fc.integer({ min: 1, max: 4 }),
    unitLevel: levels,
    kind: fc.constantFrom("primary", "acting", "concurrent"),
    validFrom: days,
    validTo: fc.option(days, { nil: null }),
    heldSince: days,
  },
  { requiredKeys: ["position", "oneStop", "unitId", "unitLevel", "validFrom", "validTo"] },
);
type Someone = Pick<PersonDutyFacts, "postings" | "employment">;
const someone: fc.Arbitrary<Someone> = fc.record({
  postings: fc.array(posting, { minLength: 1, maxLength: 2 }),
  employment: fc.option(employments, { nil: null }),
});

const programme = fc.constantFrom("ethics", "service");
const reason = fc.constant("QĐ");
const open = fc.option(days, { nil: null });
const few = <T>(of: fc.Arbitrary<T>) => fc.array(of, { maxLength: 2 });
const known: fc.Arbitrary<Omit<PersonDutyFacts, "postings" | "employment">> = fc.record({
  manual: few(
    programme.chain((key) =>
      fc.record({ programme: fc.constant(key), course: fc.constant(key), due: days, reason, since: days }),
    ),
  ),
  waivers: few(fc.record({ programme, reason, validFrom: days, validTo: open })),
  extensions: few(fc.record({ programme, due: days, reason, since: days })),
  absences: few(fc.record({ validFrom: days, validTo: open })),
  certificates: few(fc.record({ programme, issuedOn: days, validUntil: open, events: fc.constant([]) })),
  eligible: few(fc.record({ programme, onDate: days })),
});

/** Those who differ from someone in one thing: an answer that leaves the thing out is shared with them and wrong for them. */
function twinsOf({ postings, employment }: Someone): Someone[] {
  const [first, ...more] = postings;
  if (!first) return [];
  const but = (change: Partial<PostingFact>) => ({ postings: [{ ...first, ...change }, ...more], employment });
  const held = first.heldSince ?? first.validFrom;
  return [
    but({ position: first.position === "clerk" ? "leader" : "clerk" }),
    but({ oneStop: !first.oneStop }),
    but({ deputy: !first.deputy }),
    but({ kind: first.kind === "acting" ? "primary" : "acting" }),
    but({ unitLevel: first.unitLevel === "PROVINCIAL" ? "GRASSROOTS" : "PROVINCIAL" }),
    but({ unitId: (first.unitId % 4) + 1 }),
    but({ unitId: ((first.unitId + 1) % 4) + 1 }),
    but({ heldSince: addDays(held, 1) }),
    but({ heldSince: addDays(held, -60) }),
    but({ validTo: first.validTo === null || first.validTo > ON ? ON : null, heldSince: held }),
    { postings, employment: employment === "contract" ? null : "contract" },
    { postings: more, employment },
  ];
}

describe("answers that people share", () => {
  it("are those that each would get alone", () => {
    let [meant, changed, left] = [0, 0, 0];
    fc.assert(
      fc.property(plans, fc.array(someone, { minLength: 3, maxLength: 5 }), (plan, people) => {
        const answer = plainAnswers(plan, others);
        for (const each of people.flatMap((one) => [one, ...twinsOf(one)])) {
          const touched = touches(touchedRules(plan), each, others, ON);
          const changes = dutyChanges({ ...each, ...nothingElse }, plan, touchedProgrammes(plan), others);
          expect(answer(each)).toEqual({ touched, changes });
          meant += touched ? 1 : 0;
          changed += changes.length;
          left += touched ? 0 : 1;
        }
      }),
      { numRuns: 400, seed: 20_261_122 },
    );
    // the data asks something: many of each kind
    expect(Math.min(meant, changed, left)).toBeGreaterThan(500);
  });

  it("without a change are right for anyone with such postings, whatever else is known", () => {
    let unchanged = 0;
    fc.assert(
      fc.property(plans, fc.array(fc.tuple(someone, known), { minLength: 5, maxLength: 10 }), (plan, people) => {
        const answer = plainAnswers(plan, others);
        for (const [postings, facts] of people) {
          if (answer(postings).changes.length > 0) continue;
          expect(dutyChanges({ ...postings, ...facts }, plan, touchedProgrammes(plan), others)).toEqual([]);
          unchanged += touches(touchedRules(plan), postings, others, ON) ? 1 : 0;
        }
      }),
      { numRuns: 800, seed: 20_261_122 },
    );
    expect(unchanged).toBeGreaterThan(100);
  });

  it("do not differ by a place taken long before the rules began, nor by a unit that they do not ask of", () => {
    const base: PostingFact = {
      position: "officer",
      oneStop: false,
      unitId: 1,
      unitLevel: "PROVINCIAL",
      validFrom: "2020-01-01",
      validTo: null,
    };
    const asked = (when: Condition): AssignmentRule => ({
      key: "a",
      title: text,
      reason: text,
      issuer: text,
      document: "QĐ",
      valid_from: "2026-06-01",
      valid_to: null,
      when,
      assigns: { programme: "ethics", course: "ethics" },
      due_days: 30,
    });
    const same = (when: Condition, one: Partial<PostingFact>, other: Partial<PostingFact>) => {
      const shapeOf = postingShapes([asked(when)], ON, units);
      const of = (more: Partial<PostingFact>) => shapeOf({ postings: [{ ...base, ...more }], employment: null });
      return of(one) === of(other);
    };
    const waits: Condition = { tenure_at_least: 31 };
    expect(same(waits, { validFrom: "2026-04-30" }, { validFrom: "2019-01-01" })).toBe(true);
    expect(same(waits, { validFrom: "2026-05-01" }, { validFrom: "2019-01-01" })).toBe(false);
    expect(same(waits, { unitId: 2 }, { unitId: 3 })).toBe(true);
    expect(same({ under: ["top"] }, { unitId: 2 }, { unitId: 4 })).toBe(true);
    expect(same({ under: ["top"] }, { unitId: 2 }, { unitId: 3 })).toBe(false);
    expect(same({ unit_type: ["office"] }, { unitId: 2 }, { unitId: 3 })).toBe(false);
  });
});
