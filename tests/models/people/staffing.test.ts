import "../database-for-test";
import { beforeAll, describe, expect, it } from "vitest";
import { readCourses } from "~/content/course-package.server";
import type { PersonnelAct } from "~/domain/people/personnel-acts";
import type { Viewer } from "~/domain/permissions/viewer";
import { viewerWith } from "~/domain/permissions/viewer-for-test";
import { syncCourses } from "~/models/course/sync-courses.server";
import { reader } from "~/models/database.server";
import { loadOrganisationFiles } from "~/models/organisation/load-organisation-files.server";
import { organisationFacts } from "~/models/organisation/organisation-facts.server";
import { carryOutPersonnelActs, type PersonnelOrder } from "~/models/people/carry-out-personnel-acts.server";
import { loadEstablishment } from "~/models/staffing/establishment-page.server";
import { findAppointee } from "~/models/staffing/find-appointee.server";
import { postToChange } from "~/models/staffing/find-post.server";
import { postingToChange } from "~/models/staffing/find-posting.server";
import { choosablePosts } from "~/models/staffing/open-posts.server";
import { registerPerson } from "~/models/staffing/register-person.server";
import { staffingChange, undoStaffingChange } from "~/models/staffing/staffing-change.server";
import { insertStaff } from "../../fixtures/staff";
import { wholeDatabase } from "../database-for-test";

const AT = "2026-11-21T02:00:00.000Z";
const TODAY = "2026-11-21";
const DATES = { asOf: TODAY, today: TODAY };

let here: { id: number; publicId: string };
let there: { id: number; publicId: string };
let hr: Viewer;
let inspector: Viewer;
let account: number;

const order = (more: Partial<PersonnelOrder> = {}): PersonnelOrder => ({
  kind: "personnel-appointed",
  at: AT,
  actorId: account,
  document: "12/QĐ-BHXH",
  ...more,
});
const register = (person: string): Extract<PersonnelAct, { act: "register" }> => ({
  act: "register",
  person,
  fullName: `Lê ${person}`,
  employment: "public-employee",
  workEmail: null,
  workPhone: null,
  on: "2026-01-01",
});
const appoint = (person: string, post: string): Extract<PersonnelAct, { act: "appoint" }> => ({
  act: "appoint",
  person,
  post,
  kind: "primary",
  from: "2026-02-01",
  until: null,
  decision: "12/QĐ-BHXH",
});
const post = (ref: string, unitId: number): PersonnelAct => ({
  act: "create-post",
  ref,
  unitId,
  position: "communication-officer",
  oneStop: false,
  deputy: false,
  from: "2026-01-01",
  until: null,
});

async function newPost(unitId: number): Promise<string> {
  const { changeId } = await carryOutPersonnelActs(null, [post("p", unitId)], order());
  const client = await reader();
  return (await client.post.findFirstOrThrow({ where: { recorded_change: changeId } })).public_id;
}

async function appointed(person: string, unitId: number) {
  const { changeId } = await carryOutPersonnelActs(
    null,
    [register(person), post("p", unitId), appoint(person, "p")],
    order(),
  );
  const client = await reader();
  const { public_id: publicId } = await client.person.findUniqueOrThrow({ where: { staff_code: person } });
  const posting = await client.posting.findFirstOrThrow({ where: { recorded_change: changeId } });
  const held = await client.post.findFirstOrThrow({ where: { recorded_change: changeId } });
  return { changeId, person: publicId, posting: posting.public_id, post: held.public_id };
}

beforeAll(async () => {
  await loadOrganisationFiles("courses/organisation", AT);
  await syncCourses(readCourses("courses"), AT);
  const { units } = await organisationFacts();
  const unit = (key: string) => units.find((each) => each.key === key) ?? { id: 0, publicId: "" };
  here = unit("bhxh-hung-yen-2025");
  there = unit("bhxh-thanh-hoa");
  account = (await insertStaff({ staffCode: "HR", postings: [{ unitId: here.id, from: "2026-01-01" }] })).accountId;
  hr = { ...viewerWith([{ role: "hr-officer", unitId: here.id }]), accountId: account };
  inspector = viewerWith([{ role: "inspector", unitId: here.id }]);
});

describe("the page of a unit's posts", () => {
  it("is there for those who see its people, and changed by those who change them", async () => {
    await appointed("E1", here.id);
    const page = await loadEstablishment(hr, here.publicId, DATES, "vi");
    expect(page).toMatchObject({ mayChange: true, unit: { name: expect.stringContaining("Hưng Yên") } });
    expect(page?.positions[0]?.title).toBe("Cán bộ truyền thông");
    const names = page?.positions.flatMap(({ posts }) =>
      posts.flatMap(({ holders }) => holders.map(({ name }) => name)),
    );
    expect(names).toContain("Lê E1");
    expect(await loadEstablishment(inspector, here.publicId, DATES, "vi")).toMatchObject({ mayChange: false });
    expect(await loadEstablishment(hr, there.publicId, DATES, "vi")).toBeNull();
    expect(await loadEstablishment(viewerWith([]), here.publicId, DATES, "vi")).toBeNull();
  });

  it("says who is away to those who may see it alone", async () => {
    await appointed("E2", here.id);
    const absent: PersonnelAct = { act: "be-absent", person: "E2", kind: "maternity", from: "2026-10-01", until: null };
    await carryOutPersonnelActs(null, [absent], order());
    const away = async (viewer: Viewer) =>
      (await loadEstablishment(viewer, here.publicId, DATES, "vi"))?.positions
        .flatMap(({ posts }) => posts.flatMap(({ holders }) => holders))
        .find(({ name }) => name === "Lê E2")?.away;
    expect(await away(hr)).toBe(true);
    expect(await away(inspector)).toBe(false);
  });
});

describe("what is to be changed", () => {
  it("exists only where the viewer may change people, and under its own address", async () => {
    const [mine, foreign] = [await appointed("F1", here.id), await appointed("F2", there.id)];
    const find = (viewer: Viewer, unit: string, at: string) => postToChange(viewer, { unit, post: at }, TODAY, "vi");
    expect(await find(hr, here.publicId, mine.post)).toMatchObject({
      title: "Cán bộ truyền thông",
      holders: ["Lê F1"],
    });
    expect(await find(hr, there.publicId, foreign.post)).toBeNull();
    expect(await find(hr, here.publicId, foreign.post)).toBeNull();
    expect(await find(inspector, here.publicId, mine.post)).toBeNull();
    const posting = (viewer: Viewer, person: string, at: string) =>
      postingToChange(viewer, { person, posting: at }, TODAY, "vi");
    expect(await posting(hr, mine.person, mine.posting)).toMatchObject({ person: { name: "Lê F1" } });
    expect(await posting(hr, foreign.person, foreign.posting)).toBeNull();
    expect(await posting(hr, foreign.person, mine.posting)).toBeNull();
    expect(await posting(inspector, mine.person, mine.posting)).toBeNull();
    expect(await choosablePosts(hr, there.publicId, TODAY, "vi")).toBeNull();
    expect((await choosablePosts(hr, here.publicId, TODAY, "vi"))?.posts.map(({ post }) => post)).toContain(mine.post);
  });

  it("finds whom to appoint: people in reach by name, and whoever has no post by the whole code alone", async () => {
    const left = await appointed("G1", there.id);
    await appointed("G2", there.id);
    await appointed("G3", here.id);
    const ended: PersonnelAct = { act: "end-posting", posting: left.posting, on: "2026-06-01", reason: "resignation" };
    await carryOutPersonnelActs(null, [ended], order());
    const found = async (text: string) => {
      const answer = await findAppointee(hr, text, TODAY, "vi");
      return answer.kind === "one" ? answer.person.staffCode : answer.kind;
    };
    expect(await found("le g3")).toBe("G3");
    expect(await found(" g1 ")).toBe("G1");
    expect(await found("le g1")).toBe("none");
    expect(await found("G2")).toBe("none");
  });
});

describe("someone new", () => {
  it("has an account that waits for its slip, once, however often the form is sent", async () => {
    const at = await newPost(here.id);
    const send = () =>
      registerPerson(hr, register("H1"), appoint("H1", at), order({ kind: "personnel-registered", onceKey: "h1" }));
    const [first, second] = await Promise.all([send(), send()]);
    expect(second).toBe(first);
    const client = await reader();
    const { id } = await client.person.findUniqueOrThrow({ where: { public_id: first } });
    expect(await client.account.findMany({ where: { person_id: id } })).toMatchObject([{ password_hash: null }]);
  });

  it("can be registered again after the registration was undone, in the same record", async () => {
    const at = await newPost(here.id);
    const send = (onceKey: string) =>
      registerPerson(hr, register("H2"), appoint("H2", at), order({ kind: "personnel-registered", onceKey }));
    const first = await send("h2");
    const client = await reader();
    const { id } = await client.change.findUniqueOrThrow({ where: { once_key: "h2" } });
    expect(await undoStaffingChange(hr, id, "nhầm", AT)).toMatchObject({ undone: true });
    expect(await send("h2-again")).toBe(first);
    const person = await client.person.findUniqueOrThrow({ where: { public_id: first } });
    expect(await client.account.count({ where: { person_id: person.id } })).toBe(1);
  });
});

describe("undoing", () => {
  it("is for those who may change every unit of the change", async () => {
    const mine = await appointed("U1", here.id);
    const foreign = await appointed("U2", there.id);
    expect(await staffingChange(hr, mine.changeId, TODAY)).toMatchObject({ people: ["Lê U1"], undone: false });
    const before = wholeDatabase();
    for (const [viewer, id] of [
      [hr, foreign.changeId],
      [inspector, mine.changeId],
      [hr, 999_999],
    ] as const) {
      expect(await staffingChange(viewer, id, TODAY)).toBeNull();
      expect(await undoStaffingChange(viewer, id, null, AT)).toBeNull();
    }
    expect(wholeDatabase()).toBe(before);
    // an act of another kind is undone on its own pages
    await insertStaff({ staffCode: "U3", postings: [{ unitId: here.id, from: "2026-01-01" }] });
    const test = await (await reader()).change.findFirstOrThrow({ where: { kind: "test" }, orderBy: { id: "desc" } });
    expect(await staffingChange(hr, test.id, TODAY)).toBeNull();
    expect(await undoStaffingChange(hr, mine.changeId, null, AT)).toMatchObject({ undone: true });
    expect(await staffingChange(hr, mine.changeId, TODAY)).toMatchObject({ undone: true });
  });

  it("is refused, with what builds on it, and possible once that is undone", async () => {
    const mine = await appointed("U4", here.id);
    const end: PersonnelAct = { act: "end-posting", posting: mine.posting, on: "2026-06-01", reason: "transfer" };
    const later = await carryOutPersonnelActs(hr, [end], order({ kind: "personnel-ended" }));
    const refused = await undoStaffingChange(hr, mine.changeId, null, AT);
    expect(refused).toMatchObject({ undone: false, because: [{ changeId: later.changeId, kind: "personnel-ended" }] });
    expect(await undoStaffingChange(hr, later.changeId, null, AT)).toMatchObject({ undone: true });
    expect(await undoStaffingChange(hr, mine.changeId, null, AT)).toMatchObject({ undone: true });
  });
});
