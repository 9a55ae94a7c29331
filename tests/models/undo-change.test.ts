import Database from "better-sqlite3";
import { beforeAll, describe, expect, it } from "vitest";
import { type Batch, batchSchema } from "~/domain/organisation/acts";
import type { PeopleBatch } from "~/domain/people/people-batch";
import { loadViewer } from "~/models/access/viewers.server";
import { reader, recordChange } from "~/models/database.server";
import { FACT_TABLES } from "~/models/fact-tables.server";
import { carryOutActs } from "~/models/organisation/carry-out-acts.server";
import { organisationFacts } from "~/models/organisation/organisation-facts.server";
import { recordPeople } from "~/models/people/record-people.server";
import { newPublicId } from "~/models/public-id.server";
import { undoChange } from "~/models/undo-change.server";
import { wholeDatabase } from "./database-for-test";
import { factsInForce } from "./facts-in-force";

const AT = "2026-11-21T02:00:00.000Z";
const BY = { actorId: null, at: AT };

let counter = 0;
const both = (text: string) => ({ vi: text, en: text });
const named = (text: string) => ({ name: both(text), short: both(text) });

async function carryOut(date: string, ...acts: object[]): Promise<number> {
  const batch: Batch = batchSchema.parse({
    key: `batch-${counter++}`,
    date,
    title: both(`Batch ${counter}`),
    document: null,
    mark: "TEXT",
    acts,
  });
  await carryOutActs(batch, null, AT);
  return newest();
}

async function newest(): Promise<number> {
  const client = await reader();
  return (await client.change.findFirstOrThrow({ orderBy: { id: "desc" } })).id;
}

async function unitId(key: string): Promise<number> {
  return (await organisationFacts()).units.find((unit) => unit.key === key)?.id ?? 0;
}

async function record(batch: Partial<PeopleBatch>): Promise<number> {
  await recordPeople({ persons: [], posts: [], postings: [], ...batch }, { at: AT, note: `people ${counter++}` });
  return newest();
}

const person = (staffCode: string) => ({
  staffCode,
  employment: "public-employee" as const,
  workEmail: null,
  workPhone: null,
  names: [{ fullName: `Người ${staffCode}`, validFrom: "2020-01-01", validTo: null }],
});

/** One more person in a post of the unit. */
async function staffed(staffCode: string, unit: string): Promise<number> {
  const span = { validFrom: "2020-01-01", validTo: null };
  const post = {
    ref: "p",
    unitId: await unitId(unit),
    position: "communication-officer",
    oneStop: false,
    deputy: false,
  };
  const posting = { staffCode, post: "p", kind: "primary" as const, decision: null, endReason: null };
  return record({ persons: [person(staffCode)], posts: [{ ...post, ...span }], postings: [{ ...posting, ...span }] });
}

async function postingOf(staffCode: string) {
  const client = await reader();
  const { id } = await client.person.findUniqueOrThrow({ where: { staff_code: staffCode } });
  return client.posting.findFirstOrThrow({
    where: { person_id: id, retracted_change: null },
    orderBy: [{ valid_from: "desc" }, { id: "desc" }],
  });
}

/** Ends a posting as every model does: the row is retracted and said again, closed. */
async function endPosting(staffCode: string, date: string): Promise<number> {
  const { id, ...posting } = await postingOf(staffCode);
  return recordChange({ kind: "posting-ended", at: AT, note: `end of ${staffCode}` }, async (rows, changeId) => {
    await rows.posting.update({ where: { id }, data: { retracted_change: changeId } });
    await rows.posting.create({ data: { ...posting, valid_to: date, recorded_change: changeId } });
    return changeId;
  });
}

/** Another flag, with a new row of the post; postings stay with the row they named. */
async function flagPost(staffCode: string): Promise<number> {
  const client = await reader();
  const { id, ...post } = await client.post.findUniqueOrThrow({ where: { id: (await postingOf(staffCode)).post_id } });
  return recordChange({ kind: "post-flagged", at: AT }, async (rows, changeId) => {
    await rows.post.update({ where: { id }, data: { retracted_change: changeId } });
    await rows.post.create({ data: { ...post, one_stop: !post.one_stop, recorded_change: changeId } });
    return changeId;
  });
}

async function appoint(staffCode: string, postId: number, from: string, kind = "primary"): Promise<number> {
  const client = await reader();
  const { id } = await client.person.findUniqueOrThrow({ where: { staff_code: staffCode } });
  return recordChange({ kind: "appointed", at: AT, note: `appointment of ${staffCode}` }, async (rows, changeId) => {
    const posting = { public_id: newPublicId(), person_id: id, post_id: postId, kind, valid_from: from };
    await rows.posting.create({ data: { ...posting, recorded_change: changeId } });
    return changeId;
  });
}

beforeAll(async () => {
  await carryOut(
    "2018-01-01",
    { act: "create", unit: "root", level: "CENTRAL", ...named("Root") },
    ...["a", "b", "c"].map((key) => ({
      act: "create",
      unit: key,
      level: "PROVINCIAL",
      parent: "root",
      ...named(key.toUpperCase()),
    })),
  );
  await staffed("S1", "a");
  await staffed("S2", "b");
});

describe("the list of fact tables", () => {
  it("names every table whose rows can be retracted, with all columns", () => {
    const database = new Database((process.env.DATABASE_URL ?? "").replace("file:", ""), { readonly: true });
    const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all() as string[];
    const columns = (table: string) =>
      (database.prepare("SELECT name FROM pragma_table_info(?)").pluck().all(table) as string[]).sort();
    const facts = tables.filter((table) => columns(table).includes("retracted_change"));
    expect(Object.fromEntries(FACT_TABLES.map(({ name, columns }) => [name, [...columns].sort()]))).toEqual(
      Object.fromEntries(facts.map((table) => [table, columns(table)])),
    );
    database.close();
  });
});

describe("an undo is exact", () => {
  it.each([
    ["a rename", () => carryOut("2025-01-01", { act: "rename", unit: "a", ...named("Another") })],
    [
      "a merge with its posts",
      () => carryOut("2025-07-01", { act: "merge", units: ["a", "b"], into: { unit: "ab", ...named("AB") } }),
    ],
    [
      "a unit that was set up",
      () => carryOut("2025-07-01", { act: "create", unit: "d", level: "PROVINCIAL", parent: "root", ...named("D") }),
    ],
    ["a unit that was closed", () => carryOut("2025-07-01", { act: "close", unit: "a" })],
    ["an end of a posting", () => endPosting("S1", "2026-01-01")],
    ["another flag of a post", () => flagPost("S1")],
    ["people who were registered", () => staffed("S9", "c")],
  ])("of %s", async (_, act) => {
    const before = factsInForce();
    const change = await act();
    expect(factsInForce()).not.toBe(before);
    expect(await undoChange(change, BY)).toMatchObject({ undone: true });
    expect(factsInForce()).toBe(before);
  });

  it("takes no row back into force: what was known then can still be read", async () => {
    const client = await reader();
    const change = await carryOut("2025-01-01", { act: "rename", unit: "c", ...named("C2") });
    const retracted = await client.unit_name.findMany({ where: { retracted_change: change } });
    await undoChange(change, BY);
    expect(await client.unit_name.findMany({ where: { retracted_change: change } })).toEqual(retracted);
  });

  it("leads postings to the row of the post that stands again, and can be undone further back", async () => {
    const before = factsInForce();
    const client = await reader();
    const ended = await endPosting("S2", "2026-05-01");
    const flagged = await flagPost("S2");
    expect(await undoChange(flagged, BY)).toMatchObject({ undone: true });
    const { post_id } = await postingOf("S2");
    expect((await client.post.findUniqueOrThrow({ where: { id: post_id } })).retracted_change).toBeNull();
    // the row that `ended` recorded is gone by the flag and its undo: what stands for it now is taken back
    expect(await undoChange(ended, BY)).toMatchObject({ undone: true });
    expect(factsInForce()).toBe(before);
  });

  it("in reverse order of several acts on the same", async () => {
    const before = factsInForce();
    const changes = [
      await carryOut("2025-01-01", { act: "rename", unit: "a", ...named("A2") }),
      await carryOut("2025-07-01", { act: "merge", units: ["a", "b"], into: { unit: "ab", ...named("AB") } }),
      await carryOut("2026-01-01", { act: "close", unit: "ab", successors: ["c"] }),
    ];
    for (const change of changes.reverse()) expect(await undoChange(change, BY)).toMatchObject({ undone: true });
    expect(factsInForce()).toBe(before);
  });

  it("and what it undid can be done again, undone and done", async () => {
    const before = factsInForce();
    const create = { act: "create", unit: "again", level: "PROVINCIAL", parent: "root", ...named("Again") };
    const first = await carryOut("2025-07-01", create);
    const id = await unitId("again");
    await undoChange(first, BY);
    expect(await unitId("again")).toBe(0);
    const second = await carryOut("2025-08-01", { ...create, level: "SPECIAL", parent: undefined });
    expect(await unitId("again")).toBe(id);
    expect((await organisationFacts()).units.find((unit) => unit.id === id)?.level).toBe("SPECIAL");
    expect(await undoChange(second, BY)).toMatchObject({ undone: true });
    expect(factsInForce()).toBe(before);
  });
});

describe("an undo is refused", () => {
  async function refused(change: number, code: string, because: number[]): Promise<void> {
    const before = wholeDatabase();
    const outcome = await undoChange(change, BY);
    expect(outcome).toMatchObject({ undone: false, code, because: because.map((changeId) => ({ changeId })) });
    expect(wholeDatabase()).toBe(before);
  }

  it("a second time, and for an undo or nothing", async () => {
    const change = await carryOut("2025-01-01", { act: "rename", unit: "a", ...named("A3") });
    const outcome = await undoChange(change, BY);
    const undo = outcome.undone ? outcome.changeId : 0;
    await refused(change, "already-undone", [undo]);
    await refused(undo, "is-undo", []);
    await refused(999_999, "unknown-change", []);
    const nothing = await recordChange({ kind: "nothing", at: AT }, async (_, changeId) => changeId);
    await refused(nothing, "not-undoable", []);
  });

  it("while a later change replaced a row of it, until that is undone", async () => {
    const first = await carryOut("2025-01-01", { act: "rename", unit: "a", ...named("A4") });
    const second = await carryOut("2025-02-01", { act: "rename", unit: "a", ...named("A5") });
    await refused(first, "later-changes", [second]);
    await undoChange(second, BY);
    expect(await undoChange(first, BY)).toMatchObject({ undone: true });
  });

  it("while people work in a unit that it set up", async () => {
    const change = await carryOut("2019-01-01", {
      act: "create",
      unit: "new",
      level: "PROVINCIAL",
      parent: "root",
      ...named("New"),
    });
    const staff = await staffed("S3", "new");
    await refused(change, "later-changes", [staff]);
    const ended = await endPosting("S3", "2026-01-01");
    await refused(staff, "later-changes", [ended]);
    await undoChange(ended, BY);
    // the posting stands in a copy now; the change that said it first is the one named
    await refused(change, "later-changes", [staff]);
    await undoChange(staff, BY);
    expect(await undoChange(change, BY)).toMatchObject({ undone: true });
  });

  it("while a registered person has a grant, an enrolment or an assignment", async () => {
    const client = await reader();
    const change = await staffed("S4", "a");
    const { id } = await client.person.findUniqueOrThrow({ where: { staff_code: "S4" } });
    const account = await recordChange({ kind: "accounts-opened", at: AT }, async (rows, recorded_change) => {
      const row = await rows.account.create({ data: { public_id: newPublicId(), person_id: id, recorded_change } });
      return row.id;
    });
    const unit = await unitId("a");
    const granted = await recordChange({ kind: "granted", at: AT }, async (rows, recorded_change) => {
      const grant = { public_id: newPublicId(), account_id: account, role: "inspector", unit_id: unit };
      await rows.permission_grant.create({ data: { ...grant, valid_from: "2026-01-01", recorded_change } });
      return recorded_change;
    });
    const assigned = await recordChange({ kind: "assigned", at: AT }, async (rows, recorded_change) => {
      const duty = { programme: "p", course: "c", due: "2027-01-01", reason: "r", valid_from: "2026-01-01" };
      await rows.manual_assignment.create({ data: { person_id: id, ...duty, recorded_change } });
      return recorded_change;
    });
    await refused(change, "later-changes", [granted, assigned]);
    await undoChange(granted, BY);
    await undoChange(assigned, BY);
    expect(await loadViewer(account, "2026-11-21", false)).not.toBeNull();
    expect(await undoChange(change, BY)).toMatchObject({ undone: true });
    // the account opens nothing any more
    expect(await loadViewer(account, "2026-11-21", false)).toBeNull();
  });

  it("where the person has another post meanwhile, or the post another holder", async () => {
    const client = await reader();
    const { post_id: own } = await postingOf("S1");
    const { post_id: other } = await postingOf("S2");
    const ended = await endPosting("S1", "2026-01-01");
    const elsewhere = await appoint("S1", other, "2026-06-01");
    await refused(ended, "later-changes", [elsewhere]);
    await undoChange(elsewhere, BY);
    const follower = await appoint("S2", own, "2026-06-01", "concurrent");
    await refused(ended, "later-changes", [follower]);
    await undoChange(follower, BY);
    expect(await undoChange(ended, BY)).toMatchObject({ undone: true });
    expect(await client.posting.count({ where: { post_id: own, retracted_change: null, valid_to: null } })).toBe(1);
  });

  it("where what stands again would not fit what was built since", async () => {
    const closed = await carryOut("2025-07-01", {
      act: "create",
      unit: "top",
      level: "CENTRAL",
      parent: "root",
      ...named("Top"),
    });
    const below = await carryOut("2025-08-01", {
      act: "create",
      unit: "below",
      level: "CENTRAL",
      parent: "top",
      ...named("Below"),
    });
    await refused(closed, "later-changes", [below]);
    await undoChange(below, BY);
    await undoChange(closed, BY);
  });

  it("for all but one of those who ask at the same time", async () => {
    const change = await carryOut("2025-01-01", { act: "rename", unit: "b", ...named("B6") });
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => undoChange(change, BY)));
    expect(outcomes.filter(({ undone }) => undone)).toHaveLength(1);
    for (const outcome of outcomes) if (!outcome.undone) expect(outcome.code).toBe("already-undone");
  });
});
