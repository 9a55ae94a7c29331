import "../database-for-test";
import { beforeAll, describe, expect, it } from "vitest";
import { readCourses } from "~/content/course-package.server";
import type { PersonnelAct } from "~/domain/people/personnel-acts";
import type { Viewer } from "~/domain/permissions/viewer";
import { viewerWith } from "~/domain/permissions/viewer-for-test";
import { syncCourses } from "~/models/course/sync-courses.server";
import { reader } from "~/models/database.server";
import { loadOrganisationFiles } from "~/models/organisation/load-organisation-files.server";
import { organisationAsOf, organisationFacts } from "~/models/organisation/organisation-facts.server";
import {
  carryOutPersonnelActs,
  NotInScope,
  type PersonnelOrder,
  PersonnelRefused,
} from "~/models/people/carry-out-personnel-acts.server";
import { loadPersonnelFacts } from "~/models/people/personnel-facts.server";
import { undoChange } from "~/models/undo-change.server";
import { insertStaff } from "../../fixtures/staff";
import { wholeDatabase } from "../database-for-test";

const AT = "2026-11-21T02:00:00.000Z";
const FOCAL = "foreign-information-focal";

let hungYen: number;
let thanhHoa: number;
let province: Viewer;
let central: Viewer;
let account: number;

const order = (more: Partial<PersonnelOrder> = {}): PersonnelOrder => ({
  kind: "personnel",
  at: AT,
  actorId: account,
  document: "12/QĐ-BHXH",
  ...more,
});
const command = (...acts: PersonnelAct[]) => carryOutPersonnelActs(null, acts, order());

const register = (person: string, more: Partial<Extract<PersonnelAct, { act: "register" }>> = {}): PersonnelAct => ({
  act: "register",
  person,
  fullName: `Lê Thị ${person}`,
  employment: "public-employee",
  workEmail: `${person}@Example.VN`,
  workPhone: null,
  on: "2020-01-01",
  ...more,
});
const post = (ref: string, unitId: number, position = "communication-officer"): PersonnelAct => ({
  act: "create-post",
  ref,
  unitId,
  position,
  oneStop: false,
  deputy: false,
  from: "2026-01-01",
  until: null,
});
const appoint = (person: string, to: string, more: Partial<Extract<PersonnelAct, { act: "appoint" }>> = {}) =>
  ({
    act: "appoint",
    person,
    post: to,
    kind: "primary",
    from: "2026-02-01",
    until: null,
    decision: "12/QĐ-BHXH",
    ...more,
  }) satisfies PersonnelAct;

/** A person with a post of their own. @returns the public ids of the post and the posting */
async function someoneAt(person: string, unitId: number, position?: string) {
  await command(register(person), post("p", unitId, position), appoint(person, "p"));
  return placeOf(person);
}

async function placeOf(person: string) {
  const client = await reader();
  const { id } = await client.person.findUniqueOrThrow({ where: { staff_code: person } });
  const posting = await client.posting.findFirstOrThrow({
    where: { person_id: id, retracted_change: null },
    orderBy: { id: "desc" },
  });
  const held = await client.post.findUniqueOrThrow({ where: { id: posting.post_id } });
  return { posting: posting.public_id, post: held.public_id, personId: id };
}

async function refusal(acts: Promise<unknown>): Promise<string[]> {
  const error = await acts.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof PersonnelRefused)) throw error ?? new Error("nothing was refused");
  return error.problems.map(({ code }) => code);
}

beforeAll(async () => {
  await loadOrganisationFiles("courses/organisation", AT);
  await syncCourses(readCourses("courses"), AT);
  const { units } = await organisationFacts();
  const [root] = (await organisationAsOf("2026-11-21")).roots;
  const unit = (key: string) => units.find((each) => each.key === key)?.id ?? 0;
  hungYen = unit("bhxh-hung-yen-2025");
  thanhHoa = unit("bhxh-thanh-hoa");
  const hr = await insertStaff({ staffCode: "HR", postings: [{ unitId: hungYen, from: "2026-01-01" }] });
  account = hr.accountId;
  province = { ...viewerWith([{ role: "hr-officer", unitId: hungYen }]), accountId: account };
  central = { ...viewerWith([{ role: "hr-officer", unitId: root?.id ?? 0 }]), accountId: account };
});

describe("carrying out acts on people and posts", () => {
  it("registers, makes a post and appoints, with names that can be searched and addresses in one spelling", async () => {
    let told: ReadonlyMap<string, number> = new Map();
    const acts = [register("N1", { fullName: "Trần Thị Ánh" }), post("p", hungYen), appoint("N1", "p")];
    const { changeId } = await carryOutPersonnelActs(province, acts, order(), async (_rows, _change, people) => {
      told = people;
    });
    const facts = await loadPersonnelFacts(await reader(), { staffCodes: ["N1"] });
    const person = facts.persons.find(({ staffCode }) => staffCode === "N1");
    expect(told.get("N1")).toBe(person?.id);
    expect(facts.details.find(({ personId }) => personId === person?.id)?.workEmail).toBe("n1@example.vn");
    const client = await reader();
    const name = await client.person_name.findFirstOrThrow({ where: { person_id: person?.id } });
    expect(name).toMatchObject({ full_name: "Trần Thị Ánh", folded: "tran thi anh", recorded_change: changeId });
    expect(await client.change.findUnique({ where: { id: changeId } })).toMatchObject({
      document: "12/QĐ-BHXH",
      actor_id: account,
      on_behalf_of: null,
    });
  });

  it("writes nothing at all where one act of many does not fit", async () => {
    const before = wholeDatabase();
    expect(await refusal(command(register("N2"), post("p", hungYen), appoint("N2", "o-none")))).toEqual([
      "unknown-post",
    ]);
    expect(wholeDatabase()).toBe(before);
  });

  it("says in the viewer's words what stands in the way", async () => {
    const { post: held } = await someoneAt("N3", thanhHoa, FOCAL);
    await command(register("N4"));
    const error = await carryOutPersonnelActs(central, [appoint("N4", held)], order()).catch((thrown) => thrown);
    expect(error.problems).toMatchObject([
      { code: "second-focal-point", params: { holder: "Lê Thị N3", position: "Cán bộ đầu mối thông tin đối ngoại" } },
    ]);
    expect(error.problems[0].params.unit).toContain("Thanh Hóa");
  });

  it("carries out an order once, however often it is sent", async () => {
    await command(register("N5"));
    const acts: PersonnelAct[] = [{ act: "rename", person: "N5", fullName: "Lê Năm", on: "2026-05-01" }];
    const first = await carryOutPersonnelActs(null, acts, order({ onceKey: "once-n5" }));
    const before = wholeDatabase();
    const again = await Promise.all([1, 2].map(() => carryOutPersonnelActs(null, acts, order({ onceKey: "once-n5" }))));
    expect(again).toEqual([first, first]);
    expect(wholeDatabase()).toBe(before);
  });

  it("reads all as it reads a part, and writes from it no differently", async () => {
    const client = await reader();
    const all = await loadPersonnelFacts(client, "all");
    const part = await loadPersonnelFacts(client, { personIds: all.persons.map(({ id }) => id) });
    for (const kind of ["persons", "names", "details", "posts", "postings", "absences", "merges"] as const) {
      const ordered = (rows: readonly { id: number }[]) => [...rows].sort((a, b) => a.id - b.id);
      expect(ordered(part[kind]), kind).toEqual(ordered(all[kind]));
    }
    const many = Array.from({ length: 600 }, (_, index) => register(`M${index}`));
    await command(...many);
    expect(await client.person.count({ where: { staff_code: { startsWith: "M" } } })).toBe(600);
    expect(await refusal(command(...many))).toHaveLength(600);
  });
});

describe("at the same moment", () => {
  it("lets one of two appointments to a post win and tells the other", async () => {
    await command(register("P1"), register("P2"), post("p", hungYen));
    const client = await reader();
    const { public_id } = await client.post.findFirstOrThrow({ orderBy: { id: "desc" } });
    const outcomes = await Promise.allSettled(
      ["P1", "P2"].map((person) => carryOutPersonnelActs(province, [appoint(person, public_id)], order())),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = outcomes.find((outcome) => outcome.status === "rejected");
    expect(lost?.reason.problems).toMatchObject([{ code: "post-held" }]);
  });

  it("tells whoever read the record before another changed it", async () => {
    await someoneAt("P3", hungYen);
    const seen = (await (await reader()).change.findFirstOrThrow({ orderBy: { id: "desc" } })).id;
    const rename = (fullName: string) =>
      carryOutPersonnelActs(province, [{ act: "rename", person: "P3", fullName, on: "2026-06-01" }], order({ seen }));
    const outcomes = await Promise.allSettled([rename("Lê Một"), rename("Lê Hai")]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = outcomes.find((outcome) => outcome.status === "rejected");
    expect(lost?.reason.problems).toMatchObject([{ code: "changed-meanwhile" }]);
    const latest = (await (await reader()).change.findFirstOrThrow({ orderBy: { id: "desc" } })).id;
    await carryOutPersonnelActs(
      province,
      [{ act: "rename", person: "P3", fullName: "Lê Ba", on: "2026-06-02" }],
      order({ seen: latest }),
    );
  });
});

describe("scope", () => {
  it("takes what lies outside as if it did not exist, whatever the act", async () => {
    const there = await someoneAt("S1", thanhHoa);
    const here = await someoneAt("S2", hungYen);
    await command(post("vacant", hungYen));
    const client = await reader();
    const vacant = (await client.post.findFirstOrThrow({ orderBy: { id: "desc" } })).public_id;
    const on = "2026-06-01";
    const outside: PersonnelAct[] = [
      post("p", thanhHoa),
      { act: "close-post", post: there.post, on },
      { act: "flag-post", post: there.post, oneStop: true, deputy: false, on },
      { act: "end-posting", posting: there.posting, on, reason: "transfer" },
      { act: "correct-posting", posting: there.posting, decision: "x" },
      { act: "rename", person: "S1", fullName: "Khác", on },
      { act: "change-details", person: "S1", workPhone: "1", on },
      { act: "be-absent", person: "S1", kind: "maternity", from: on, until: null },
      { act: "return", person: "S1", on },
      appoint("S2", there.post, { kind: "concurrent" }),
      // into one's own unit, from one that is not: both are needed
      appoint("S1", vacant, { kind: "concurrent" }),
    ];
    const before = wholeDatabase();
    for (const act of outside) {
      await expect(carryOutPersonnelActs(province, [act], order()), act.act).rejects.toBeInstanceOf(NotInScope);
    }
    await expect(
      carryOutPersonnelActs(viewerWith([]), [{ act: "rename", person: "S2", fullName: "Khác", on }], order()),
    ).rejects.toBeInstanceOf(NotInScope);
    expect(wholeDatabase()).toBe(before);
    const transfer: PersonnelAct[] = [
      { act: "end-posting", posting: there.posting, on, reason: "transfer" },
      appoint("S1", vacant, { from: on }),
    ];
    await carryOutPersonnelActs(central, transfer, order());
    expect((await placeOf("S1")).post).toBe(vacant);
    expect(here.post).not.toBe(vacant);
  });

  it("takes back someone who left another unit, into the old record", async () => {
    const { posting } = await someoneAt("S3", thanhHoa);
    await command({ act: "end-posting", posting, on: "2026-06-01", reason: "resignation" });
    const rename: PersonnelAct = { act: "rename", person: "S3", fullName: "Khác", on: "2026-07-01" };
    await expect(carryOutPersonnelActs(province, [rename], order())).rejects.toBeInstanceOf(NotInScope);
    await carryOutPersonnelActs(province, [post("p", hungYen), appoint("S3", "p", { from: "2026-09-01" })], order());
    const client = await reader();
    expect(await client.person.count({ where: { staff_code: "S3" } })).toBe(1);
    expect(
      await client.posting.count({ where: { person_id: (await placeOf("S3")).personId, retracted_change: null } }),
    ).toBe(2);
  });

  it("says on whose behalf a lent power was used", async () => {
    const lender = await insertStaff({ staffCode: "LENDER" });
    const loan = { power: "change-people" as const, unitId: thanhHoa, fromAccountId: lender.accountId, fromName: "L" };
    const borrower = { ...viewerWith([{ role: "hr-officer", unitId: hungYen }], [loan]), accountId: account };
    const client = await reader();
    for (const [unitId, onBehalfOf] of [
      [hungYen, null],
      [thanhHoa, lender.accountId],
    ] as const) {
      const { changeId } = await carryOutPersonnelActs(borrower, [post("p", unitId)], order());
      expect(await client.change.findUnique({ where: { id: changeId } })).toMatchObject({ on_behalf_of: onBehalfOf });
    }
  });
});

it("is undone exactly", async () => {
  const { posting, post: held } = await someoneAt("U1", thanhHoa);
  await command(register("U2"));
  const facts = async () => {
    const { persons, ...rest } = await loadPersonnelFacts(await reader(), { staffCodes: ["U1", "U2"] });
    return Object.entries(rest).map(([, rows]) =>
      rows
        .map(({ id, ...row }) => ({ ...row, postId: "" }))
        .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    );
  };
  const before = await facts();
  const on = "2026-08-01";
  const { changeId } = await carryOutPersonnelActs(
    central,
    [
      { act: "end-posting", posting, on, reason: "retirement" },
      { act: "flag-post", post: held, oneStop: true, deputy: false, on },
      { act: "rename", person: "U2", fullName: "Tên Mới", on },
    ],
    order(),
  );
  expect(await facts()).not.toEqual(before);
  expect(await undoChange(changeId, { actorId: account, at: AT })).toMatchObject({ undone: true });
  expect(await facts()).toEqual(before);
});
