import "../database-for-test";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Role } from "~/domain/permissions/role";
import type { Viewer } from "~/domain/permissions/viewer";
import type { ReportQuery } from "~/domain/reporting/report-query";
import type { CivilDate } from "~/domain/time/civil-date";
import { loadViewer } from "~/models/access/viewers.server";
import { recordEarlierCertificates } from "~/models/certification/record-earlier-certificates.server";
import { recordStandingDecision } from "~/models/certification/standing-decisions.server";
import { recordChange } from "~/models/database.server";
import { newPublicId } from "~/models/public-id.server";
import { reportBasis } from "~/models/reporting/report-basis.server";
import { compareSaved, savedReport, savedReports, saveReport } from "~/models/reporting/saved-report.server";
import { HOUSE_NOW, HOUSE_TODAY, openHouse } from "../../fixtures/a-house";
import { ACTS, happens, type YearAct, type YearOfActs } from "../../fixtures/a-year-of-acts";
import { insertStaff } from "../../fixtures/staff";
import { decisionFor } from "../certification/a-passed-exam";

const PROGRAMME = "service-ethics-counter";
const NEXT_YEAR = "2027-11-20";
const QUERY: ReportQuery = { asOf: HOUSE_TODAY, today: HOUSE_TODAY, unit: null, position: null, programme: null };

/** A year of the house: who, when it is recorded, and from when it holds where that is another day. */
const YEAR: readonly [act: YearAct, index: number, day: CivilDate, on?: CivilDate][] = [
  ["correct", 1, "2026-12-01"],
  ["renew", 2, "2026-12-05"],
  ["revoke", 4, "2026-12-08"],
  // some of it is recorded late: it holds from days before the report
  ["transfer", 5, "2027-01-05", "2026-06-01"],
  ["rename", 7, "2027-02-05"],
  ["away", 1, "2027-03-05", "2026-07-01"],
  ["merge", 3, "2027-04-05"],
  ["reinstate", 4, "2027-05-05"],
  ["leave", 6, "2027-06-05", "2027-06-01"],
  ["part", 3, "2027-07-05"],
  ["renew", 1, "2027-08-05"],
  ["rename", 2, "2027-09-05", "2026-08-01"],
  ["transfer", 7, "2027-10-05", "2026-05-01"],
  ["leave", 0, "2027-11-05", "2026-11-01"],
];

let hr: Viewer;
let provincial: Viewer;
let year: YearOfActs;

const viewerOf = async (accountId: number) => {
  const found = await loadViewer(accountId, HOUSE_TODAY, false);
  if (!found) throw new Error("no viewer");
  return found;
};

beforeAll(async () => {
  const unit = await openHouse();
  const [hungYen, thanhHoa] = [unit("bhxh-hung-yen-2025").id, unit("bhxh-thanh-hoa").id];
  const { reader } = await import("~/models/database.server");
  const { organisationFacts } = await import("~/models/organisation/organisation-facts.server");
  const central = (await organisationFacts()).units.filter(({ level }) => level === "CENTRAL").map(({ id }) => id);
  const officer = async (staffCode: string, role: Role, tops: readonly number[]) =>
    viewerOf(
      (
        await insertStaff({
          staffCode,
          postings: [{ unitId: hungYen, from: "2025-07-01" }],
          grants: tops.map((unitId) => ({ unitId, role, from: "2025-07-01" })),
        })
      ).accountId,
    );
  hr = await officer("HR-1", "hr-officer", central);
  provincial = await officer("HR-2", "hr-officer", [hungYen]);
  const signatory = await officer("KY-1", "signatory", central);
  await recordStandingDecision(decisionFor(PROGRAMME, { signedOn: "2025-01-05", validFrom: "2025-01-05" }), {
    at: HOUSE_NOW,
  });
  const staff = [];
  for (let index = 0; index < 8; index += 1) {
    const staffCode = `S-${index}`;
    const { personId } = await insertStaff({
      staffCode,
      fullName: `Đặng Thị Số ${index}`,
      postings: [{ unitId: index % 2 === 0 ? hungYen : thanhHoa, from: "2025-10-15" }],
    });
    const { public_id } = await (await reader()).person.findUniqueOrThrow({ where: { id: personId } });
    staff.push({ personId, publicId: public_id, staffCode });
    if (index % 3 === 0) continue;
    // for a year: it runs out within the year that is simulated
    const earlier = { personId, programme: PROGRAMME, issuedOn: "2025-12-10" };
    if ((await recordEarlierCertificates([earlier], { at: HOUSE_NOW, onceKey: staffCode })) !== 1)
      throw new Error("nothing was issued");
  }
  year = { hr, signatory, courses: ["service-ethics", "one-stop-situations"], staff, unitIds: [hungYen, thanhHoa] };
}, 60_000);

describe("a kept report", () => {
  it("comes out the same byte for byte as known then, after a year of acts; as known now it differs", async () => {
    const [all, own] = await Promise.all(
      [hr, provincial].map((viewer) => saveReport(viewer, QUERY, { onceKey: newPublicId(), at: HOUSE_NOW })),
    );
    if (!all || !own) throw new Error("nothing was kept");
    const before = await savedReport(hr, all.publicId, HOUSE_TODAY);
    expect(before?.figures.find(({ key }) => key === "people")?.value).toBe(11);
    expect(await compareSaved(hr, all.publicId, HOUSE_TODAY)).toMatchObject({ same: true, differences: [] });
    for (const [act, index, day, on] of YEAR) {
      expect([day, act, await happens(year, act, index, `${day}T03:00:00.000Z`, on ?? day)]).toEqual([day, act, true]);
    }
    for (const [viewer, { publicId }] of [
      [hr, all],
      [provincial, own],
    ] as const) {
      const compared = await compareSaved(viewer, publicId, NEXT_YEAR);
      expect(compared?.same).toBe(true);
      expect(compared?.sha256.afresh).toBe(compared?.sha256.saved);
      expect(compared?.differences.length).toBeGreaterThan(0);
    }
    expect(await savedReport(hr, all.publicId, NEXT_YEAR)).toEqual(before);
  }, 60_000);

  it("is kept once under one key, and shown to nobody else", async () => {
    const onceKey = newPublicId();
    const kept = await Promise.all(
      [1, 2, 3].map(() => saveReport(provincial, QUERY, { onceKey, at: HOUSE_NOW, name: "Quý 4" })),
    );
    expect(new Set(kept.map((each) => each?.publicId)).size).toBe(1);
    expect((await savedReports(provincial)).filter(({ name }) => name === "Quý 4")).toHaveLength(1);
    expect(await savedReport(hr, kept[0]?.publicId ?? "", HOUSE_TODAY)).toBeNull();
    expect(await compareSaved(hr, kept[0]?.publicId ?? "", HOUSE_TODAY)).toBeNull();
  });
});

describe("what is held in memory", () => {
  const told = async (viewer: Viewer, asOf: string) => {
    const basis = await reportBasis(viewer, "see-people", { asOf, today: HOUSE_TODAY });
    return JSON.stringify([
      basis.workforce,
      [...basis.proven].map(([{ publicId }, levels]) => [publicId, [...levels].sort()]),
      basis.certification.map(({ member, ...row }) => [member.publicId, row]),
    ]);
  };
  const DATES = [HOUSE_TODAY, "2026-06-15", "2025-08-01"];

  it("is, after any acts, what is read afresh; and a province never has more than its own", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...ACTS), fc.nat({ max: 7 }), fc.constantFrom("2026-05-05", "2026-09-09")), {
          minLength: 1,
          maxLength: 4,
        }),
        async (acts) => {
          for (const [act, index, on] of acts) await happens(year, act, index, HOUSE_NOW, on);
          const held = [];
          for (const viewer of [hr, provincial]) for (const date of DATES) held.push(await told(viewer, date));
          // forgotten, and asked under another change: everything is read again
          (globalThis as { cauNoiWorkforce?: unknown }).cauNoiWorkforce = undefined;
          await recordChange({ kind: "test", at: HOUSE_NOW }, async () => undefined);
          const afresh = [];
          for (const viewer of [hr, provincial]) for (const date of DATES) afresh.push(await told(viewer, date));
          expect(held).toEqual(afresh);
          const { scope, workforce } = await reportBasis(provincial, "see-people", {
            asOf: HOUSE_TODAY,
            today: HOUSE_TODAY,
          });
          for (const { postings } of workforce.members)
            expect(postings.every(({ unitId }) => scope.has(unitId))).toBe(true);
        },
      ),
      { numRuns: 12 },
    );
  }, 120_000);
});
