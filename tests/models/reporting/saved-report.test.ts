import "../database-for-test";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "~/domain/permissions/viewer";
import type { ReportQuery } from "~/domain/reporting/report-query";
import { loadViewer } from "~/models/access/viewers.server";
import { recordChange } from "~/models/database.server";
import { mergePersons } from "~/models/people/merge-persons.server";
import { unmerge } from "~/models/people/merged-records.server";
import { newPublicId } from "~/models/public-id.server";
import { reportBasis } from "~/models/reporting/report-basis.server";
import { compareSaved, savedReport, savedReports, saveReport } from "~/models/reporting/saved-report.server";
import { HOUSE_NOW, HOUSE_TODAY, openHouse } from "../../fixtures/a-house";
import { insertStaff } from "../../fixtures/staff";

const NEXT_YEAR = "2027-11-20";
const QUERY: ReportQuery = { asOf: HOUSE_TODAY, today: HOUSE_TODAY, unit: null, position: null, programme: null };

let hr: Viewer;
let provincial: Viewer;
let units: { hungYen: number; thanhHoa: number };
const staff: { personId: number; publicId: string }[] = [];
let papers = 0;

const viewerOf = async (accountId: number) => {
  const found = await loadViewer(accountId, HOUSE_TODAY, false);
  if (!found) throw new Error("no viewer");
  return found;
};

beforeAll(async () => {
  const unit = await openHouse();
  units = { hungYen: unit("bhxh-hung-yen-2025").id, thanhHoa: unit("bhxh-thanh-hoa").id };
  const { reader } = await import("~/models/database.server");
  const { organisationFacts } = await import("~/models/organisation/organisation-facts.server");
  const central = (await organisationFacts()).units.filter(({ level }) => level === "CENTRAL").map(({ id }) => id);
  const officer = (staffCode: string, tops: readonly number[]) =>
    insertStaff({
      staffCode,
      postings: [{ unitId: units.hungYen, from: "2025-07-01" }],
      grants: tops.map((unitId) => ({ unitId, role: "hr-officer" as const, from: "2025-07-01" })),
    });
  hr = await viewerOf((await officer("HR-1", central)).accountId);
  provincial = await viewerOf((await officer("HR-2", [units.hungYen])).accountId);
  for (let index = 0; index < 8; index += 1) {
    const { personId } = await insertStaff({
      staffCode: `S-${index}`,
      fullName: `Đặng Thị Số ${index}`,
      postings: [{ unitId: index % 2 === 0 ? units.hungYen : units.thanhHoa, from: "2026-01-15" }],
    });
    const { public_id } = await (await reader()).person.findUniqueOrThrow({ where: { id: personId } });
    staff.push({ personId, publicId: public_id });
    if (index % 3 !== 0) await certify(personId, "2026-03-01", "2026-12-10", HOUSE_NOW);
  }
}, 60_000);

const of = (index: number) => staff[index % staff.length] as (typeof staff)[number];

function certify(personId: number, from: string, to: string, at: string) {
  return recordChange({ kind: "test", at }, async (rows, recorded_change) => {
    papers += 1;
    await rows.certificate.create({
      data: {
        public_id: `paper${papers}`,
        person_id: personId,
        programme: "communication-basic",
        framework_version_id: 1,
        serial: `T-${papers}`,
        code: "7KQ4M2XD",
        issued_on: from,
        valid_until: to,
        unit_id: units.hungYen,
        face: "{}",
        recorded_change,
      },
    });
    await rows.evidence.create({
      data: {
        person_id: personId,
        competency: "dialogue",
        level: 1 + (papers % 4),
        kind: "exam",
        valid_from: from,
        recorded_change,
      },
    });
  });
}

/** What can happen to somebody; facts are retracted and added, never overwritten. */
const ACTS = ["renew", "revoke", "transfer", "rename", "away", "forget-evidence", "merge", "part"] as const;

async function happens(act: (typeof ACTS)[number], index: number, at: string, on: string): Promise<void> {
  const { personId, publicId } = of(index);
  const change = (work: Parameters<typeof recordChange>[1]) => recordChange({ kind: "test", at }, work);
  if (act === "renew") await certify(personId, on, "2029-01-01", at);
  if (act === "merge") {
    const order = { dropped: [], document: "Công văn 1", note: null, at, onceKey: newPublicId() };
    // refused where posts overlap, or one is merged already: then nothing happened
    await mergePersons(hr, { kept: of(index + 2).publicId, merged: publicId, ...order });
  }
  if (act === "part") await unmerge(hr, { kept: of(index + 2).publicId, record: publicId, at, note: "gộp nhầm" });
  if (act === "revoke") {
    await change(async (rows, recorded_change) => {
      const paper = await rows.certificate.findFirst({ where: { person_id: personId }, orderBy: { id: "desc" } });
      if (!paper) return;
      await rows.certificate_event.create({
        data: { certificate_id: paper.id, kind: "revoked", on_date: on, reason: "test", recorded_change },
      });
    });
  }
  if (act === "forget-evidence") {
    await change((rows, retracted_change) =>
      rows.evidence.updateMany({ where: { person_id: personId, retracted_change: null }, data: { retracted_change } }),
    );
  }
  if (act === "away") {
    await change((rows, recorded_change) =>
      rows.absence.create({
        data: { public_id: newPublicId(), person_id: personId, kind: "long-leave", valid_from: on, recorded_change },
      }),
    );
  }
  if (act === "rename") {
    await change(async (rows, changeId) => {
      const name = await rows.person_name.findFirst({ where: { person_id: personId, retracted_change: null } });
      if (!name) return;
      await rows.person_name.update({ where: { id: name.id }, data: { retracted_change: changeId } });
      const { id: _, ...same } = name;
      const sort_key = `${changeId % 2} ${name.sort_key}`;
      await rows.person_name.create({ data: { ...same, sort_key, recorded_change: changeId, retracted_change: null } });
    });
  }
  if (act === "transfer") {
    await change(async (rows, changeId) => {
      const posting = await rows.posting.findFirst({
        where: { person_id: personId, retracted_change: null, valid_to: null },
      });
      if (!posting || posting.valid_from >= on) return;
      await rows.posting.update({ where: { id: posting.id }, data: { retracted_change: changeId } });
      const { id: _, ...same } = posting;
      const closed = { ...same, valid_to: on, recorded_change: changeId, retracted_change: null };
      await rows.posting.create({ data: closed });
      const post = await rows.post.create({
        data: {
          public_id: newPublicId(),
          unit_id: index % 3 === 0 ? units.hungYen : units.thanhHoa,
          position: "communication-officer",
          one_stop: index % 2 === 0,
          valid_from: on,
          recorded_change: changeId,
        },
      });
      const next = { ...closed, public_id: newPublicId(), post_id: post.id, valid_from: on, valid_to: null };
      await rows.posting.create({ data: next });
    });
  }
}

describe("a kept report", () => {
  it("comes out the same byte for byte as known then, after a year of acts; as known now it differs", async () => {
    const [all, own] = await Promise.all(
      [hr, provincial].map((viewer) => saveReport(viewer, QUERY, { onceKey: newPublicId(), at: HOUSE_NOW })),
    );
    if (!all || !own) throw new Error("nothing was kept");
    const before = await savedReport(hr, all.publicId, HOUSE_TODAY);
    expect(before?.figures.find(({ key }) => key === "people")?.value).toBe(10);
    expect(await compareSaved(hr, all.publicId, HOUSE_TODAY)).toMatchObject({ same: true, differences: [] });
    for (let month = 0; month < 12; month += 1) {
      const day = `${month === 0 ? "2026-12" : `2027-${String(month).padStart(2, "0")}`}-05`;
      // some of it is recorded late: it holds from days before the report
      await happens(
        ACTS[month % ACTS.length] ?? "renew",
        month,
        `${day}T03:00:00.000Z`,
        month % 2 ? day : "2026-06-01",
      );
    }
    await happens("revoke", 1, `${NEXT_YEAR}T01:00:00.000Z`, "2026-07-01");
    await happens("transfer", 5, `${NEXT_YEAR}T01:00:00.000Z`, "2026-05-01");
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
          for (const [act, index, on] of acts) await happens(act, index, HOUSE_NOW, on);
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
