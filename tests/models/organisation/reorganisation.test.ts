import "../database-for-test";
import { beforeAll, describe, expect, it } from "vitest";
import { readCourses } from "~/content/course-package.server";
import { type Batch, batchSchema } from "~/domain/organisation/acts";
import type { BatchPreview } from "~/domain/organisation/batch-preview";
import type { NewPost, PeopleBatch } from "~/domain/people/people-batch";
import type { Viewer } from "~/domain/permissions/viewer";
import { viewerWith } from "~/domain/permissions/viewer-for-test";
import { syncCourses } from "~/models/course/sync-courses.server";
import { reader } from "~/models/database.server";
import { ActsRefused, carryOutActs } from "~/models/organisation/carry-out-acts.server";
import { carryOutReorganisation } from "~/models/organisation/carry-out-reorganisation.server";
import { organisationFacts } from "~/models/organisation/organisation-facts.server";
import { previewReorganisation } from "~/models/organisation/preview-reorganisation.server";
import { recordPeople } from "~/models/people/record-people.server";
import { undoChange } from "~/models/undo-change.server";
import { insertStaff } from "../../fixtures/staff";
import { wholeDatabase } from "../database-for-test";
import { factsInForce } from "../facts-in-force";

const AT = "2026-11-21T02:00:00.000Z";
const TODAY = "2026-11-21";
const FOCAL = "foreign-information-focal";
const DAY = "2026-12-01";

const both = (text: string) => ({ vi: text, en: text });
const named = (text: string) => ({ name: both(text), short: both(text) });

let hr: Viewer;
let counter = 0;

function batchOf(date: string, acts: object[], more: Partial<Batch> = {}): Batch {
  const head = { key: `r-${counter++}`, date, title: both("Sắp xếp"), document: "15/QĐ-BHXH", mark: "TEXT" };
  return batchSchema.parse({ ...head, acts, ...more });
}

async function unitId(key: string): Promise<number> {
  const unit = (await organisationFacts()).units.find((each) => each.key === key);
  if (!unit) throw new Error(`no unit ${key}`);
  return unit.id;
}

const BEGINNING = { validFrom: "2020-01-01", validTo: null };

const person = (staffCode: string) => ({
  staffCode,
  employment: "public-employee" as const,
  workEmail: null,
  workPhone: null,
  names: [{ fullName: `Trần Thị ${staffCode}`, ...BEGINNING }],
});
const posting = (staffCode: string, post: string, more = {}) =>
  ({ staffCode, post, kind: "primary", decision: "1/QĐ", endReason: null, ...BEGINNING, ...more }) as const;

beforeAll(async () => {
  await syncCourses(readCourses("courses"), AT);
  const acts = [
    { act: "create", unit: "root", level: "CENTRAL", ...named("Root") },
    ...["a", "b", "c", "d", "e"].map((key) => ({
      act: "create",
      unit: key,
      level: "PROVINCIAL",
      parent: "root",
      ...named(key.toUpperCase()),
    })),
  ];
  await carryOutActs(batchOf("2018-01-01", acts), null, AT);
  const post = async (ref: string, unit: string, more: Partial<NewPost> = {}): Promise<NewPost> => ({
    ref,
    unitId: await unitId(unit),
    position: "communication-officer",
    oneStop: false,
    deputy: false,
    ...BEGINNING,
    ...more,
  });
  const people: PeopleBatch = {
    persons: ["FA", "FB", "OA", "OB", "PAST", "NEXT", "OD", "FE", "TWO"].map(person),
    posts: [
      await post("fa", "a", { position: FOCAL }),
      await post("oa", "a", { oneStop: true }),
      await post("va", "a"),
      await post("soon-a", "a", { validFrom: "2027-01-01" }),
      await post("fb", "b", { position: FOCAL }),
      await post("ob", "b"),
      await post("od", "d"),
      await post("fe", "e", { position: FOCAL }),
    ],
    postings: [
      posting("FA", "fa", { validFrom: "2021-01-01" }),
      posting("OA", "oa"),
      posting("PAST", "va", { validTo: "2024-01-01", endReason: "retirement" }),
      posting("NEXT", "soon-a", { validFrom: "2027-02-01" }),
      posting("FB", "fb"),
      posting("OB", "ob", { validTo: "2027-06-01", endReason: "end-of-term" }),
      posting("OD", "od"),
      posting("TWO", "va", { validFrom: "2024-01-01", kind: "concurrent" }),
      posting("FE", "fe"),
    ],
  };
  await recordPeople(people, { at: AT });
  const root = await unitId("root");
  const span = { from: "2020-01-01" };
  const { accountId } = await insertStaff({
    staffCode: "HR",
    postings: [{ unitId: root, position: "hr-officer", ...span }],
    grants: [
      { unitId: root, role: "hr-officer", ...span },
      { unitId: await unitId("a"), role: "unit-leader", ...span },
    ],
  });
  await insertStaff({
    staffCode: "LEADER",
    postings: [{ unitId: root, position: "leader", ...span }],
    grants: [{ unitId: await unitId("a"), role: "unit-leader", ...span }],
  });
  hr = { ...viewerWith([{ role: "hr-officer", unitId: root }]), accountId };
});

const merge = (into = "ab", units = ["a", "b"]) => ({ act: "merge", units, into: { unit: into, ...named("AB") } });

async function previewOf(batch: Batch, viewer = hr): Promise<BatchPreview> {
  const outcome = await previewReorganisation(viewer, batch, TODAY);
  if (!("preview" in outcome)) throw new Error("out of scope");
  return outcome.preview;
}

async function carriedOut(batch: Batch): Promise<number> {
  const outcome = await carryOutReorganisation(hr, batch, AT);
  if (!("changeId" in outcome)) throw new Error(JSON.stringify(outcome));
  return outcome.changeId;
}

/** Who is in a unit on a date: code, position, deputy, since when. */
async function staffOf(key: string, date: string) {
  const client = await reader();
  const rows = await client.$queryRaw<
    {
      staff_code: string;
      position: string;
      deputy: bigint | boolean;
      kind: string;
      valid_from: string;
      valid_to: string | null;
      held_since: string | null;
      decision: string | null;
      end_reason: string | null;
    }[]
  >`
    SELECT p.staff_code, s.position, s.deputy, o.kind, o.valid_from, o.valid_to, o.held_since, o.decision, o.end_reason
    FROM posting o JOIN post s ON s.id = o.post_id JOIN person p ON p.id = o.person_id
    WHERE s.unit_id = ${await unitId(key)} AND s.retracted_change IS NULL AND o.retracted_change IS NULL
      AND o.valid_from <= ${date} AND (o.valid_to IS NULL OR o.valid_to > ${date}) ORDER BY p.staff_code`;
  return rows.map((row) => ({ ...row, deputy: Boolean(row.deputy) }));
}

async function undone(change: number, before: string): Promise<void> {
  expect(await undoChange(change, { actorId: null, at: AT })).toMatchObject({ undone: true });
  expect(factsInForce()).toBe(before);
}

describe("a merger", () => {
  it("leads everyone to the heir, keeps who is named as focal point and makes the other a deputy", async () => {
    const before = factsInForce();
    const change = await carriedOut(batchOf(DAY, [merge()], { posts: { focal: { ab: "FB" } } }));
    expect(await staffOf("ab", DAY)).toMatchObject([
      { staff_code: "FA", position: FOCAL, deputy: true, held_since: "2021-01-01", decision: "15/QĐ-BHXH" },
      { staff_code: "FB", position: FOCAL, deputy: false, valid_from: DAY, held_since: "2020-01-01" },
      { staff_code: "OA", deputy: false, kind: "primary" },
      { staff_code: "OB", valid_to: "2027-06-01", end_reason: "end-of-term" },
      { staff_code: "TWO", kind: "concurrent" },
    ]);
    expect((await staffOf("a", "2026-11-30")).map((row) => [row.staff_code, row.valid_to, row.end_reason])).toEqual([
      ["FA", DAY, "reorganisation"],
      ["OA", DAY, "reorganisation"],
      ["TWO", DAY, "reorganisation"],
    ]);
    expect(await staffOf("a", "2023-01-01")).toMatchObject([{}, {}, { staff_code: "PAST", end_reason: "retirement" }]);
    expect(await staffOf("ab", "2027-03-01")).toMatchObject([
      {},
      {},
      { staff_code: "NEXT", held_since: null },
      {},
      {},
      {},
    ]);
    const client = await reader();
    const lines = await client.post.findMany({ where: { unit_id: await unitId("ab"), retracted_change: null } });
    const old = await client.post.findMany({ where: { unit_id: await unitId("a"), retracted_change: null } });
    for (const post of old) expect(lines.filter((each) => each.lineage === post.public_id)).toHaveLength(1);
    await undone(change, before);
  });

  it.each([
    ["of several focal points keeps none where nobody is named", undefined, []],
    ["keeps none where it is said so", { ab: null }, []],
  ])("%s", async (_, focal, expected) => {
    const before = factsInForce();
    const batch = batchOf(DAY, [merge()], focal ? { posts: { focal } } : {});
    expect((await previewOf(batch)).focalLeft).toMatchObject([{ unit: { key: "ab" }, state: "vacant" }]);
    const change = await carriedOut(batch);
    const client = await reader();
    const posts = await client.post.findMany({
      where: { unit_id: await unitId("ab"), position: FOCAL, deputy: false, retracted_change: null },
    });
    expect(posts).toHaveLength(1);
    const focalHolders = (await staffOf("ab", DAY)).filter((row) => row.position === FOCAL);
    expect(focalHolders.filter(({ deputy }) => !deputy)).toEqual(expected);
    expect(focalHolders).toHaveLength(2);
    await undone(change, before);
  });

  it("keeps the only focal point there is", async () => {
    const before = factsInForce();
    const change = await carriedOut(batchOf(DAY, [merge("ad", ["a", "d"])]));
    expect((await staffOf("ad", DAY)).filter((row) => row.position === FOCAL)).toMatchObject([
      { staff_code: "FA", deputy: false },
    ]);
    await undone(change, before);
  });

  it("refuses a focal point who is none", async () => {
    const before = wholeDatabase();
    const batch = batchOf(DAY, [merge()], { posts: { focal: { ab: "OA" } } });
    const problems = [{ act: 0, code: "unknown-holder", params: { unit: "ab", person: "OA" } }];
    expect((await previewOf(batch)).problems).toEqual(problems);
    await expect(carryOutReorganisation(hr, batch, AT)).rejects.toThrow(ActsRefused);
    expect(wholeDatabase()).toBe(before);
  });
});

describe("a unit that closes", () => {
  it("leads its people to a unit that exists, whose focal point stays", async () => {
    const before = factsInForce();
    const change = await carriedOut(batchOf(DAY, [{ act: "close", unit: "a", successors: ["b"] }]));
    expect(await staffOf("b", DAY)).toMatchObject([
      { staff_code: "FA", deputy: true },
      { staff_code: "FB", deputy: false, valid_from: "2020-01-01" },
      { staff_code: "OA" },
      { staff_code: "OB" },
      { staff_code: "TWO" },
    ]);
    await undone(change, before);
  });

  it("changes the focal point of the unit that takes over, where another is named", async () => {
    const before = factsInForce();
    const posts = { focal: { b: "FA" } };
    const change = await carriedOut(batchOf(DAY, [{ act: "close", unit: "a", successors: ["b"] }], { posts }));
    expect((await staffOf("b", DAY)).slice(0, 2)).toMatchObject([
      { staff_code: "FA", deputy: false, held_since: "2021-01-01" },
      { staff_code: "FB", deputy: true, held_since: "2020-01-01" },
    ]);
    await undone(change, before);
  });

  it("without a successor names who is left without a post", async () => {
    const before = factsInForce();
    const batch = batchOf(DAY, [{ act: "close", unit: "d" }]);
    const preview = await previewOf(batch);
    expect(preview.leftWithoutPost).toMatchObject([{ person: { staffCode: "OD" }, position: "communication-officer" }]);
    expect(preview.people).toEqual({ before: 1, after: 0 });
    const change = await carriedOut(batch);
    expect(await staffOf("d", DAY)).toEqual([]);
    await undone(change, before);
  });
});

describe("a split", () => {
  it("leads each post where it is sent, the rest to the first heir", async () => {
    const before = factsInForce();
    const client = await reader();
    const [post] = await client.post.findMany({ where: { unit_id: await unitId("a"), one_stop: true } });
    const split = {
      act: "split",
      unit: "a",
      into: [
        { unit: "a-1", ...named("A1") },
        { unit: "a-2", ...named("A2") },
      ],
    };
    const batch = batchOf(DAY, [split], { posts: { rule: { [post?.public_id ?? ""]: "a-2" } } });
    const preview = await previewOf(batch);
    expect(preview.people).toEqual({ before: 3, after: 3 });
    expect(preview.headCounts.map(({ unit, before, after }) => [unit.key, before, after])).toEqual([
      ["a", 3, 0],
      ["a-1", 0, 2],
      ["a-2", 0, 1],
    ]);
    expect(preview.focalLeft).toMatchObject([{ unit: { key: "a-2", publicId: null }, state: "vacant" }]);
    const change = await carriedOut(batch);
    expect((await staffOf("a-1", DAY)).map(({ staff_code }) => staff_code)).toEqual(["FA", "TWO"]);
    expect((await staffOf("a-2", DAY)).map(({ staff_code }) => staff_code)).toEqual(["OA"]);
    await undone(change, before);
  });
});

describe("permissions", () => {
  it("end with their unit, or are granted again over the heir; nobody's own by themselves", async () => {
    const before = factsInForce();
    const batch = batchOf(DAY, [merge()], { carryGrants: true });
    const preview = await previewOf(batch);
    expect(
      preview.grants.map(({ person, own, carriedTo }) => [person.staffCode, own, carriedTo.map(({ key }) => key)]),
    ).toEqual([
      ["HR", true, []],
      ["LEADER", false, ["ab"]],
    ]);
    const change = await carriedOut(batch);
    const client = await reader();
    const grants = await client.permission_grant.findMany({
      where: { recorded_change: change },
      orderBy: [{ valid_from: "asc" }, { id: "asc" }],
    });
    expect(grants.map((row) => [row.unit_id, row.valid_from, row.valid_to])).toEqual([
      [await unitId("a"), "2020-01-01", DAY],
      [await unitId("a"), "2020-01-01", DAY],
      [await unitId("ab"), DAY, null],
    ]);
    await undone(change, before);
  });
});

describe("the preview", () => {
  it("names what changes, and writes nothing", async () => {
    const before = wholeDatabase();
    const preview = await previewOf(
      batchOf(DAY, [
        merge(),
        { act: "rename", unit: "c", ...named("C2") },
        { act: "classify", unit: "d", type: "division" },
      ]),
    );
    expect(preview.problems).toEqual([]);
    expect(preview.units).toMatchObject([
      { change: "begun", unit: { key: "ab", publicId: null }, parent: { key: "root" } },
      { change: "ended", unit: { key: "a", name: both("A") }, heirs: [{ key: "ab" }] },
      { change: "ended", unit: { key: "b" } },
      { change: "renamed", unit: { key: "c" }, after: both("C2") },
      { change: "reclassified", unit: { key: "d" }, before: null, after: "division" },
    ]);
    expect(preview.ending.map(({ act, unit, posts }) => [act, unit.key, posts.length])).toEqual([
      [0, "a", 4],
      [0, "b", 2],
    ]);
    expect(preview.focalChoices).toMatchObject([
      {
        unit: { key: "ab" },
        keeper: null,
        candidates: [
          { person: { staffCode: "FA" }, from: { key: "a" }, certificate: "none" },
          { person: { staffCode: "FB" }, from: { key: "b" }, certificate: "none" },
        ],
      },
    ]);
    expect(preview.people).toEqual({ before: 5, after: 5 });
    expect(wholeDatabase()).toBe(before);
  });

  it("counts what is open, and the rule that names a unit", async () => {
    const { open, rules } = await previewOf(batchOf(DAY, [merge()]));
    expect(open).toEqual({ people: 6, manual: 0, extensions: 0, enrolments: 0 });
    expect(rules).toEqual([]);
  });

  it("is for those who may reorganise every unit named", async () => {
    const own = viewerWith([{ role: "hr-officer", unitId: await unitId("a") }]);
    expect(await previewReorganisation(own, batchOf(DAY, [merge()]), TODAY)).toEqual({ outOfScope: true });
    expect(await carryOutReorganisation(own, batchOf(DAY, [merge()]), AT)).toEqual({ outOfScope: true });
    expect(
      await previewReorganisation(own, batchOf(DAY, [{ act: "rename", unit: "a", ...named("A9") }]), TODAY),
    ).toHaveProperty("preview");
  });
});

describe("carrying out", () => {
  it("stops where someone else was faster with something that the preview showed", async () => {
    const batch = batchOf(DAY, [merge()]);
    const { basis } = await previewOf(batch);
    const other = await carriedOut(batchOf(DAY, [{ act: "rename", unit: "e", ...named("E2") }]));
    const before = wholeDatabase();
    expect(await carryOutReorganisation(hr, batch, AT, { basis })).toEqual({ stale: true });
    expect(wholeDatabase()).toBe(before);
    await undoChange(other, { actorId: null, at: AT });
    const again = await previewOf(batch);
    const outcome = await carryOutReorganisation(hr, batch, AT, { basis: again.basis });
    expect(outcome).toHaveProperty("changeId");
    // a second send leads to the same change
    expect(await carryOutReorganisation(hr, batch, AT, { basis: again.basis })).toEqual(outcome);
    await undoChange("changeId" in outcome ? outcome.changeId : 0, { actorId: null, at: AT });
  });

  it("lets one of two win who merge the same units at once", async () => {
    const before = factsInForce();
    const outcomes = await Promise.allSettled([
      carryOutReorganisation(hr, batchOf(DAY, [merge("x")]), AT),
      carryOutReorganisation(hr, batchOf(DAY, [merge("y")]), AT),
      carryOutReorganisation(hr, batchOf(DAY, [merge("z", ["b", "c"])]), AT),
    ]);
    const won = outcomes.flatMap((each) =>
      each.status === "fulfilled" && "changeId" in each.value ? [each.value] : [],
    );
    const lost = outcomes.flatMap((each) => (each.status === "rejected" ? [each.reason as ActsRefused] : []));
    expect([won.length, lost.length]).toEqual([1, 2]);
    for (const refused of lost) expect(refused.problems.some(({ code }) => code === "unit-not-existing")).toBe(true);
    await undone(won[0]?.changeId ?? 0, before);
  });
});
