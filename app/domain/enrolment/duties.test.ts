import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CertificateFacts } from "~/domain/certification/certificate-status";
import { addDays, type CivilDate } from "~/domain/time/civil-date";
import { PLAIN_WEEKS } from "~/domain/time/working-days";
import { type AssignmentRule, appliesTo, type ShortCondition } from "./assignment-rule";
import { type DueExtension, type DutyFacts, type DutyState, dutiesOn, type PostingFact } from "./duties";
import { dutyRulesOf, NO_PLACES } from "./duty-rules-for-test";

const posting: PostingFact = {
  position: "focal",
  oneStop: false,
  unitId: 1,
  unitLevel: "PROVINCIAL",
  validFrom: "2026-03-01",
  validTo: null,
};
const text = { vi: "Một", en: "One" };
const short: ShortCondition = { positions: ["focal", "dedicated"], unit_levels: ["CENTRAL", "PROVINCIAL"] };
const rule: AssignmentRule = {
  key: "focal-rule",
  title: text,
  reason: text,
  issuer: text,
  document: "Quy tắc mẫu",
  valid_from: "2026-01-01",
  valid_to: null,
  when: short,
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
  };
}

describe("appliesTo", () => {
  it.each<[string, Partial<ShortCondition>, Partial<PostingFact>, boolean]>([
    ["position and level fit", {}, {}, true],
    ["another position", {}, { position: "leader" }, false],
    ["another level of unit", {}, { unitLevel: "GRASSROOTS" }, false],
    ["a rule for every level", { unit_levels: undefined }, { unitLevel: "GRASSROOTS" }, true],
    ["a rule for the counter, a post elsewhere", { one_stop: true }, {}, false],
    ["a rule for the counter, a post there", { one_stop: true }, { oneStop: true }, true],
  ])("%s", (_, when, change, expected) => {
    const changed = { ...rule, when: { ...short, ...when } };
    const context = { asOf: "2026-03-01", employment: null, units: NO_PLACES };
    expect(appliesTo(changed, { ...posting, ...change }, context)).toBe(expected);
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

describe("a post that a reorganisation carried over", () => {
  it("is held since it was taken: dates do not move, and it is no new posting", () => {
    const carried = { ...posting, validFrom: "2026-07-01", heldSince: "2026-03-01" };
    expect(dutiesOn(facts({ postings: [carried] }), "2026-07-01")).toMatchObject([
      { due: "2026-05-30", state: "overdue" },
    ]);
    const onlyNew = { ...rule, valid_from: "2026-06-01", when: { ...short, new_postings: true } };
    expect(dutiesOn(facts({ postings: [carried], rules: [onlyNew] }), "2026-07-01")).toEqual([]);
  });
});

describe("leaving and coming back to a position", () => {
  it("asks for nothing between, and keeps what was earned", () => {
    const postings = [
      { ...posting, validTo: "2026-06-01" },
      { ...posting, validFrom: "2026-09-01" },
    ];
    const earned = { postings, certificates: [certificate()] };
    expect(dutiesOn(facts(earned), "2026-07-01")).toEqual([]);
    expect(dutiesOn(facts(earned), "2026-09-01")).toMatchObject([{ state: "done", due: "2028-03-31" }]);
    expect(dutiesOn(facts({ postings }), "2026-09-01")).toMatchObject([{ state: "open", due: "2026-11-30" }]);
  });
});

describe("working days", () => {
  const calendar = PLAIN_WEEKS;
  it.each<[string, Partial<DutyFacts>, CivilDate, CivilDate]>([
    ["a due date on a Saturday moves to Monday", {}, "2026-05-30", "2026-06-01"],
    ["and the duty is open until then", {}, "2026-06-01", "2026-06-01"],
    [
      "a date given by hand moves too",
      {
        rules: [],
        manual: [{ programme: "focal", course: "foreign", due: "2026-10-11", reason: "", since: "2026-09-01" }],
      },
      "2026-10-01",
      "2026-10-12",
    ],
    [
      "the last day of a certificate does not",
      { certificates: [certificate({ validUntil: "2028-04-02" })] },
      "2028-03-01",
      "2028-04-01",
    ],
  ])("%s", (_, more, asOf, due) => {
    const [duty] = dutiesOn(facts({ calendar, ...more }), asOf);
    expect(duty?.due).toBe(due);
    expect(duty?.state).not.toBe("overdue");
  });
});

describe("an absence", () => {
  const away = { validFrom: "2026-05-01", validTo: "2026-09-01" };
  const lapsing = certificate({ issuedOn: "2024-07-01", validUntil: "2026-07-01" });
  it.each<[string, Partial<DutyFacts>, CivilDate, DutyState, CivilDate]>([
    ["the day before", { absences: [away] }, "2026-04-30", "open", "2026-05-30"],
    [
      "its first day; a return that is agreed on counts already",
      { absences: [away] },
      "2026-05-01",
      "paused",
      "2026-10-01",
    ],
    ["without a return", { absences: [{ ...away, validTo: null }] }, "2029-01-01", "paused", "2026-05-30"],
    ["the day of the return", { absences: [away] }, "2026-09-01", "open", "2026-10-01"],
    ["the last day that the return gives", { absences: [away] }, "2026-10-01", "open", "2026-10-01"],
    ["the day after it", { absences: [away] }, "2026-10-02", "overdue", "2026-10-01"],
    [
      "a certificate lapses meanwhile",
      { absences: [away], certificates: [lapsing] },
      "2026-07-01",
      "paused",
      "2026-10-01",
    ],
    [
      "a lapsed certificate after the return",
      { absences: [away], certificates: [lapsing] },
      "2026-09-15",
      "open",
      "2026-10-01",
    ],
    [
      "and when the days are over",
      { absences: [away], certificates: [lapsing] },
      "2026-10-02",
      "overdue",
      "2026-10-01",
    ],
    [
      "what is done stays done",
      { absences: [away], certificates: [certificate()] },
      "2026-06-01",
      "done",
      "2028-03-31",
    ],
    ["nor is a renewal asked for", { absences: [away], certificates: [lapsing] }, "2026-05-10", "paused", "2026-10-01"],
    [
      "a later due date stays",
      { absences: [{ validFrom: "2026-03-10", validTo: "2026-03-20" }] },
      "2026-04-01",
      "open",
      "2026-05-30",
    ],
  ])("%s", (_, more, asOf, state, due) => expect(dutiesOn(facts(more), asOf)).toMatchObject([{ state, due }]));

  it("leaves a certificate what it is", () => {
    const [duty] = dutiesOn(facts({ absences: [away], certificates: [lapsing] }), "2026-07-01");
    expect(duty?.certificate?.status).toBe("expired");
  });
});

describe("an extension", () => {
  const until = (due: CivilDate, more: Partial<DueExtension> = {}) => ({
    programme: "focal",
    due,
    reason: "",
    since: "2026-05-01",
    ...more,
  });
  it.each<[string, DueExtension[], CivilDate, DutyState, CivilDate]>([
    ["counts from its day", [until("2026-07-15")], "2026-04-30", "open", "2026-05-30"],
    ["gives a later day", [until("2026-07-15")], "2026-07-15", "open", "2026-07-15"],
    ["and that day passes", [until("2026-07-15")], "2026-07-16", "overdue", "2026-07-15"],
    ["the one recorded last counts", [until("2026-09-15"), until("2026-07-15")], "2026-06-01", "open", "2026-07-15"],
    ["never an earlier day", [until("2026-05-10")], "2026-05-20", "open", "2026-05-30"],
    ["another programme's", [until("2026-07-15", { programme: "x" })], "2026-06-01", "overdue", "2026-05-30"],
  ])("%s", (_, extensions, asOf, state, due) =>
    expect(dutiesOn(facts({ extensions }), asOf)).toMatchObject([{ state, due }]),
  );

  it("says what the later day comes from", () => {
    expect(dutiesOn(facts({ extensions: [until("2026-07-15")] }), "2026-06-01")[0]?.later).toBe("extension");
    expect(dutiesOn(facts(), "2026-05-01")[0]?.later).toBeNull();
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
    absences: fc.array(spanned, { maxLength: 2 }),
    calendar: fc.constantFrom(PLAIN_WEEKS, dutyRulesOf([]).calendar),
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
          const away = some.absences.some(
            (each) => each.validFrom <= asOf && (each.validTo === null || asOf < each.validTo),
          );
          if (away) expect(["paused", "done", "waived"]).toContain(duty.state);
          else expect(duty.state).not.toBe("paused");
        }
      }),
    );
  });
});
