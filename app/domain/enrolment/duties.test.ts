import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CertificateFacts } from "~/domain/certification/certificate-status";
import { addDays, type CivilDate } from "~/domain/time/civil-date";
import type { AssignmentRule } from "./assignment-rule";
import { appliesTo, type DutyFacts, type DutyState, dutiesOn, type PostingFact } from "./duties";

const posting: PostingFact = {
  position: "focal",
  oneStop: false,
  unitId: 1,
  unitLevel: "PROVINCIAL",
  validFrom: "2026-03-01",
  validTo: null,
};
const text = { vi: "Một", en: "One" };
const rule: AssignmentRule = {
  key: "focal-rule",
  title: text,
  reason: text,
  issuer: text,
  document: "Quy tắc mẫu",
  valid_from: "2026-01-01",
  valid_to: null,
  when: { positions: ["focal", "dedicated"], unit_levels: ["CENTRAL", "PROVINCIAL"] },
  assigns: { programme: "focal", course: "foreign" },
  due_days: 90,
};
const certificate = (facts: Partial<CertificateFacts> = {}): CertificateFacts & { programme: string } => ({
  programme: "focal",
  issuedOn: "2026-04-01",
  validUntil: "2028-04-01",
  events: [],
  ...facts,
});

function facts(more: Partial<DutyFacts> = {}): DutyFacts {
  return {
    postings: [posting],
    rules: [rule],
    manual: [],
    waivers: [],
    certificates: [],
    eligible: [],
    renewalWindowDays: () => 90,
    ...more,
  };
}

describe("appliesTo", () => {
  it.each<[string, Partial<AssignmentRule["when"]>, Partial<PostingFact>, boolean]>([
    ["position and level fit", {}, {}, true],
    ["another position", {}, { position: "leader" }, false],
    ["another level of unit", {}, { unitLevel: "GRASSROOTS" }, false],
    ["a rule for every level", { unit_levels: undefined }, { unitLevel: "GRASSROOTS" }, true],
    ["a rule for the counter, a post elsewhere", { one_stop: true }, {}, false],
    ["a rule for the counter, a post there", { one_stop: true }, { oneStop: true }, true],
  ])("%s", (_, when, change, expected) => {
    const changed = { ...rule, when: { ...rule.when, ...when } };
    expect(appliesTo(changed, { ...posting, ...change })).toBe(expected);
  });
});

describe("when a duty begins and ends", () => {
  it.each<[string, Partial<DutyFacts>, CivilDate, CivilDate | null]>([
    ["the day before the posting", {}, "2026-02-28", null],
    ["the first day of the posting", {}, "2026-03-01", "2026-05-30"],
    [
      "a rule later than the posting counts from the rule",
      { rules: [{ ...rule, valid_from: "2026-06-01" }] },
      "2026-06-01",
      "2026-08-30",
    ],
    ["before that rule", { rules: [{ ...rule, valid_from: "2026-06-01" }] }, "2026-05-31", null],
    [
      "the last day of an ended posting",
      { postings: [{ ...posting, validTo: "2026-04-01" }] },
      "2026-03-31",
      "2026-05-30",
    ],
    ["the day after it", { postings: [{ ...posting, validTo: "2026-04-01" }] }, "2026-04-01", null],
    ["an ended rule", { rules: [{ ...rule, valid_to: "2026-04-01" }] }, "2026-04-01", null],
    [
      "a leap day",
      { postings: [{ ...posting, validFrom: "2028-02-29" }], rules: [{ ...rule, due_days: 366 }] },
      "2028-02-29",
      "2029-03-01",
    ],
  ])("%s", (_, more, asOf, due) => {
    const duties = dutiesOn(facts(more), asOf);
    expect(duties.map((duty) => duty.due)).toEqual(due === null ? [] : [due]);
  });

  it("an assignment by hand begins on its day and needs no posting", () => {
    const manual = [{ programme: "ethics", course: "e", due: "2026-12-31", reason: "Vì…", since: "2026-10-01" }];
    expect(dutiesOn(facts({ postings: [], manual }), "2026-09-30")).toEqual([]);
    expect(dutiesOn(facts({ postings: [], manual }), "2026-10-01")).toMatchObject([
      {
        programme: "ethics",
        state: "open",
        due: "2026-12-31",
        daysLeft: 91,
        reasons: [{ kind: "manual", text: "Vì…" }],
      },
    ]);
  });

  it("two reasons make one duty with the earlier date first", () => {
    const postings = [posting, { ...posting, position: "dedicated", validFrom: "2026-01-15" }];
    const [duty, ...more] = dutiesOn(facts({ postings }), "2026-03-01");
    expect(more).toEqual([]);
    expect(duty?.due).toBe("2026-04-15");
    expect(duty?.reasons.map(({ due }) => due)).toEqual(["2026-04-15", "2026-05-30"]);
  });
});

describe("the state of a duty", () => {
  const revoked = certificate({ events: [{ kind: "revoked", onDate: "2026-05-01" }] });
  it.each<[string, Partial<DutyFacts>, CivilDate, DutyState, CivilDate]>([
    ["in time", {}, "2026-05-30", "open", "2026-05-30"],
    ["the day after", {}, "2026-05-31", "overdue", "2026-05-30"],
    ["before the certificate", { certificates: [certificate()] }, "2026-03-31", "open", "2026-05-30"],
    ["certified", { certificates: [certificate()] }, "2026-04-01", "done", "2028-03-31"],
    ["the day before the window", { certificates: [certificate()] }, "2028-01-01", "done", "2028-03-31"],
    ["the window", { certificates: [certificate()] }, "2028-01-02", "renew", "2028-03-31"],
    ["the last day of validity", { certificates: [certificate()] }, "2028-03-31", "renew", "2028-03-31"],
    ["lapsed", { certificates: [certificate()] }, "2028-04-01", "overdue", "2028-03-31"],
    ["without an end", { certificates: [certificate({ validUntil: null })] }, "2090-01-01", "done", "2026-05-30"],
    [
      "another programme's certificate",
      { certificates: [{ ...certificate(), programme: "x" }] },
      "2026-05-30",
      "open",
      "2026-05-30",
    ],
    [
      "passed, waiting for a signatory",
      { eligible: [{ programme: "focal", onDate: "2026-06-10" }] },
      "2026-06-10",
      "done",
      "2026-05-30",
    ],
    [
      "passed, but later",
      { eligible: [{ programme: "focal", onDate: "2026-06-10" }] },
      "2026-06-09",
      "overdue",
      "2026-05-30",
    ],
    [
      "waived",
      { waivers: [{ programme: "focal", reason: "", validFrom: "2026-05-01", validTo: "2026-07-01" }] },
      "2026-06-30",
      "waived",
      "2026-05-30",
    ],
    [
      "no longer waived",
      { waivers: [{ programme: "focal", reason: "", validFrom: "2026-05-01", validTo: "2026-07-01" }] },
      "2026-07-01",
      "overdue",
      "2026-05-30",
    ],
  ])("%s", (_, more, asOf, state, due) => expect(dutiesOn(facts(more), asOf)).toMatchObject([{ state, due }]));

  it("is overdue from the day of a revocation", () => {
    expect(dutiesOn(facts({ certificates: [revoked] }), "2026-04-30")).toMatchObject([{ state: "done" }]);
    expect(dutiesOn(facts({ certificates: [revoked] }), "2026-05-01")).toMatchObject([{ state: "overdue" }]);
  });

  it("names the certificate by its place in the list", () => {
    const certificates = [{ ...certificate(), programme: "other" }, certificate()];
    expect(dutiesOn(facts({ certificates }), "2026-06-01")[0]?.certificate).toEqual({ status: "valid", index: 1 });
  });
});

describe("for any facts", () => {
  const day = fc.integer({ min: 0, max: 1500 }).map((days) => addDays("2024-01-01", days));
  const spanned = fc
    .tuple(day, fc.option(fc.integer({ min: 1, max: 900 })))
    .map(([validFrom, days]) => ({ validFrom, validTo: days === null ? null : addDays(validFrom, days) }));
  const programme = fc.constantFrom("focal", "ethics");
  const anyFacts = fc.record({
    postings: fc.array(
      spanned.map((span) => ({ ...posting, ...span })),
      { maxLength: 3 },
    ),
    rules: fc.array(
      fc.tuple(spanned, programme, fc.integer({ min: 1, max: 400 })).map(([span, key, due_days]) => ({
        ...rule,
        key,
        valid_from: span.validFrom,
        valid_to: span.validTo,
        assigns: { programme: key, course: key },
        due_days,
      })),
      { maxLength: 3 },
    ),
    certificates: fc.array(
      fc.tuple(spanned, programme).map(([{ validFrom, validTo }, key]) => ({
        programme: key,
        issuedOn: validFrom,
        validUntil: validTo,
        events: [],
      })),
      { maxLength: 3 },
    ),
  });

  it("there is one duty a programme, ordered by date, each with a reason that holds, and no overdue one before its date", () => {
    fc.assert(
      fc.property(anyFacts, day, (some, asOf) => {
        const duties = dutiesOn(facts(some), asOf);
        expect(new Set(duties.map((duty) => duty.programme)).size).toBe(duties.length);
        expect([...duties].sort((a, b) => a.due.localeCompare(b.due)).map(({ due }) => due)).toEqual(
          duties.map(({ due }) => due),
        );
        for (const duty of duties) {
          expect(duty.reasons.length).toBeGreaterThan(0);
          for (const { since } of duty.reasons) expect(since <= asOf).toBe(true);
          expect(duty.daysLeft < 0).toBe(duty.due < asOf);
          if (duty.state === "open") expect(duty.daysLeft).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});
