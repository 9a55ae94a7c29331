import { describe, expect, it } from "vitest";
import type { AssignmentRule } from "./assignment-rule";
import type { PersonDutyFacts, PostingFact } from "./duties";
import { dutyRulesOf } from "./duty-rules-for-test";
import { dutyChanges, type RuleChangePlan, touchedProgrammes, touchedRules, touches } from "./rule-preview";

const text = { vi: "Một", en: "One" };
const rule: AssignmentRule = {
  key: "old",
  title: text,
  reason: text,
  issuer: text,
  document: "QĐ",
  valid_from: "2026-01-01",
  valid_to: null,
  when: { positions: ["officer"] },
  assigns: { programme: "ethics", course: "ethics" },
  due_days: 30,
};
const fresh: AssignmentRule = {
  ...rule,
  key: "new",
  valid_from: "2026-07-01",
  when: { position: ["officer", "leader"] },
};
const posting: PostingFact = {
  position: "officer",
  oneStop: false,
  unitId: 1,
  unitLevel: "PROVINCIAL",
  validFrom: "2026-05-01",
  validTo: null,
};
const person = (more: Partial<PersonDutyFacts> = {}): PersonDutyFacts => ({
  postings: [posting],
  employment: null,
  manual: [],
  waivers: [],
  extensions: [],
  absences: [],
  certificates: [],
  eligible: [],
  ...more,
});
const on = "2026-07-01";
const added: RuleChangePlan = { on, before: [rule], after: [rule, fresh] };
const replaced: RuleChangePlan = { on, before: [rule], after: [{ ...rule, valid_to: on }, fresh] };
const retired: RuleChangePlan = { on, before: [rule], after: [{ ...rule, valid_to: on }] };
const leader = { postings: [{ ...posting, position: "leader" }] };
const certificates = [{ programme: "ethics", issuedOn: "2026-05-10", validUntil: null, events: [] }];
const { rules: _, ...others } = dutyRulesOf([]);

describe("what a change of rules does to someone", () => {
  it.each<[string, RuleChangePlan, Partial<PersonDutyFacts>, object[]]>([
    ["whom a new rule means", added, leader, [{ kind: "new", programme: "ethics", due: "2026-07-31" }]],
    ["who had the duty before keeps the earlier date", added, {}, []],
    ["whom it does not mean", added, { postings: [{ ...posting, position: "clerk" }] }, []],
    [
      "who earned it before",
      added,
      { ...leader, certificates },
      [{ kind: "earned", programme: "ethics", due: "2026-07-31" }],
    ],
    [
      "a rule that replaces another moves the date",
      replaced,
      {},
      [{ kind: "moved", programme: "ethics", before: "2026-05-31", due: "2026-07-31" }],
    ],
    ["a retired rule ends what is open", retired, {}, [{ kind: "ended", programme: "ethics", due: "2026-05-31" }]],
    ["and says nothing of what is done", retired, { certificates }, []],
    [
      "who is assigned by hand goes on",
      retired,
      { manual: [{ programme: "ethics", course: "ethics", due: "2026-05-31", reason: "", since: "2026-05-01" }] },
      [],
    ],
  ])("%s", (_, plan, more, expected) => {
    const programmes = touchedProgrammes(plan);
    expect(programmes).toEqual(["ethics"]);
    const someone = person(more);
    expect(dutyChanges(someone, plan, programmes, others)).toEqual(expected);
    // whom the quick question leaves out has no change
    if (!touches(touchedRules(plan), someone, others, on)) expect(expected).toEqual([]);
  });

  it("touches only the rules that differ on the day", () => {
    expect(touchedRules(added)).toEqual([fresh]);
    expect(touchedRules(retired)).toEqual([rule]);
    expect(touchedRules({ ...added, on: "2026-06-30" })).toEqual([]);
  });
});
