import { beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import { accountHolder } from "~/models/access/account-holder.server";
import { endGrant } from "~/models/access/end-grant.server";
import { findTaker } from "~/models/access/find-taker.server";
import { type GrantToGive, giveGrant } from "~/models/access/give-grant.server";
import { endLoan, lendPower, type PowerToLend } from "~/models/access/lend-power.server";
import { listGrants } from "~/models/access/list-grants.server";
import { ownLoans } from "~/models/access/loans.server";
import { loadViewer } from "~/models/access/viewers.server";
import { whoSees } from "~/models/access/who-sees.server";
import { reader, recordChange } from "~/models/database.server";
import { newPublicId } from "~/models/public-id.server";
import { insertStaff, insertUnit, type Staff } from "../../fixtures/staff";
import { wholeDatabase } from "../database-for-test";

const TODAY = "2026-11-21";
const AT = "2026-11-21T02:00:00.000Z";
const SINCE = { from: "2020-01-01" };

let root: number;
let province: number;
let elsewhere: number;
let publicIds: Map<number, string>;
let people = 0;

async function place(unitId: number, parentId: number): Promise<void> {
  await recordChange({ kind: "test", at: AT }, (rows, recorded_change) =>
    rows.unit_placement.create({
      data: { unit_id: unitId, parent_id: parentId, valid_from: "2017-01-01", recorded_change },
    }),
  );
}

/** Someone with a post in the unit and, where given, a role over it. */
async function someone(unitId: number, role?: NonNullable<Staff["grants"]>[number]["role"], more: Partial<Staff> = {}) {
  people += 1;
  const ids = await insertStaff({
    staffCode: `L-${people}`,
    fullName: `Người Thứ ${people}`,
    postings: [{ unitId, ...SINCE }],
    grants: role ? [{ unitId, role, ...SINCE }] : [],
    ...more,
  });
  return { ...ids, staffCode: `L-${people}`, viewer: () => viewerOf(ids.accountId) };
}

async function viewerOf(accountId: number, date: CivilDate = TODAY): Promise<Viewer> {
  const viewer = await loadViewer(accountId, date, false);
  if (!viewer) throw new Error("no viewer");
  return viewer;
}

async function holderOf(personId: number) {
  const holder = await accountHolder(personId, TODAY);
  if (!holder) throw new Error("no account");
  return holder;
}

async function lend(
  from: { viewer: () => Promise<Viewer> },
  to: { personId: number },
  more: Partial<PowerToLend> = {},
  onceKey = newPublicId(),
) {
  const wanted: PowerToLend = {
    taker: await holderOf(to.personId),
    power: "change-people",
    unit: publicIds.get(province) ?? "",
    from: TODAY,
    until: "2026-12-21",
    document: "QĐ 1",
    note: null,
    ...more,
  };
  return lendPower(await from.viewer(), wanted, AT, onceKey);
}

beforeAll(async () => {
  root = await insertUnit("lent-root", { from: "2017-01-01" });
  province = await insertUnit("lent-province", { from: "2017-01-01" });
  elsewhere = await insertUnit("lent-elsewhere", { from: "2017-01-01" });
  await place(province, root);
  await place(elsewhere, root);
  const units = await (await reader()).unit.findMany({ select: { id: true, public_id: true } });
  publicIds = new Map(units.map((unit) => [unit.id, unit.public_id]));
});

describe("a lent power", () => {
  it("counts for the other one, on behalf of who lent it, and not before its day nor after", async () => {
    const [hr, deputy] = [await someone(province, "hr-officer"), await someone(province)];
    expect(await lend(hr, deputy, { from: "2026-11-25", until: "2026-11-27" })).toBe("lent");
    const counted = async (date: CivilDate) => (await viewerOf(deputy.accountId, date)).delegations.length;
    expect(await Promise.all(["2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27"].map(counted))).toEqual([
      0, 1, 1, 0,
    ]);
    expect((await viewerOf(deputy.accountId, "2026-11-25")).delegations).toEqual([
      { power: "change-people", unitId: province, fromAccountId: hr.accountId, fromName: expect.any(String) },
    ]);
  });

  it.each<
    [
      string,
      () => Promise<[{ viewer: () => Promise<Viewer> }, { personId: number; accountId: number }]>,
      (hr: { personId: number; accountId: number }, taker: { personId: number; accountId: number }) => Promise<unknown>,
    ]
  >([
    [
      "once its lender lost the permission",
      async () => [await someone(province, "hr-officer"), await someone(province)],
      (hr) => retract("permission_grant", "account_id", hr.accountId),
    ],
    [
      "once its lender left",
      async () => [await someone(province, "hr-officer"), await someone(province)],
      (hr) => retract("posting", "person_id", hr.personId),
    ],
    [
      "once its lender's account is closed",
      async () => [await someone(province, "hr-officer"), await someone(province)],
      (hr) =>
        recordChange({ kind: "test", at: AT }, (rows) =>
          rows.account.update({ where: { id: hr.accountId }, data: { disabled: true } }),
        ),
    ],
    [
      "once its holder left",
      async () => [await someone(province, "hr-officer"), await someone(province)],
      (_, taker) => retract("posting", "person_id", taker.personId),
    ],
  ])("no longer counts %s", async (_, cast, then) => {
    const [hr, taker] = (await cast()) as [Awaited<ReturnType<typeof someone>>, Awaited<ReturnType<typeof someone>>];
    await lend(hr, taker);
    expect((await taker.viewer()).delegations).toHaveLength(1);
    await then(hr, taker);
    expect((await taker.viewer()).delegations).toEqual([]);
  });

  it("is not lent on: a lender who was only lent it gives nothing", async () => {
    const [hr, deputy, third] = [
      await someone(province, "hr-officer"),
      await someone(province),
      await someone(province),
    ];
    await lend(hr, deputy);
    expect(await lend(deputy, third)).toBe("unknown-unit");
    await recordChange({ kind: "test", at: AT }, (rows, recorded_change) =>
      rows.delegation.create({
        data: {
          public_id: newPublicId(),
          from_account_id: deputy.accountId,
          to_account_id: third.accountId,
          power: "change-people",
          unit_id: province,
          document: "forged",
          valid_from: TODAY,
          valid_to: "2026-12-01",
          recorded_change,
        },
      }),
    );
    expect((await third.viewer()).delegations).toEqual([]);
  });

  it("reaches no further than the lender does", async () => {
    const [hr, deputy] = [await someone(province, "hr-officer"), await someone(province)];
    for (const unit of [root, elsewhere]) {
      expect(await lend(hr, deputy, { unit: publicIds.get(unit) ?? "" })).toBe("unknown-unit");
    }
    expect(await lend(hr, deputy, { unit: "nothing" })).toBe("unknown-unit");
  });

  it("is lent once, however often the form comes, and by parallel forms once", async () => {
    const [hr, deputy] = [await someone(province, "hr-officer"), await someone(province)];
    const key = newPublicId();
    expect(await Promise.all([lend(hr, deputy, {}, key), lend(hr, deputy, {}, key)])).toEqual(["lent", "lent"]);
    const parallel = await Promise.all([
      lend(hr, deputy, { power: "see-people" }),
      lend(hr, deputy, { power: "see-people" }),
    ]);
    expect(parallel.sort()).toEqual(["lent", "lent-already"]);
    expect((await deputy.viewer()).delegations.map(({ power }) => power).sort()).toEqual([
      "change-people",
      "see-people",
    ]);
  });

  it("ends early by who lent it, by nobody else, and once", async () => {
    const [hr, deputy] = [await someone(province, "hr-officer"), await someone(province)];
    await lend(hr, deputy);
    const id = (await ownLoans(await hr.viewer(), TODAY, "vi")).lent[0]?.id ?? "";
    const ending = { on: TODAY, document: "QĐ 2", note: null };
    const before = wholeDatabase();
    expect(await endLoan(await deputy.viewer(), id, ending, AT)).toBe("not-found");
    expect(await endLoan(await hr.viewer(), id, { ...ending, on: "2026-11-20" }, AT)).toBe("begins-in-the-past");
    expect(wholeDatabase()).toBe(before);
    const hrViewer = await hr.viewer();
    const both = await Promise.all([endLoan(hrViewer, id, ending, AT), endLoan(hrViewer, id, ending, AT)]);
    expect(both.filter((outcome) => outcome === "ended")).toHaveLength(1);
    expect((await deputy.viewer()).delegations).toEqual([]);
  });
});

describe("who serves without a post", () => {
  const learner = (from: CivilDate, to?: CivilDate) => ({
    grants: [{ unitId: province, role: "learner" as const, from, ...(to ? { to } : {}) }],
  });

  it.each<[string, Partial<Staff>, boolean]>([
    ["an external account does, by its permission as learner", { postings: [], ...learner("2026-01-01") }, true],
    ["no longer after it", { postings: [], ...learner("2026-01-01", "2026-06-01") }, false],
    ["nobody does without", { postings: [], grants: [] }, false],
    [
      "who left does not, by a permission from before",
      { postings: [{ unitId: 0, from: "2020-01-01", to: "2026-06-01" }], ...learner("2025-01-01") },
      false,
    ],
    [
      "who left does, by one given since",
      { postings: [{ unitId: 0, from: "2020-01-01", to: "2026-06-01" }], ...learner("2026-06-01") },
      true,
    ],
  ])("%s", async (_, staff, serving) => {
    const postings = staff.postings?.map((posting) => ({ ...posting, unitId: province }));
    const grants = staff.grants?.map((grant) => ({ ...grant, unitId: province }));
    const { viewer } = await someone(province, undefined, { postings, grants });
    const seen = await viewer();
    expect(seen.serving).toBe(serving);
    expect(seen.grants.length > 0).toBe(serving);
  });

  it("a collaborator holds no permission, whatever is recorded", async () => {
    const { personId, viewer } = await someone(province, "hr-officer");
    await recordChange({ kind: "test", at: AT }, (rows) =>
      rows.person_detail.updateMany({ where: { person_id: personId }, data: { employment: "collaborator" } }),
    );
    expect(await viewer()).toMatchObject({ collaborator: true, serving: true, grants: [], delegations: [] });
  });
});

describe("giving and ending permissions", () => {
  const wanted = async (personId: number, more: Partial<GrantToGive> = {}): Promise<GrantToGive> => ({
    holder: await holderOf(personId),
    role: "unit-leader",
    unit: publicIds.get(province) ?? "",
    from: TODAY,
    until: null,
    document: "QĐ 3",
    note: null,
    ...more,
  });

  it("gives it once, counts it, ends it on a day, and keeps what was", async () => {
    const [administrator, leader] = [await someone(root, "administrator"), await someone(province)];
    const giver = await administrator.viewer();
    const key = newPublicId();
    const given = await wanted(leader.personId);
    expect(await Promise.all([1, 2, 3].map(() => giveGrant(giver, given, AT, key)))).toEqual([
      "given",
      "given",
      "given",
    ]);
    expect(await giveGrant(giver, given, AT, newPublicId())).toBe("held-already");
    expect((await leader.viewer()).grants).toEqual([{ role: "unit-leader", unitId: province }]);

    const query = {
      asOf: TODAY,
      today: TODAY,
      role: null,
      unit: null,
      search: leader.staffCode,
      order: "role" as const,
      ended: false,
      page: 1,
    };
    const { lines } = await listGrants(giver, query, "vi");
    expect(lines).toMatchObject([{ role: "unit-leader", state: "counts", mayEnd: true, document: "QĐ 3" }]);
    const id = lines[0]?.id ?? "";
    const ending = { on: "2026-12-01", document: "QĐ 4", note: null };
    expect(await endGrant(giver, id, ending, AT)).toBe("ended");
    expect((await viewerOf(leader.accountId, "2026-11-30")).grants).toHaveLength(1);
    expect((await viewerOf(leader.accountId, "2026-12-01")).grants).toEqual([]);
    const rows = await (await reader()).permission_grant.findMany({ where: { public_id: id }, orderBy: { id: "asc" } });
    expect(rows.map((row) => [row.valid_from, row.valid_to, row.retracted_change === null])).toEqual([
      [TODAY, null, false],
      [TODAY, "2026-12-01", true],
    ]);
    const later = await listGrants(giver, { ...query, asOf: "2026-12-05" }, "vi");
    expect(later.lines).toEqual([]);
    const all = await listGrants(giver, { ...query, asOf: "2026-12-05", ended: true }, "vi");
    expect(all.lines).toMatchObject([{ state: "over" }]);
  });

  it("refuses what is not the giver's to give, and changes nothing", async () => {
    const [administrator, local, hr, other] = [
      await someone(root, "administrator"),
      await someone(province, "administrator"),
      await someone(root, "hr-officer"),
      await someone(elsewhere),
    ];
    const over = (unitId: number) => publicIds.get(unitId) ?? "";
    const before = wholeDatabase();
    const give = async (by: { viewer: () => Promise<Viewer> }, personId: number, more: Partial<GrantToGive> = {}) =>
      giveGrant(await by.viewer(), await wanted(personId, more), AT, newPublicId());
    expect(await give(administrator, administrator.personId)).toBe("oneself");
    expect(await give(hr, other.personId)).toBe("unknown-unit");
    expect(await give(local, other.personId, { unit: over(elsewhere) })).toBe("unknown-unit");
    expect(await give(local, other.personId, { role: "administrator" })).toBe("administrators-only");
    expect(wholeDatabase()).toBe(before);
  });

  it("finds nobody outside the giver's reach", async () => {
    const [local, inside, outside] = [
      await someone(province, "administrator"),
      await someone(province),
      await someone(elsewhere),
    ];
    const find = async (code: string) =>
      (await findTaker(await local.viewer(), "manage-grants", code, TODAY, "vi")).kind;
    expect(await find(inside.staffCode)).toBe("one");
    expect(await find(outside.staffCode)).toBe("none");
  });

  it("says why what does not count does not", async () => {
    const administrator = await someone(root, "administrator");
    const left = await someone(province, "unit-leader", {
      postings: [{ unitId: province, from: "2020-01-01", to: "2026-01-01" }],
    });
    const query = {
      asOf: TODAY,
      today: TODAY,
      role: null,
      unit: null,
      search: left.staffCode,
      order: "person" as const,
      ended: false,
      page: 1,
    };
    const { lines } = await listGrants(await administrator.viewer(), query, "vi");
    expect(lines.map(({ state }) => state)).toEqual(["no-posting"]);
    const local = await someone(elsewhere, "administrator");
    expect((await listGrants(await local.viewer(), query, "vi")).lines, "outside the viewer's units").toEqual([]);
  });
});

describe("who may see a person", () => {
  it("names those in whose reach they are, with what each may do, and nobody else", async () => {
    const [hr, leader, stranger, administrator] = [
      await someone(province, "hr-officer"),
      await someone(province, "unit-leader"),
      await someone(elsewhere, "hr-officer"),
      await someone(root, "administrator"),
    ];
    const person = await someone(province);
    const deputy = await someone(province);
    await lend(hr, deputy, { power: "see-absences" });
    const { personPublicId } = await person.viewer();
    const names = async (by: { viewer: () => Promise<Viewer> }) =>
      (await whoSees(await by.viewer(), personPublicId, TODAY, "vi"))?.seers;
    const seers = (await names(person)) ?? [];
    const nameOf = async (of: { viewer: () => Promise<Viewer> }) => (await of.viewer()).fullName;
    const find = async (of: { viewer: () => Promise<Viewer> }) => {
      const name = await nameOf(of);
      return seers.find((seer) => seer.name === name);
    };
    expect(await find(hr)).toMatchObject({ by: { kind: "grant", role: "hr-officer" }, now: true });
    expect((await find(leader))?.powers).toEqual(["see-people", "decide-duties"]);
    expect((await find(administrator))?.powers).toEqual(["reset-password"]);
    expect((await find(deputy))?.powers).toEqual(["see-absences"]);
    expect(await find(stranger)).toBeUndefined();
    expect(await names(leader)).toEqual(seers);
    for (const nobody of [stranger, administrator, deputy]) expect(await names(nobody)).toBeUndefined();
  });
});

function retract(table: "permission_grant" | "posting", column: "account_id" | "person_id", id: number) {
  return recordChange({ kind: "test", at: AT }, (rows, changeId) =>
    rows.$executeRawUnsafe(`UPDATE ${table} SET retracted_change = ${changeId} WHERE ${column} = ${id}`),
  );
}
