import { beforeAll, describe, expect, it } from "vitest";
import "./database-for-test";
import { readCourses } from "~/content/course-package.server";
import type { PeopleBatch } from "~/domain/people/people-batch";
import type { Role } from "~/domain/permissions/role";
import type { Viewer } from "~/domain/permissions/viewer";
import type { ReportQuery } from "~/domain/reporting/report-query";
import { syncCourses } from "~/models/course/sync-courses.server";
import { reader, recordChange } from "~/models/database.server";
import { loadOrganisationFiles } from "~/models/organisation/load-organisation-files.server";
import { organisationFacts } from "~/models/organisation/organisation-facts.server";
import { loadOwnRecord, loadPersonRecord } from "~/models/people/person-record.server";
import { type RecordedPerson, recordPeople } from "~/models/people/record-people.server";
import { searchPeople } from "~/models/people/search-people.server";
import { slipTarget } from "~/models/people/slip-target.server";
import { newPublicId } from "~/models/public-id.server";
import { loadCell } from "~/models/reporting/cell.server";
import { loadCertification } from "~/models/reporting/certification.server";
import { loadOverview } from "~/models/reporting/overview.server";
import { scopeUnits } from "~/models/reporting/scope-units.server";
import { loadUnitPage } from "~/models/reporting/unit-report.server";
import { loadUnitTree } from "~/models/reporting/unit-tree.server";

const AT = "2026-11-21T02:00:00.000Z";
const TODAY = "2026-11-21";
const PAST = "2025-03-15";

let people: ReadonlyMap<string, RecordedPerson>;
let units: Map<string, { id: number; publicId: string }>;

const unit = (key: string) => {
  const found = units.get(key);
  if (!found) throw new Error(`no unit ${key}`);
  return found;
};
const person = (staffCode: string) => people.get(staffCode)?.publicId ?? "";

/** name, position, unit, from, to, more of the post */
type Someone = [
  string,
  string,
  string,
  string,
  string | null,
  { oneStop?: boolean; deputy?: boolean; email?: string }?,
];

const STAFF: Someone[] = [
  [
    "Trần Thùy Duyên",
    "foreign-information-focal",
    "bhxh-hung-yen-2025",
    "2026-02-01",
    null,
    { email: "duyen@example.vn" },
  ],
  ["Vũ Hải Yến", "communication-officer", "bhxh-hung-yen-2025", "2026-10-01", null],
  ["Bùi Thị Lụa", "one-stop-officer", "co-so-hung-yen-1", "2026-03-01", null, { oneStop: true }],
  ["Đỗ Minh Thư", "hr-officer", "bhxh-hung-yen-2025", "2026-01-01", null],
  ["Lường Ánh Tuyết", "foreign-information-focal", "bhxh-thanh-hoa", "2026-02-01", null],
  ["Hà Văn Sơn", "communication-officer", "bhxh-thanh-hoa", "2026-02-01", null],
  ["Nguyễn Bích Liên", "hr-officer", "ban-to-chuc-can-bo", "2026-01-01", null],
  ["Phạm Hữu Chiến", "communication-officer", "bhxh-thai-binh", "2021-03-01", "2025-07-01"],
  ["Mai Nam Hà", "communication-officer", "bhxh-ha-nam", "2021-03-01", "2025-07-01"],
  ["Lê Cộng Tác", "collaborator", "co-so-hung-yen-1", "2026-03-01", null],
];
const codeOf = (index: number) => `T-${index + 1}`;
const [DUYEN, YEN, LUA, THU, TUYET, SON, LIEN, CHIEN, , TAC] = STAFF.map((_, index) => codeOf(index)) as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
];

beforeAll(async () => {
  await loadOrganisationFiles("courses/organisation", AT);
  await syncCourses(readCourses("courses"), AT);
  units = new Map((await organisationFacts()).units.map((each) => [each.key, each]));
  const batch: PeopleBatch = {
    persons: STAFF.map(([fullName, position, , , , more], index) => ({
      staffCode: codeOf(index),
      employment: position === "collaborator" ? "collaborator" : "public-employee",
      workEmail: more?.email ?? null,
      workPhone: null,
      names: [{ fullName, validFrom: "2017-01-01", validTo: null }],
    })),
    posts: STAFF.map(([, position, at, validFrom, validTo, more], index) => ({
      ref: codeOf(index),
      unitId: unit(at).id,
      position,
      oneStop: more?.oneStop ?? false,
      deputy: more?.deputy ?? false,
      validFrom,
      validTo,
    })),
    postings: STAFF.map(([, , , validFrom, validTo], index) => ({
      staffCode: codeOf(index),
      post: codeOf(index),
      kind: "primary",
      validFrom,
      validTo,
      decision: null,
      endReason: null,
    })),
  };
  people = await recordPeople(batch, { at: AT });
  await certify(DUYEN, "foreign-information-focal", "2026-02-20", "2028-02-20", {
    "foreign-information-rules": 3,
    clarification: 3,
  });
  await certify(TUYET, "foreign-information-focal", "2025-01-10", "2027-01-10", { "press-relations": 3 });
  await recordChange({ kind: "test", at: AT }, (rows, changeId) =>
    rows.account.createMany({
      data: [...people.values()].map(({ id, publicId }) => ({
        public_id: `a${publicId}`,
        person_id: id,
        recorded_change: changeId,
      })),
    }),
  );
});

let papers = 0;
async function certify(
  staffCode: string,
  programme: string,
  from: string,
  to: string | null,
  levels: Record<string, number>,
) {
  const id = people.get(staffCode)?.id ?? 0;
  await recordChange({ kind: "test", at: AT }, async (rows, changeId) => {
    papers++;
    await rows.certificate.create({
      data: {
        public_id: `paper${papers}`,
        person_id: id,
        programme,
        framework_version_id: 1,
        serial: `CN-${papers}`,
        code: "7KQ4M2XD",
        issued_on: from,
        valid_until: to,
        unit_id: 1,
        face: "{}",
        recorded_change: changeId,
      },
    });
    await rows.evidence.createMany({
      data: Object.entries(levels).map(([competency, level]) => ({
        person_id: id,
        competency,
        level,
        kind: "exam",
        valid_from: from,
        valid_to: to,
        recorded_change: changeId,
      })),
    });
  });
}

async function viewer(staffCode: string, ...grants: [Role, string][]): Promise<Viewer> {
  const client = await reader();
  const row = await client.account.findFirstOrThrow({ where: { person_id: people.get(staffCode)?.id ?? 0 } });
  return {
    accountId: row.id,
    personId: row.person_id,
    personPublicId: person(staffCode),
    fullName: staffCode,
    staffCode,
    language: "vi",
    theme: "system",
    noticeRead: true,
    sharedComputer: false,
    serving: true,
    collaborator: false,
    delegations: [],
    grants: grants.map(([role, key]) => ({ role, unitId: unit(key).id })),
  };
}
const central = () => viewer(LIEN, ["hr-officer", "vss"]);
const hungYen = () => viewer(THU, ["hr-officer", "bhxh-hung-yen-2025"]);

const query = (change: Partial<ReportQuery> = {}): ReportQuery => ({
  asOf: TODAY,
  today: TODAY,
  unit: null,
  position: null,
  programme: null,
  ...change,
});
const search = (text: string, change = {}) => ({ ...query(), search: text, page: 1, ...change });
const all = { ...query(), state: "all" as const };

describe("the personnel officer of a province", () => {
  it("sees the own people and no others, in every report", async () => {
    const me = await hungYen();
    const overview = await loadOverview(me, query(), null, "vi");
    expect(overview?.name).toBe("BHXH tỉnh Hưng Yên");
    expect([overview?.people, overview?.collaborators]).toEqual([4, 1]);
    expect(overview?.network.map(({ name }) => name)).toEqual(["Hưng Yên"]);
    const list = await loadCertification(me, "see-people", all, "vi");
    expect(new Set(list?.lines.map(({ staffCode }) => staffCode))).toEqual(new Set([DUYEN, YEN, LUA, TAC]));
    const exported = await loadCertification(me, "export-people", all, "vi");
    expect(exported?.lines).toEqual(list?.lines);
    const cell = { ...query(), competency: "press-relations", level: "PROVINCIAL", who: "all" as const, page: 1 };
    const behind = (await loadCell(me, cell, "vi"))?.groups.flatMap((group) => group.people.map(({ name }) => name));
    expect(behind?.sort()).toEqual(["Trần Thùy Duyên", "Vũ Hải Yến"]);
    const found = await searchPeople(me, search(""), "vi");
    expect(found?.people.map(({ staffCode }) => staffCode).sort()).toEqual([DUYEN, YEN, LUA, THU, TAC].sort());
  });

  it("finds no one and no unit of another province", async () => {
    const me = await hungYen();
    const other = unit("bhxh-thanh-hoa").publicId;
    expect(await loadOverview(me, query({ unit: other }), null, "vi")).toBeNull();
    expect(await loadCertification(me, "see-people", { ...all, unit: other }, "vi")).toBeNull();
    expect(await searchPeople(me, search("", { unit: other }), "vi")).toBeNull();
    expect((await searchPeople(me, search("Tuyết"), "vi"))?.total).toBe(0);
    expect(await loadPersonRecord(me, person(TUYET), query(), "vi")).toBeNull();
    expect(await loadPersonRecord(me, "unknown", query(), "vi")).toBeNull();
    expect((await loadUnitPage(me, other, query(), "vi"))?.report).toBeNull();
    expect((await loadPersonRecord(me, person(DUYEN), query(), "vi"))?.name).toBe("Trần Thùy Duyên");
  });

  it("sees on a past date the people of the units that Hưng Yên follows, and none of others", async () => {
    const me = await hungYen();
    const past = query({ asOf: PAST });
    const overview = await loadOverview(me, past, null, "vi");
    expect(overview?.people).toBe(1);
    expect(overview?.network.map(({ name }) => name)).toEqual(["Hưng Yên", "Thái Bình"]);
    expect((await loadPersonRecord(me, person(CHIEN), past, "vi"))?.posts[0]?.unit).toBe("BHXH tỉnh Thái Bình");
    // who has left keeps a record, for whoever could appoint them again where they served last
    expect((await loadPersonRecord(me, person(CHIEN), query(), "vi"))?.posts).toEqual([]);
    const leader = await viewer(LUA, ["unit-leader", "bhxh-hung-yen-2025"]);
    expect(await loadPersonRecord(leader, person(CHIEN), query(), "vi")).toBeNull();
    const elsewhere = await viewer(LUA, ["hr-officer", "bhxh-thanh-hoa"]);
    expect(await loadPersonRecord(elsewhere, person(CHIEN), query(), "vi")).toBeNull();
    expect(
      (await searchPeople(me, search("", { asOf: PAST }), "vi"))?.people.map(({ staffCode }) => staffCode),
    ).toEqual([CHIEN]);
    // asked of the unit of today, the report takes those that it follows
    const unitToday = await loadOverview(
      me,
      query({ asOf: PAST, unit: unit("bhxh-hung-yen-2025").publicId }),
      null,
      "vi",
    );
    expect(unitToday?.people).toBe(1);
  });

  it("sees nobody without a grant", async () => {
    const me = await viewer(THU);
    expect(await scopeUnits(me, "see-people", TODAY)).toEqual([]);
    expect((await loadOverview(me, query(), null, "vi"))?.people).toBe(0);
    expect(await loadPersonRecord(me, person(DUYEN), query(), "vi")).toBeNull();
  });
});

describe("figures", () => {
  it("equal the lists behind them", async () => {
    const me = await central();
    const overview = await loadOverview(me, query(), "units", "vi");
    if (!overview) throw new Error("no overview");
    for (const row of overview.heat.rows) {
      for (const [index, cell] of row.cells.entries()) {
        const level = overview.heat.levels[index] ?? "";
        const at = { ...query(), competency: row.key, level, page: 1 };
        const missing = await loadCell(me, { ...at, who: "missing" }, "vi");
        const listed = missing?.groups.reduce((sum, group) => sum + group.people.length, 0);
        expect([missing?.required, missing?.met, listed]).toEqual(
          cell ? [cell.required, cell.met, cell.required - cell.met] : [0, 0, 0],
        );
      }
    }
    const open = await loadCertification(me, "see-people", { ...query(), state: "open" }, "vi");
    expect(open?.total).toBe(overview.counts.open + overview.counts.expiring);
    expect(open?.lines).toHaveLength(open?.total ?? -1);
    const listed = await loadCertification(me, "see-people", all, "vi");
    expect(Object.values(listed?.counts ?? {}).reduce((sum, count) => sum + count, 0)).toBe(listed?.total);
    expect(overview.units.reduce((sum, line) => sum + line.people, 0)).toBe(overview.people);
    expect(overview.units.reduce((sum, line) => sum + line.open, 0)).toBe(open?.total);
  });

  it.each([
    [TODAY, 34, { certified: 1, expiring: 1, "held-uncertified": 0, acting: 0, duplicate: 0, vacant: 32 }],
    ["2026-02-10", 34, { certified: 1, expiring: 0, "held-uncertified": 1, acting: 0, duplicate: 0, vacant: 32 }],
    ["2018-06-01", 63, { certified: 0, expiring: 0, "held-uncertified": 0, acting: 0, duplicate: 0, vacant: 63 }],
  ])("of the network on %s add up to %i units", async (asOf, count, states) => {
    const overview = await loadOverview(await central(), query({ asOf }), null, "vi");
    expect(overview?.focal).toEqual(states);
    expect(overview?.network).toHaveLength(count);
  });

  it("change with the next certificate, and stay as they were for the day before it", async () => {
    const me = await central();
    const before = await loadOverview(me, query(), null, "vi");
    await certify(YEN, "onboarding", "2026-11-11", null, { "policy-explaining": 2 });
    const after = await loadOverview(me, query(), null, "vi");
    expect((before?.counts.open ?? 0) - (after?.counts.open ?? 0)).toBe(1);
    const yesterday = await loadCertification(me, "see-people", { ...all, asOf: "2026-11-10", state: "never" }, "vi");
    expect(yesterday?.lines.map(({ staffCode }) => staffCode)).toContain(YEN);
  });
});

describe("a leader's page", () => {
  it("shows the own unit: onboarding days, vacancies, the focal point", async () => {
    const leader = await viewer(DUYEN, ["unit-leader", "bhxh-hung-yen-2025"]);
    const page = await loadUnitPage(leader, unit("bhxh-hung-yen-2025").publicId, query(), "vi");
    expect(page?.report?.focal).toMatchObject({ state: "certified", since: "2026-02-20", until: "2028-02-19" });
    expect(page?.report?.onboarding).toContainEqual({ person: person(YEN), name: "Vũ Hải Yến", days: 41, done: true });
    expect(page?.report?.overdue.map(({ staffCode }) => staffCode)).toEqual(expect.arrayContaining([LUA, TAC]));
    expect(page?.history.map(({ kind }) => kind)).toContain("created");
    expect(page?.history.find(({ kind }) => kind === "created")?.units.map(({ name }) => name)).toEqual([
      "BHXH tỉnh Hưng Yên",
      "BHXH tỉnh Thái Bình",
    ]);
  });
});

describe("the directory", () => {
  it("has the tree of any date, and is not for collaborators", async () => {
    expect((await loadUnitTree(TODAY, "", "vi")).counts).toMatchObject({ provincial: 34, provinces: 25, cities: 9 });
    expect((await loadUnitTree("2018-01-01", "", "vi")).counts).toMatchObject({ provincial: 63 });
    expect((await loadUnitTree(TODAY, "yen hung", "vi")).matches?.map(({ name }) => name)).toContain(
      "BHXH tỉnh Hưng Yên",
    );
  });

  it.each([
    ["thuy tran", [DUYEN]],
    ["ĐỖ", [THU]],
    ["t-2", [YEN]],
    ["duyen@example", [DUYEN]],
    ["thanh hoa", [SON, TUYET]],
    ["100%", []],
    ["_", []],
  ])("finds by %j, in the order of given names", async (text, codes) => {
    const found = await searchPeople(await central(), search(text), "vi");
    expect(found?.people.map(({ staffCode }) => staffCode)).toEqual(codes);
    expect(found?.total).toBe(codes.length);
  });

  it("shows everyone their own record, whatever their grants", async () => {
    const record = await loadOwnRecord(await viewer(DUYEN), query(), "vi");
    expect(record.competencies.find(({ key }) => key === "clarification")).toMatchObject({ level: 3, need: 3 });
    expect(record.competencies.find(({ key }) => key === "press-relations")?.course?.slug).toBeTruthy();
    expect(record.history.map(({ kind }) => kind)).toEqual(["issued", "posting"]);
    const earlier = await loadOwnRecord(await viewer(DUYEN), query({ asOf: "2026-02-10" }), "vi");
    expect(earlier.certificates).toEqual([]);
  });
});

describe("a password slip", () => {
  it("is for others in the subtree, and for nobody who may more than its issuer", async () => {
    const me = await hungYen();
    expect((await slipTarget(me, person(LUA), TODAY, "vi"))?.staffCode).toBe(LUA);
    expect(await slipTarget(me, person(THU), TODAY, "vi")).toBeNull();
    expect(await slipTarget(me, person(TUYET), TODAY, "vi")).toBeNull();
    expect(
      await slipTarget(await viewer(LUA, ["unit-leader", "bhxh-hung-yen-2025"]), person(YEN), TODAY, "vi"),
    ).toBeNull();
    const client = await reader();
    const account = await client.account.findFirstOrThrow({ where: { person_id: people.get(LUA)?.id ?? 0 } });
    await recordChange({ kind: "test", at: AT }, (rows, changeId) =>
      rows.permission_grant.create({
        data: {
          public_id: newPublicId(),
          account_id: account.id,
          role: "administrator",
          unit_id: unit("vss").id,
          valid_from: "2026-01-01",
          recorded_change: changeId,
        },
      }),
    );
    expect(await slipTarget(me, person(LUA), TODAY, "vi")).toBeNull();
    expect(await slipTarget(await central(), person(LUA), TODAY, "vi")).toBeNull();
    const administrator = await viewer(LIEN, ["administrator", "vss"]);
    expect((await slipTarget(administrator, person(LUA), TODAY, "vi"))?.staffCode).toBe(LUA);
  });
});
