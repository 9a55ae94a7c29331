import "../database-for-test";
import { beforeAll, describe, expect, it } from "vitest";
import { certificateFace } from "~/domain/certification/face";
import { approveList } from "~/models/certification/approve-list.server";
import { certificatesOf } from "~/models/certification/certificates.server";
import { drawUpList } from "~/models/certification/draw-up-list.server";
import { findIssueList } from "~/models/certification/find-issue-list.server";
import { loadIssueList } from "~/models/certification/issue-list-page.server";
import { returnList, submitList, withdrawList } from "~/models/certification/move-list.server";
import { loadRegister } from "~/models/certification/register.server";
import { retractEligibility } from "~/models/certification/retract-eligibility.server";
import { countWaiting } from "~/models/certification/waiting-for-list.server";
import { reader, recordChange } from "~/models/database.server";
import { HOUSE_NOW, HOUSE_TODAY, type Someone, someone } from "../../fixtures/a-house";
import { BY_LIST, makeEligible, newKey, openSigningHouse, type SigningHouse } from "./signing-people";

let house: SigningHouse;
let home: { id: number; publicId: string };
const at = HOUSE_NOW;

beforeAll(async () => {
  house = await openSigningHouse();
  home = house.unit("bhxh-hung-yen-2025");
}, 120_000);

const newcomer = () => someone([{ unitId: home.id, from: "2026-01-01" }]);

/** A list that is drawn up and submitted, with those people on it. */
async function submitted(people: readonly Someone[], by = house.hr): Promise<string> {
  const viewer = await by.viewer();
  const eligibilities = await Promise.all(people.map(({ personId }) => makeEligible(personId)));
  const drawn = await drawUpList(viewer, {
    programme: BY_LIST,
    unit: home.publicId,
    eligibilities,
    onceKey: newKey(),
    at,
  });
  if (!drawn.ok) throw new Error(drawn.refusal);
  const page = await loadIssueList(viewer, drawn.publicId, HOUSE_TODAY, "vi");
  const keep = page?.entries.map(({ entryId }) => entryId) ?? [];
  expect(await submitList(viewer, drawn.publicId, { keep, onceKey: newKey(), at })).toEqual({ ok: true });
  return drawn.publicId;
}

const approval = (number: string, onceKey = newKey()) => ({
  signatory: house.signatoryId,
  number,
  decidedOn: HOUSE_TODAY,
  onceKey,
  at,
});

describe("drawing up", () => {
  it("puts nobody on two lists, however many are drawn up at once", async () => {
    const person = await newcomer();
    const eligibility = await makeEligible(person.personId);
    const viewer = await house.hr.viewer();
    expect((await countWaiting(viewer, HOUSE_TODAY)).get(BY_LIST)).toBe(1);
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () =>
        drawUpList(viewer, {
          programme: BY_LIST,
          unit: home.publicId,
          eligibilities: [eligibility],
          onceKey: newKey(),
          at,
        }),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter((each) => !each.ok && each.refusal === "taken")).toHaveLength(7);
    expect((await countWaiting(viewer, HOUSE_TODAY)).get(BY_LIST)).toBeUndefined();
    const list = outcomes.find(({ ok }) => ok) as { publicId: string };
    expect(await withdrawList(viewer, list.publicId, { text: "nhầm", onceKey: newKey(), at })).toEqual({ ok: true });
    expect((await countWaiting(viewer, HOUSE_TODAY)).get(BY_LIST)).toBe(1);
    await recordChange({ kind: "test", at }, (rows, changeId) =>
      rows.eligibility.update({ where: { id: eligibility }, data: { retracted_change: changeId } }),
    );
  });

  it("is refused over other units, and the list of others does not exist", async () => {
    const person = await newcomer();
    const eligibility = await makeEligible(person.personId);
    const stranger = await house.strangerHr.viewer();
    const order = { programme: BY_LIST, unit: home.publicId, eligibilities: [eligibility], onceKey: newKey(), at };
    expect(await drawUpList(stranger, order)).toEqual({ ok: false, refusal: "unit" });
    const far = house.unit("bhxh-ca-mau-2025").publicId;
    expect(await drawUpList(stranger, { ...order, unit: far })).toEqual({ ok: false, refusal: "taken" });
    const id = await submitted([await newcomer()]);
    expect(await loadIssueList(stranger, id, HOUSE_TODAY, "vi")).toBeNull();
    expect(await submitList(stranger, id, { keep: [], onceKey: newKey(), at })).toMatchObject({ refusal: "not-found" });
  });

  it("is no business of the signatory before it is submitted", async () => {
    const person = await newcomer();
    const viewer = await house.hr.viewer();
    const eligibilities = [await makeEligible(person.personId)];
    const drawn = await drawUpList(viewer, {
      programme: BY_LIST,
      unit: home.publicId,
      eligibilities,
      onceKey: newKey(),
      at,
    });
    if (!drawn.ok) throw new Error(drawn.refusal);
    expect(await findIssueList(await house.signatory.viewer(), drawn.publicId, HOUSE_TODAY)).toBeNull();
  });
});

describe("approving", () => {
  it("issues everyone's certificate once under 20 approvals at the same time", async () => {
    const people = await Promise.all(Array.from({ length: 3 }, newcomer));
    const id = await submitted(people);
    const viewers = [await house.signatory.viewer(), await house.otherSignatory.viewer()];
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        approveList(viewers[index % 2] as (typeof viewers)[0], id, approval("20/QĐ")),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toEqual([{ ok: true, issued: 3, leftOut: 0 }]);
    expect(outcomes.filter((each) => !each.ok && each.refusal === "moved")).toHaveLength(19);
    for (const { personId } of people) {
      const certificates = await certificatesOf(personId);
      expect(certificates).toHaveLength(1);
      expect(certificates[0]?.face).toMatchObject({
        form: 2,
        decision: { number: "20/QĐ", signedOn: HOUSE_TODAY },
        authority: { vi: "KT. GIÁM ĐỐC", en: "For the Director" },
        signatory: { name: "Đinh Quang Thụy" },
      });
    }
    const register = await loadRegister(
      await house.hr.viewer(),
      { year: "2026", programme: BY_LIST, unit: null, page: 1 },
      HOUSE_TODAY,
      "vi",
    );
    expect(register?.lines.filter(({ decision }) => decision.number === "20/QĐ")).toHaveLength(3);
    const elsewhere = await loadRegister(
      await house.strangerHr.viewer(),
      { year: "2026", programme: null, unit: null, page: 1 },
      HOUSE_TODAY,
      "vi",
    );
    expect(elsewhere?.total).toBe(0);
  });

  it("sent twice is one approval", async () => {
    const id = await submitted([await newcomer()]);
    const viewer = await house.signatory.viewer();
    const order = approval("21/QĐ", newKey());
    const outcomes = await Promise.all([approveList(viewer, id, order), approveList(viewer, id, order)]);
    expect(outcomes).toEqual([
      { ok: true, issued: 1, leftOut: 0 },
      { ok: true, issued: 1, leftOut: 0 },
    ]);
  });

  it("leaves the approver's own name out, who waits again", async () => {
    const other = await newcomer();
    const id = await submitted([other, house.signatory]);
    const viewer = await house.signatory.viewer();
    expect(await approveList(viewer, id, approval("22/QĐ"))).toEqual({ ok: true, issued: 1, leftOut: 1 });
    expect(await certificatesOf(house.signatory.personId)).toEqual([]);
    expect(await certificatesOf(other.personId)).toHaveLength(1);
    expect((await countWaiting(await house.hr.viewer(), HOUSE_TODAY)).get(BY_LIST)).toBeGreaterThan(0);
  });

  it("of nobody but oneself is refused, and nothing is recorded", async () => {
    const id = await submitted([house.otherSignatory]);
    const viewer = await house.otherSignatory.viewer();
    expect(await approveList(viewer, id, approval("23/QĐ"))).toEqual({ ok: false, refusal: "nobody" });
    expect((await loadIssueList(viewer, id, HOUSE_TODAY, "vi"))?.state).toBe("submitted");
  });

  it("leaves out whose pass was taken back meanwhile", async () => {
    const [stays, falls] = [await newcomer(), await newcomer()];
    const id = await submitted([stays, falls]);
    const client = await reader();
    const row = await client.eligibility.findFirstOrThrow({ where: { person_id: falls.personId } });
    await recordChange({ kind: "test", at }, (rows, changeId) => retractEligibility(rows, changeId, row.basis));
    expect(await approveList(await house.signatory.viewer(), id, approval("24/QĐ"))).toEqual({
      ok: true,
      issued: 1,
      leftOut: 1,
    });
    expect(await certificatesOf(falls.personId)).toEqual([]);
  });

  it.each([
    ["a signatory unknown here", { signatory: "nobody" }, "signatory"],
    ["a day to come", { decidedOn: "2026-11-21" }, "in-the-future"],
    ["a day before somebody qualified", { decidedOn: "2026-11-19" }, "before-completion"],
  ])("is refused under %s", async (_, change, refusal) => {
    const id = await submitted([await newcomer()]);
    const outcome = await approveList(await house.signatory.viewer(), id, { ...approval("25/QĐ"), ...change });
    expect(outcome).toEqual({ ok: false, refusal });
  });

  it("is refused to who only prepares", async () => {
    const id = await submitted([await newcomer()]);
    expect(await approveList(await house.hr.viewer(), id, approval("26/QĐ"))).toMatchObject({ refusal: "not-found" });
  });
});

describe("returning", () => {
  it("gives the list back with the reason; changed and submitted again it can be approved", async () => {
    const [one, two] = [await newcomer(), await newcomer()];
    const id = await submitted([one, two]);
    const signing = await house.signatory.viewer();
    expect(await returnList(signing, id, { text: "Thiếu minh chứng", onceKey: newKey(), at })).toEqual({ ok: true });
    expect(await approveList(signing, id, approval("27/QĐ"))).toMatchObject({ refusal: "moved" });
    const preparing = await house.hr.viewer();
    const page = await loadIssueList(preparing, id, HOUSE_TODAY, "vi");
    expect(page).toMatchObject({ state: "returned", acts: ["submit", "withdraw"] });
    expect(page?.events[0]).toMatchObject({ kind: "returned", text: "Thiếu minh chứng" });
    expect(await submitList(preparing, id, { keep: [], onceKey: newKey(), at })).toMatchObject({ refusal: "nobody" });
    const keep = page?.entries.slice(0, 1).map(({ entryId }) => entryId) ?? [];
    expect(await submitList(preparing, id, { keep, onceKey: newKey(), at })).toEqual({ ok: true });
    expect(await approveList(signing, id, approval("27/QĐ"))).toEqual({ ok: true, issued: 1, leftOut: 0 });
  });
});

it("prints faces that are read back whole", async () => {
  const client = await reader();
  for (const { face } of await client.certificate.findMany({ select: { face: true } })) {
    expect(certificateFace.parse(JSON.parse(face))).toEqual(JSON.parse(face));
  }
});
