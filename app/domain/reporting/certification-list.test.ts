import { describe, expect, it } from "vitest";
import type { AssignmentRule } from "~/domain/enrolment/assignment-rule";
import { dutyRulesOf } from "~/domain/enrolment/duty-rules-for-test";
import { certificationRows, countStates, filterCertification } from "./certification-list";
import { onboardingTimes } from "./onboarding-time";
import { member } from "./people-for-test";
import { summarise } from "./unit-summary";

const DAY = "2026-11-20";
const text = { vi: "x", en: "x" };
const rule = (programme: string, position: string): AssignmentRule => ({
  key: programme,
  title: text,
  reason: text,
  issuer: text,
  document: "x",
  valid_from: "2026-01-01",
  valid_to: null,
  when: { positions: [position] },
  assigns: { programme, course: programme },
  due_days: 30,
});
const rules = [rule("onboarding", "officer"), rule("basic", "focal")];
const paper = (programme: string, issuedOn: string, validUntil: string | null, revokedOn?: string) => ({
  publicId: `${programme}-${issuedOn}`,
  programme,
  issuedOn,
  validUntil,
  events: revokedOn ? [{ kind: "revoked" as const, onDate: revokedOn }] : [],
});
const officer = (name: string, more = {}, unitId = 1) => member(name, [{ unitId, validFrom: "2026-02-01" }], more);

const members = [
  officer("never"),
  officer("valid", { certificates: [paper("onboarding", "2026-02-11", null)] }),
  officer("expiring", { certificates: [paper("onboarding", "2025-12-01", "2026-12-01")] }),
  officer("expired", { certificates: [paper("onboarding", "2025-02-01", "2026-11-20")] }, 2),
  officer("revoked", { certificates: [paper("onboarding", "2026-02-11", null, "2026-05-05")] }),
  officer("eligible", { eligible: [{ programme: "onboarding", onDate: "2026-03-03" }] }),
  officer("waived", { waivers: [{ programme: "onboarding", reason: "x", validFrom: "2026-02-02", validTo: null }] }),
  officer("away", { absences: [{ validFrom: "2026-02-20", validTo: null }] }),
  member("no duty", [{ position: "leader" }], { certificates: [paper("onboarding", "2026-02-11", null)] }),
  member("two posts", [
    { unitId: 1, validFrom: "2026-02-01" },
    { unitId: 2, position: "focal", kind: "concurrent", validFrom: "2026-11-10" },
  ]),
];
const rows = certificationRows(members, dutyRulesOf(rules), DAY);
const all = { units: null, position: null, programme: null, state: "all" as const };

describe("the certification list", () => {
  it.each([
    ["never", "never", "2026-02-01", "2026-03-03", true],
    ["valid", "valid", "2026-02-11", null, false],
    ["expiring", "expiring", "2025-12-01", "2026-11-30", false],
    ["expired", "expired", "2026-11-20", "2026-11-19", true],
    ["revoked", "revoked", "2026-05-05", "2026-03-03", true],
    ["eligible", "eligible", "2026-03-03", "2026-03-03", false],
    ["waived", "waived", "2026-02-01", null, false],
    ["away", "never", "2026-02-01", null, false],
  ])("%s", (name, state, since, due, overdue) => {
    expect(rows.find(({ member }) => member.publicId === name)).toMatchObject({ state, since, due, overdue });
  });

  it("holds people with a duty, once for each programme, with the post that asks for it", () => {
    expect(rows.map(({ member, programme }) => `${member.publicId}: ${programme}`)).not.toContain(
      "no duty: onboarding",
    );
    const two = rows.filter(({ member }) => member.publicId === "two posts");
    expect(two.map((row) => [row.programme, row.postings.map(({ unitId }) => unitId)])).toEqual([
      ["onboarding", [1]],
      ["basic", [2]],
    ]);
  });

  it("filters by unit, position, programme and state; open means not certified, or not for long", () => {
    const names = (filter: Partial<Parameters<typeof filterCertification>[1]>) =>
      filterCertification(rows, { ...all, ...filter }).map(({ member }) => member.publicId);
    expect(names({ units: new Set([2]) })).toEqual(["expired", "two posts"]);
    expect(names({ position: "focal" })).toEqual(["two posts"]);
    expect(names({ programme: "basic" })).toEqual(["two posts"]);
    expect(names({ state: "expiring" })).toEqual(["expiring"]);
    expect(names({ state: "open" })).toEqual([
      "never",
      "expiring",
      "expired",
      "revoked",
      "eligible",
      "away",
      "two posts",
      "two posts",
    ]);
  });

  it("knows who is away, and asks nothing of them", () => {
    expect(rows.filter(({ paused }) => paused).map(({ member }) => member.publicId)).toEqual(["away"]);
  });

  it("counts every row once", () => {
    expect(countStates(rows)).toEqual({
      never: 4,
      expired: 1,
      revoked: 1,
      eligible: 1,
      expiring: 1,
      valid: 1,
      waived: 1,
    });
  });

  it("is counted by unit in the drill-down", () => {
    expect(summarise([new Set([1]), new Set([2])], [], rows, (place) => place).map(({ open }) => open)).toEqual([6, 2]);
  });
});

describe("onboarding", () => {
  it("is done after the days from the start of the post to the first certificate, and is counted up to the date before that", () => {
    const times = onboardingTimes(rows, "onboarding", DAY).map(({ member, days, done }) => [
      member.publicId,
      days,
      done,
    ]);
    expect(times).toContainEqual(["valid", 10, true]);
    expect(times).toContainEqual(["revoked", 10, true]);
    expect(times).toContainEqual(["expiring", 0, true]);
    expect(times).toContainEqual(["never", 292, false]);
    expect(times.map(([name]) => name)).not.toContain("waived");
  });
});
