import { describe, expect, it } from "vitest";
import type { AssignmentRule } from "./assignment-rule";
import type { PersonDutyFacts } from "./duties";
import { type DutyOrder, effectOf, isTimely, type OrderEffect } from "./duty-order";
import { dutyRulesOf } from "./duty-rules-for-test";

const text = { vi: "Một", en: "One" };
const rule: AssignmentRule = {
  key: "officers",
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
const rules = dutyRulesOf([rule]);
const TODAY = "2026-05-20";
const person = (more: Partial<PersonDutyFacts> = {}): PersonDutyFacts => ({
  postings: [
    { position: "officer", oneStop: false, unitId: 1, unitLevel: "PROVINCIAL", validFrom: "2026-05-01", validTo: null },
  ],
  employment: null,
  manual: [],
  waivers: [],
  extensions: [],
  absences: [],
  certificates: [],
  eligible: [],
  ...more,
});
const certificates = [{ programme: "ethics", issuedOn: "2026-05-02", validUntil: null, events: [] }];
const byHand = { programme: "ethics", course: "ethics", due: "2026-06-10", reason: "", since: "2026-05-10" };
const extend: DutyOrder = { act: "extend", programme: "ethics", due: "2026-07-15" };
const exempt: DutyOrder = { act: "exempt", programme: "ethics", until: "2026-12-31" };
const assign: DutyOrder = { act: "assign", programme: "basic", course: "basic", due: "2026-07-15" };
const correct: DutyOrder = { act: "correct", programme: "ethics", due: "2026-05-25" };
const no = (because: string) => ({ reached: false, because }) as OrderEffect;

describe("what an order does to someone", () => {
  it.each<[string, DutyOrder, Partial<PersonDutyFacts>, OrderEffect]>([
    ["more time", extend, {}, { reached: true, before: "2026-05-31", after: "2026-07-15" }],
    ["no more than there is", { ...extend, due: "2026-05-31" }, {}, no("not-later")],
    ["of what nothing asks for", { ...extend, programme: "basic" }, {}, no("not-asked")],
    ["of what is held", extend, { certificates }, no("done")],
    ["an exemption", exempt, {}, { reached: true, before: "2026-05-31", after: null }],
    [
      "a second exemption",
      exempt,
      { waivers: [{ programme: "ethics", reason: "", validFrom: "2026-05-01", validTo: null }] },
      no("waived"),
    ],
    ["an assignment", assign, {}, { reached: true, before: null, after: "2026-07-15" }],
    [
      "an assignment of what a rule asks: the earlier date",
      { ...assign, programme: "ethics" },
      {},
      { reached: true, before: "2026-05-31", after: "2026-05-31" },
    ],
    ["an assignment of what is held", { ...assign, programme: "ethics" }, { certificates }, no("done")],
    ["a second assignment", { ...assign, programme: "ethics" }, { manual: [byHand] }, no("assigned-already")],
    [
      "another date for what was assigned by hand",
      correct,
      { manual: [byHand] },
      { reached: true, before: "2026-05-31", after: "2026-05-25" },
    ],
    ["the same date", { ...correct, due: "2026-06-10" }, { manual: [byHand] }, no("same-day")],
    ["a rule's date is not corrected by hand", correct, {}, no("not-by-hand")],
  ])("%s", (_, order, more, expected) => {
    expect(effectOf(order, person(more), rules, { today: TODAY, oneself: false })).toEqual(expected);
  });

  it.each([
    [extend, no("oneself")],
    [exempt, no("oneself")],
    [assign, { reached: true, before: null, after: "2026-07-15" }],
  ])("of oneself: %j", (order, expected) => {
    expect(effectOf(order, person(), rules, { today: TODAY, oneself: true })).toEqual(expected);
  });

  it("gives nobody a day that has passed", () => {
    expect(isTimely({ ...extend, due: "2026-05-19" }, TODAY)).toBe(false);
    expect(isTimely({ ...extend, due: TODAY }, TODAY)).toBe(true);
    expect(isTimely({ ...exempt, until: null }, TODAY)).toBe(true);
    expect(isTimely({ ...exempt, until: "2026-05-19" }, TODAY)).toBe(false);
  });
});
