import { describe, expect, it } from "vitest";
import type { CivilDate } from "~/domain/time/civil-date";
import type { AssignmentRule } from "./assignment-rule";
import type { DutyFacts, PostingFact } from "./duties";
import { dutyRulesOf } from "./duty-rules-for-test";
import { type EndedDuty, endedDuties } from "./ended-duties";

const text = { vi: "Một", en: "One" };
const rule: AssignmentRule = {
  key: "officers",
  title: text,
  reason: text,
  issuer: text,
  document: "Quy tắc mẫu",
  valid_from: "2026-01-01",
  valid_to: null,
  when: { positions: ["officer"] },
  assigns: { programme: "ethics", course: "ethics" },
  due_days: 90,
};
const posting: PostingFact = {
  position: "officer",
  oneStop: false,
  unitId: 1,
  unitLevel: "PROVINCIAL",
  validFrom: "2026-03-01",
  validTo: "2026-05-01",
};
const facts = (more: Partial<DutyFacts> = {}): DutyFacts => ({
  ...dutyRulesOf([rule]),
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
const ended = { programme: "ethics", issuedOn: "2026-04-01", validUntil: null, events: [] };

describe("duties that ended open", () => {
  it.each<[string, Partial<DutyFacts>, CivilDate, [CivilDate, EndedDuty["because"]["kind"]][]]>([
    ["the last day in the post", {}, "2026-04-30", []],
    ["the post was left", {}, "2026-05-01", [["2026-05-01", "left-position"]]],
    ["long ago", {}, "2026-11-01", [["2026-05-01", "left-position"]]],
    ["done before", { certificates: [ended] }, "2026-11-01", []],
    [
      "another post asks for the same",
      { postings: [posting, { ...posting, validFrom: "2026-04-01", validTo: null }] },
      "2026-11-01",
      [],
    ],
    [
      "the unit became another one",
      {
        postings: [posting, { ...posting, unitId: 2, validFrom: "2026-05-01", validTo: null, heldSince: "2026-03-01" }],
      },
      "2026-11-01",
      [],
    ],
    [
      "the rule ended",
      { postings: [{ ...posting, validTo: null }], rules: [{ ...rule, valid_to: "2026-06-01" }] },
      "2026-11-01",
      [["2026-06-01", "rule-ended"]],
    ],
    [
      "waived",
      { waivers: [{ programme: "ethics", reason: "", validFrom: "2026-03-01", validTo: null }] },
      "2026-11-01",
      [],
    ],
    [
      "paused when the post ended",
      { absences: [{ validFrom: "2026-04-01", validTo: null }] },
      "2026-11-01",
      [["2026-05-01", "left-position"]],
    ],
    [
      "left, taken again and left: the latest first",
      { postings: [posting, { ...posting, validFrom: "2026-07-01", validTo: "2026-08-01" }] },
      "2026-11-01",
      [
        ["2026-08-01", "left-position"],
        ["2026-05-01", "left-position"],
      ],
    ],
  ])("%s", (_, more, asOf, expected) => {
    expect(endedDuties(facts(more), asOf).map(({ on, because }) => [on, because.kind])).toEqual(expected);
  });
});
