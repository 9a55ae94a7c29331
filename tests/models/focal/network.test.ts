import { beforeAll, describe, expect, it } from "vitest";
import "../database-for-test";
import { readCourses } from "~/content/course-package.server";
import type { PeopleBatch, PostingKind } from "~/domain/people/people-batch";
import type { Role } from "~/domain/permissions/role";
import type { Viewer } from "~/domain/permissions/viewer";
import type { ReportQuery } from "~/domain/reporting/report-query";
import { loadViewer } from "~/models/access/viewers.server";
import { syncCourses } from "~/models/course/sync-courses.server";
import { reader, recordChange } from "~/models/database.server";
import { loadFocalDirectory } from "~/models/focal/directory.server";
import { loadFocalNetwork } from "~/models/focal/network-page.server";
import { loadFocalUnit } from "~/models/focal/unit-history.server";
import { loadLeaderPage } from "~/models/leader/leader-page.server";
import { loadOrganisationFiles } from "~/models/organisation/load-organisation-files.server";
import { organisationFacts } from "~/models/organisation/organisation-facts.server";
import { type RecordedPerson, recordPeople } from "~/models/people/record-people.server";
import { newPublicId } from "~/models/public-id.server";
import { loadOverview } from "~/models/reporting/overview.server";
import { loadUnitPage } from "~/models/reporting/unit-report.server";
import { changeSetting } from "~/models/settings/change-setting.server";

const AT = "2026-11-21T02:00:00.000Z";
const TODAY = "2026-11-21";
const FOCAL = "foreign-information-focal";
const CAO_BANG = "bhxh-cao-bang";
const HUNG_YEN = "bhxh-hung-yen-2025";

let people: ReadonlyMap<string, RecordedPerson>;
let units: Map<string, { id: number; publicId: string }>;
const unit = (key: string) => units.get(key) ?? { id: 0, publicId: "" };
const person = (code: string) => people.get(code)?.publicId ?? "";

/** code, post, position, unit, from, to, kind; a post begun with "+" is a deputy's */
type Row = [string, string, string, string, string, string | null, PostingKind?];
const ROWS: Row[] = [
  ["AN", "cb", FOCAL, CAO_BANG, "2019-04-01", "2026-09-01"],
  ["BA", "+cb", FOCAL, CAO_BANG, "2026-02-01", null],
  ["CHI", "cb-2", "communication-officer", CAO_BANG, "2019-04-01", "2025-02-10"],
  ["DAN", "cb-2", "communication-officer", CAO_BANG, "2025-02-10", "2025-10-06"],
  ["EM", "cb-2", "communication-officer", CAO_BANG, "2025-10-06", "2026-07-01"],
  ["GIA", "cb-2", "communication-officer", CAO_BANG, "2026-07-01", null],
  ["HOA", "hy", FOCAL, HUNG_YEN, "2025-07-01", null],
  ["ICH", "hy", FOCAL, HUNG_YEN, "2026-10-10", null, "acting"],
  ["KIM", "hy-3", "foreign-information-dedicated", HUNG_YEN, "2026-01-01", null],
  ["LAN", "hy-4", "collaborator", HUNG_YEN, "2026-01-01", "2027-01-01"],
  ["MAI", "vss", "hr-officer", "ban-to-chuc-can-bo", "2026-01-01", null],
  ["NAM", "th", "foreign-information-dedicated", "bhxh-thanh-hoa", "2020-01-01", null],
];

beforeAll(async () => {
  await loadOrganisationFiles("courses/organisation", AT);
  await syncCourses(readCourses("courses"), AT);
  units = new Map((await organisationFacts()).units.map((each) => [each.key, each]));
  const posts = new Map(ROWS.map((row) => [row[1], row]));
  const batch: PeopleBatch = {
    persons: [...new Set(ROWS.map(([code]) => code))].map((code) => ({
      staffCode: code,
      employment: code === "LAN" ? "collaborator" : "public-employee",
      workEmail: `${code.toLowerCase()}@example.vn`,
      workPhone: code === "HOA" ? "024 3936 0000" : null,
      names: [
        { fullName: `Trần ${code.charAt(0)}${code.slice(1).toLowerCase()}`, validFrom: "2017-01-01", validTo: null },
      ],
    })),
    posts: [...posts].map(([ref, [, , position, at]]) => ({
      ref,
      unitId: unit(at).id,
      position,
      oneStop: false,
      deputy: ref.startsWith("+"),
      validFrom: at === HUNG_YEN ? "2025-07-01" : at === "ban-to-chuc-can-bo" ? "2026-01-01" : "2019-04-01",
      validTo: null,
    })),
    postings: ROWS.map(([staffCode, post, , , validFrom, validTo, kind = "primary"]) => ({
      staffCode,
      post,
      kind,
      validFrom,
      validTo,
      decision: null,
      endReason: validTo === null ? null : "transfer",
    })),
  };
  people = await recordPeople(batch, { at: AT });
  await recordChange({ kind: "test", at: AT }, async (rows, recorded_change) => {
    const id = (code: string) => people.get(code)?.id ?? 0;
    await rows.absence.create({
      data: {
        public_id: newPublicId(),
        person_id: id("HOA"),
        kind: "maternity",
        valid_from: "2026-10-01",
        valid_to: "2027-04-01",
        recorded_change,
      },
    });
    await rows.certificate.createMany({
      data: ["BA", "HOA", "KIM"].map((code) => ({
        public_id: `paper-${code}`,
        person_id: id(code),
        programme: FOCAL,
        framework_version_id: 1,
        serial: `CN-${code}`,
        code: "7KQ4M2XD",
        issued_on: "2026-03-01",
        valid_until: "2028-03-01",
        unit_id: 1,
        face: "{}",
        recorded_change,
      })),
    });
    await rows.account.createMany({
      data: [...people.values()].map((each) => ({
        public_id: `a${each.publicId}`,
        person_id: each.id,
        recorded_change,
      })),
    });
  });
});

async function viewer(code: string, ...grants: [Role, string][]): Promise<Viewer> {
  const client = await reader();
  const account = await client.account.findFirstOrThrow({ where: { person_id: people.get(code)?.id ?? 0 } });
  const found = await loadViewer(account.id, TODAY, false);
  if (!found) throw new Error(`no viewer ${code}`);
  return { ...found, grants: [...found.grants, ...grants.map(([role, key]) => ({ role, unitId: unit(key).id }))] };
}
const central = () => viewer("MAI", ["hr-officer", "vss"]);
const leader = () => viewer("KIM", ["unit-leader", HUNG_YEN]);
const query = (change: Partial<ReportQuery> = {}): ReportQuery => ({
  asOf: TODAY,
  today: TODAY,
  unit: null,
  position: null,
  programme: null,
  ...change,
});

describe("the network", () => {
  it("adds up to the units of the day, special ones and dedicated staff apart", async () => {
    const view = await loadFocalNetwork(await central(), query(), "vi");
    expect(view.places).toHaveLength(34);
    expect(view.counts).toEqual({
      certified: 0,
      expiring: 0,
      "held-uncertified": 0,
      acting: 1,
      duplicate: 0,
      vacant: 33,
    });
    expect(view.places.find(({ unit: at }) => at === unit("bhxh-thanh-hoa").publicId)).toMatchObject({
      state: "vacant",
      holders: [],
      task: "appoint",
    });
    expect(view.places.find(({ name }) => name === "Cao Bằng")).toMatchObject({
      state: "vacant",
      since: "2026-09-01",
      deputies: [{ person: person("BA"), certified: true }],
      task: "appoint-deputy",
    });
  });

  it("shows who is away to those alone who may see absences", async () => {
    const of = async (someone: Viewer) =>
      (await loadFocalNetwork(someone, query(), "vi")).places.find(({ name }) => name === "Hưng Yên");
    expect(await of(await central())).toMatchObject({ state: "acting", since: "2026-10-10", task: "await-return" });
    const away = async (someone: Viewer) => (await of(someone))?.holders.map((each) => [each.person, each.away]);
    expect(await away(await central())).toEqual([
      [person("ICH"), false],
      [person("HOA"), true],
    ]);
    expect(await away(await leader())).toEqual([
      [person("ICH"), false],
      [person("HOA"), false],
    ]);
  });

  it("is of the viewer's units, as of any date", async () => {
    expect((await loadFocalNetwork(await leader(), query(), "vi")).places.map(({ name }) => name)).toEqual([
      "Hưng Yên",
    ]);
    const before = await loadFocalNetwork(await central(), query({ asOf: "2026-09-20" }), "vi");
    expect(before.counts).toMatchObject({ certified: 1, vacant: 33 });
    expect(await loadFocalUnit(await leader(), unit(CAO_BANG).publicId, query(), "vi")).toBeNull();
    expect(await loadFocalUnit(await viewer("NAM"), unit(CAO_BANG).publicId, query(), "vi")).toBeNull();
  });

  it("asks the units of other levels where that was agreed on, from its day on", async () => {
    const me = await central();
    const levels = { key: "focal-levels" as const, value: ["CENTRAL" as const, "PROVINCIAL" as const] };
    await changeSetting(me, { ...levels, from: "2026-11-01", document: "QĐ 1", at: AT });
    const count = async (asOf: string) => {
      const view = await loadFocalNetwork(me, query({ asOf }), "vi");
      expect(Object.values(view.counts).reduce((sum, each) => sum + each, 0)).toBe(view.places.length);
      expect(view.counts).toEqual((await loadOverview(me, query({ asOf }), null, "vi"))?.focal);
      return view.places.length;
    };
    expect(await count("2026-10-31")).toBe(34);
    expect(await count(TODAY)).toBeGreaterThan(34);
    await changeSetting(me, { ...levels, value: ["PROVINCIAL"], from: "2026-11-01", document: "QĐ 2", at: AT });
    expect(await count(TODAY)).toBe(34);
  });
});

describe("the life of a post", () => {
  it("has holders, vacancies, certificates and who could follow", async () => {
    const view = await loadFocalUnit(await central(), unit(CAO_BANG).publicId, query(), "vi");
    expect(view?.stretches).toMatchObject([
      { kind: "vacant", from: "2026-09-01", until: null, days: 81 },
      { kind: "held", name: "Trần An", from: "2019-04-01", until: "2026-08-31", person: null },
    ]);
    expect(view?.candidates).toEqual([
      { person: person("BA"), name: "Trần Ba", deputy: true, certified: true, until: "2028-02-29" },
    ]);
    const hungYen = await loadFocalUnit(await leader(), unit(HUNG_YEN).publicId, query(), "vi");
    expect(hungYen?.stretches.map(({ kind, name }) => [kind, name])).toEqual([
      ["acting", "Trần Ich"],
      ["held", "Trần Hoa"],
    ]);
    expect(hungYen?.candidates.map(({ person }) => person)).toEqual([person("KIM")]);
  });
});

describe("turnover", () => {
  it("raises the alert at the fourth holder, on every page, and not the day before", async () => {
    const me = await central();
    const alerts = async (asOf: string) => (await loadFocalNetwork(me, query({ asOf }), "vi")).turnover.alerts;
    expect(await alerts(TODAY)).toMatchObject([
      { unit: "BHXH tỉnh Cao Bằng", holders: 4, on: ["2025-02-10", "2025-10-06", "2026-07-01"] },
    ]);
    expect(await alerts("2026-06-30")).toEqual([]);
    const page = await loadUnitPage(me, unit(CAO_BANG).publicId, query(), "vi");
    expect(page?.report?.turnover).toMatchObject({
      changes: 3,
      alerts: [{ holders: 4 }],
      stability: { posts: 3, medianMonths: 6, settled: 0 },
    });
    expect((await loadUnitPage(me, unit(HUNG_YEN).publicId, query(), "vi"))?.report?.turnover.changes).toBe(0);
    await changeSetting(me, { key: "turnover-alert-holders", value: 5, from: TODAY, document: "QĐ 3", at: AT });
    expect(await alerts(TODAY)).toEqual([]);
    expect(await alerts("2026-11-20")).toHaveLength(1);
  });

  it("counts a line that a reorganisation carried over as one", async () => {
    const me = await central();
    const of = async () => (await loadUnitPage(me, unit("bhxh-thanh-hoa").publicId, query(), "vi"))?.report?.turnover;
    expect((await of())?.changes).toBe(0);
    await recordChange({ kind: "test", at: AT }, async (rows, recorded_change) => {
      const posting = await rows.posting.findFirstOrThrow({ where: { person_id: people.get("NAM")?.id ?? 0 } });
      const post = await rows.post.findUniqueOrThrow({ where: { id: posting.post_id } });
      await rows.post.update({ where: { id: post.id }, data: { retracted_change: recorded_change } });
      await rows.posting.update({ where: { id: posting.id }, data: { retracted_change: recorded_change } });
      const { id: _post, ...place } = post;
      const { id: _posting, ...held } = posting;
      const closed = await rows.post.create({ data: { ...place, valid_to: "2026-06-01", recorded_change } });
      const later = await rows.post.create({
        data: { ...place, public_id: "carried", lineage: post.public_id, valid_from: "2026-06-01", recorded_change },
      });
      await rows.posting.create({
        data: { ...held, post_id: closed.id, valid_to: "2026-06-01", recorded_change },
      });
      await rows.posting.create({
        data: {
          ...held,
          public_id: "carried",
          post_id: later.id,
          valid_from: "2026-06-01",
          held_since: held.valid_from,
          recorded_change,
        },
      });
    });
    const after = await of();
    expect([after?.changes, after?.stability.settled]).toEqual([0, 1]);
    await recordChange({ kind: "test", at: AT }, async (rows, recorded_change) => {
      const carried = await rows.posting.findFirstOrThrow({ where: { public_id: "carried" } });
      const { id, ...held } = carried;
      await rows.posting.update({ where: { id }, data: { retracted_change: recorded_change } });
      await rows.posting.create({ data: { ...held, valid_to: "2026-08-01", recorded_change } });
      await rows.posting.create({
        data: {
          ...held,
          public_id: "next",
          person_id: people.get("AN")?.id ?? 0,
          held_since: null,
          valid_from: "2026-08-01",
          recorded_change,
        },
      });
    });
    expect((await of())?.changes).toBe(1);
  });
});

describe("the directory", () => {
  it("has work contacts of holders, stand-ins and deputies, and no dedicated staff", async () => {
    const all = await loadFocalDirectory(await central(), "", TODAY, "vi");
    expect(all.contacts.map(({ name, part }) => [name, part])).toEqual(
      [
        ["Trần Ba", "deputy"],
        ["Trần An", "holder"],
        ["Trần Ich", "acting"],
        ["Trần Hoa", "holder"],
      ].filter(([name]) => name !== "Trần An"),
    );
    expect(all.contacts.find(({ name }) => name === "Trần Hoa")).toEqual({
      unit: unit(HUNG_YEN).publicId,
      unitName: "BHXH tỉnh Hưng Yên",
      name: "Trần Hoa",
      part: "holder",
      workEmail: "hoa@example.vn",
      workPhone: "024 3936 0000",
      certificate: { until: "2028-02-29" },
    });
    const found = await loadFocalDirectory(await central(), "yen hung", TODAY, "vi");
    expect([found.contacts.length, found.total]).toEqual([2, 3]);
  });

  it("is whole for focal points, of the own units for leaders, empty for those without the power", async () => {
    const total = async (someone: Viewer) => (await loadFocalDirectory(someone, "", TODAY, "vi")).total;
    expect(await total(await viewer("ICH"))).toBe(3);
    expect(await total(await leader())).toBe(2);
    expect(await total(await viewer("NAM"))).toBe(0);
  });
});

describe("the leader's page", () => {
  it("is the own unit, with what is to be done, collaborators outside the staff", async () => {
    const page = await loadLeaderPage(await leader(), null, TODAY, "vi");
    expect(page?.name).toBe("BHXH tỉnh Hưng Yên");
    expect(page?.report).toMatchObject({ people: 3, collaborators: [{ person: person("LAN"), until: "2026-12-31" }] });
    expect(page?.report.staff.map(({ person }) => person)).not.toContain(person("LAN"));
    const overview = await loadOverview(await leader(), query(), null, "vi");
    expect([overview?.people, overview?.collaborators]).toEqual([3, 1]);
    expect(page?.tasks.map(({ kind }) => kind)).not.toContain("focal");
  });

  it("is of nobody else's unit", async () => {
    expect(await loadLeaderPage(await leader(), unit(CAO_BANG).publicId, TODAY, "vi")).toBeNull();
    expect(await loadLeaderPage(await viewer("NAM"), null, TODAY, "vi")).toBeNull();
    const cao = await loadLeaderPage(await central(), unit(CAO_BANG).publicId, TODAY, "vi");
    expect(cao?.tasks.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["focal", "vacancies"]));
  });
});
