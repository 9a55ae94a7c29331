import "../database-for-test";
import { beforeAll, describe, expect, it } from "vitest";
import { type ActValues, NO_VALUES } from "~/domain/organisation/act-values";
import { batchSchema } from "~/domain/organisation/acts";
import { decided, decisionsIn, withDecisions } from "~/domain/organisation/plan-decisions";
import type { Viewer } from "~/domain/permissions/viewer";
import { viewerWith } from "~/domain/permissions/viewer-for-test";
import { addDays } from "~/domain/time/civil-date";
import { reader } from "~/models/database.server";
import { beginPlan } from "~/models/organisation/begin-plan.server";
import { carriedOutChange } from "~/models/organisation/carried-out-change.server";
import { carriedOutChanges } from "~/models/organisation/carried-out-changes.server";
import { carryOutActs } from "~/models/organisation/carry-out-acts.server";
import { carryOutPlan } from "~/models/organisation/carry-out-plan.server";
import { discardPlan } from "~/models/organisation/discard-plan.server";
import { type FoundPlan, findPlan } from "~/models/organisation/find-plan.server";
import { organisationFacts } from "~/models/organisation/organisation-facts.server";
import { planAgain } from "~/models/organisation/plan-again.server";
import { plansInPreparation } from "~/models/organisation/plans-in-preparation.server";
import { previewReorganisation } from "~/models/organisation/preview-reorganisation.server";
import { putAct } from "~/models/organisation/put-act.server";
import { reorganisationsPage } from "~/models/organisation/reorganisations-page.server";
import { savePlan } from "~/models/organisation/save-plan.server";
import { mayUndo, undoReorganisation } from "~/models/organisation/undo-reorganisation.server";
import { insertStaff } from "../../fixtures/staff";

const AT = "2026-11-21T02:00:00.000Z";
const TODAY = "2026-11-21";
const both = (text: string) => ({ vi: text, en: text });

/** over the root, over province a, over province b */
let central: Viewer;
let ofA: Viewer;
let ofB: Viewer;

beforeAll(async () => {
  const create = (unit: string, level: string, parent?: string) => ({
    act: "create",
    unit,
    level,
    ...(parent && { parent }),
    name: both(unit.toUpperCase()),
  });
  const acts = [
    create("root", "CENTRAL"),
    ...["a", "b"].map((key) => create(key, "PROVINCIAL", "root")),
    ...["a1", "a2", "a3"].map((key) => create(key, "GRASSROOTS", "a")),
    create("b1", "GRASSROOTS", "b"),
  ];
  const head = { key: "beginning", date: "2020-01-01", title: both("Bắt đầu"), document: null, mark: "REPORT" };
  await carryOutActs(batchSchema.parse({ ...head, acts }), null, AT);
  const officer = async (staffCode: string, key: string): Promise<Viewer> => {
    const unitId = await idOf(key);
    const span = { from: "2020-01-01" };
    const { accountId } = await insertStaff({
      staffCode,
      fullName: `Trần Thị ${staffCode}`,
      postings: [{ unitId, ...span }],
      grants: [{ unitId, role: "hr-officer", ...span }],
    });
    return { ...viewerWith([{ role: "hr-officer", unitId }]), accountId };
  };
  central = await officer("CENTRAL", "root");
  ofA = await officer("OF-A", "a");
  ofB = await officer("OF-B", "b");
});

async function idOf(key: string): Promise<number> {
  const unit = (await organisationFacts()).units.find((each) => each.key === key);
  if (!unit) throw new Error(`no unit ${key}`);
  return unit.id;
}

let once = 0;

async function begin(viewer: Viewer, title: string, date = "2026-12-01"): Promise<FoundPlan> {
  const publicId = await beginPlan(viewer, { title: both(title), date, document: "1/QĐ" }, `once-${once++}`, AT);
  return again(viewer, publicId);
}

async function again(viewer: Viewer, publicId: string): Promise<FoundPlan> {
  const found = await findPlan(viewer, publicId, TODAY);
  if (!found) throw new Error("no plan");
  return found;
}

async function added(viewer: Viewer, found: FoundPlan, kind: "merge" | "rename", values: Partial<ActValues>) {
  const { plan, savedAt } = await again(viewer, found.publicId);
  const all = { ...NO_VALUES, ...values };
  const put = await putAct(viewer, { ...found, plan }, plan.acts.length, kind, all, savedAt, AT);
  expect(put).toEqual({ saved: "saved" });
  return again(viewer, found.publicId);
}

const merging = { units: ["a1", "a2"], nameVi: "BHXH cơ sở Phố Hiến", nameEn: "Phố Hiến" };

async function carriedOut(viewer: Viewer, found: FoundPlan): Promise<number> {
  const previewed = await previewReorganisation(viewer, found.plan, TODAY);
  if ("outOfScope" in previewed) throw new Error("out of scope");
  expect(previewed.preview.problems).toEqual([]);
  const outcome = await carryOutPlan(viewer, found, previewed.preview.basis, AT);
  if (typeof outcome === "string") throw new Error(outcome);
  return outcome.changeId;
}

describe("a plan in preparation", () => {
  it("is begun once, however often its form is sent", async () => {
    const head = { title: both("Một lần"), date: "2026-12-01", document: "1/QĐ" };
    const ids = await Promise.all([1, 2, 3].map(() => beginPlan(ofA, head, "same", AT)));
    expect(new Set(ids).size).toBe(1);
    expect(await beginPlan(ofB, head, "same", AT)).not.toBe(ids[0]);
  });

  it("gives what begins a key of its own, which an edited act keeps", async () => {
    const merged = await added(ofA, await begin(ofA, "Khóa"), "merge", merging);
    const [act] = merged.plan.acts;
    if (act?.act !== "merge") throw new Error("no merge");
    expect(act.into.unit).toMatch(/^bhxh-co-so-pho-hien-2026-12-01-[0-9a-z]{4}$/);
    const other = { ...NO_VALUES, ...merging, nameVi: "BHXH cơ sở Tân Hưng" };
    await putAct(ofA, merged, 0, "merge", other, merged.savedAt, AT);
    const edited = (await again(ofA, merged.publicId)).plan.acts[0];
    expect(edited).toMatchObject({ into: { unit: act.into.unit, name: { vi: "BHXH cơ sở Tân Hưng" } } });
  });

  it("says which fields are wrong, and saves nothing then", async () => {
    const found = await begin(ofA, "Sai");
    const values = { ...NO_VALUES, units: ["a1", "b1"], nameVi: "X" };
    expect(await putAct(ofA, found, 0, "merge", values, found.savedAt, AT)).toEqual({ wrong: ["units", "nameEn"] });
    expect(await again(ofA, found.publicId)).toEqual(found);
  });

  it("is the author's, and of those who may reorganise every unit it names", async () => {
    const found = await begin(ofA, "Của tỉnh A");
    const seenBy = async () =>
      (await Promise.all([ofA, central, ofB].map((viewer) => findPlan(viewer, found.publicId, TODAY)))).map(Boolean);
    expect(await seenBy()).toEqual([true, true, false]);
    await added(ofA, found, "rename", { unit: "a1", nameVi: "A một", nameEn: "A one" });
    expect(await seenBy()).toEqual([true, true, false]);
    const titles = async (viewer: Viewer) => (await plansInPreparation(viewer, TODAY)).map(({ title }) => title.vi);
    expect(await titles(ofA)).toContain("Của tỉnh A");
    expect(await titles(central)).toContain("Của tỉnh A");
    expect(await titles(ofB)).not.toContain("Của tỉnh A");
    const line = (await plansInPreparation(central, TODAY)).find(({ title }) => title.vi === "Của tỉnh A");
    expect(line).toMatchObject({ author: "Trần Thị OF-A", acts: 1 });
  });

  it("takes no act on units that are not the viewer's, nor one that concerns all", async () => {
    const found = await begin(ofA, "Ngoài phạm vi");
    const rename = { act: "rename", unit: "b1", name: both("B") } as const;
    expect(await savePlan(ofA, found, { ...found.plan, acts: [rename] }, found.savedAt, AT)).toBe("outside");
    const relabel = { act: "relabel-level", level: "GRASSROOTS", label: both("Cấp") } as const;
    expect(await savePlan(ofA, found, { ...found.plan, acts: [relabel] }, found.savedAt, AT)).toBe("outside");
    const own = await begin(central, "Toàn ngành");
    expect(await savePlan(central, own, { ...own.plan, acts: [relabel] }, own.savedAt, AT)).toBe("saved");
  });

  it("of two who save what they both saw, one is told", async () => {
    const found = await begin(ofA, "Hai người");
    const titled = (title: string) => ({ ...found.plan, title: both(title) });
    const outcomes = await Promise.all([
      savePlan(ofA, found, titled("một"), found.savedAt, AT),
      savePlan(central, found, titled("hai"), found.savedAt, AT),
    ]);
    expect([...outcomes].sort()).toEqual(["changed", "saved"]);
    const winner = outcomes[0] === "saved" ? "một" : "hai";
    expect((await again(ofA, found.publicId)).plan.title.vi).toBe(winner);
    expect(await discardPlan(found, found.savedAt)).toBe("changed");
    const now = await again(ofA, found.publicId);
    expect(await discardPlan(now, now.savedAt)).toBe("discarded");
    expect(await findPlan(ofA, found.publicId, TODAY)).toBeNull();
  });
});

describe("a plan that is carried out", () => {
  it("stands in the list of those who may reorganise what it touched, is undone, and prepared again", async () => {
    const found = await added(ofA, await begin(ofA, "Hợp nhất", addDays(TODAY, -1)), "merge", merging);
    const changeId = await carriedOut(ofA, found);
    expect((await again(ofA, found.publicId)).changeId).toBe(changeId);
    expect(await savePlan(ofA, found, found.plan, found.savedAt, AT)).toBe("changed");

    const asked = { upcoming: false, today: TODAY, page: 1 };
    const line = (await carriedOutChanges(ofA, asked)).changes.find((change) => change.changeId === changeId);
    expect(line).toMatchObject({ by: "Trần Thị OF-A", undone: null, document: "1/QĐ" });
    expect(line?.counts).toMatchObject({ begun: 1, ended: 2, renamed: 0, moved: 0 });
    const idsFor = async (viewer: Viewer) =>
      (await carriedOutChanges(viewer, asked)).changes.map((each) => each.changeId);
    expect(await idsFor(central)).toContain(changeId);
    expect(await idsFor(ofB)).not.toContain(changeId);
    expect(await carriedOutChange(ofB, changeId, TODAY, "vi")).toBeNull();
    expect(await mayUndo(ofB, changeId, TODAY)).toBe(false);
    expect(await undoReorganisation(ofB, changeId, AT)).toBeNull();
    expect(await planAgain(ofA, changeId, "too-early", AT)).toBeNull();

    const page = await carriedOutChange(ofA, changeId, TODAY, "vi");
    expect(page?.units.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      "begun BHXH cơ sở Phố Hiến",
      "ended A1",
      "ended A2",
    ]);
    expect(await undoReorganisation(ofA, changeId, AT)).toEqual({ undone: true });
    expect(await carriedOutChange(ofA, changeId, TODAY, "vi")).toMatchObject({ undone: { by: "Trần Thị OF-A" } });
    expect(await undoReorganisation(ofA, changeId, AT)).toMatchObject({ undone: false, code: "already-undone" });

    const second = await planAgain(ofA, changeId, "again", AT);
    expect(await planAgain(ofA, changeId, "again", AT)).toBe(second);
    const copy = await again(ofA, second ?? "");
    expect(copy.plan.title).toEqual(found.plan.title);
    const anew = await carriedOut(ofA, copy);
    expect(await undoReorganisation(ofA, anew, AT)).toEqual({ undone: true });
  });

  it("is not undone while a later one builds on it, which is named", async () => {
    const date = addDays(TODAY, -1);
    const first = await carriedOut(ofA, await added(ofA, await begin(ofA, "Trước", date), "merge", merging));
    const heir = (await carriedOutChange(ofA, first, TODAY, "vi"))?.units.find(({ kind }) => kind === "begun");
    const key = (await organisationFacts()).units.find(({ publicId }) => publicId === heir?.unit)?.key ?? "";
    const values = { unit: key, nameVi: "Tên khác", nameEn: "Another" };
    const later = await carriedOut(ofA, await added(ofA, await begin(ofA, "Sau", TODAY), "rename", values));
    expect(await undoReorganisation(ofA, first, AT)).toMatchObject({
      undone: false,
      inTheWay: [{ changeId: later, reorganisation: true, title: "Sau", by: "Trần Thị OF-A" }],
    });
    expect(await undoReorganisation(ofA, later, AT)).toEqual({ undone: true });
    expect(await undoReorganisation(ofA, first, AT)).toEqual({ undone: true });
  });

  it("is not carried out on another preview than the one that was read", async () => {
    const found = await added(ofA, await begin(ofA, "Chậm"), "merge", merging);
    const previewed = await previewReorganisation(ofA, found.plan, TODAY);
    if ("outOfScope" in previewed) throw new Error("out of scope");
    const other = await added(ofA, await begin(ofA, "Nhanh"), "rename", {
      unit: "a3",
      nameVi: "A ba",
      nameEn: "A three",
    });
    const faster = await carriedOut(ofA, other);
    expect(await carryOutPlan(ofA, found, previewed.preview.basis, AT)).toBe("stale");
    expect((await again(ofA, found.publicId)).changeId).toBeNull();
    expect((await reorganisationsPage(ofA, 1, TODAY)).upcoming.map(({ changeId }) => changeId)).toEqual([faster]);
    expect(await undoReorganisation(ofA, faster, AT)).toEqual({ undone: true });
  });

  it("is carried out once by two who press at the same time", async () => {
    const found = await added(ofA, await begin(ofA, "Cùng lúc"), "merge", merging);
    const previewed = await previewReorganisation(ofA, found.plan, TODAY);
    if ("outOfScope" in previewed) throw new Error("out of scope");
    const { basis } = previewed.preview;
    const outcomes = await Promise.all([carryOutPlan(ofA, found, basis, AT), carryOutPlan(central, found, basis, AT)]);
    expect(outcomes[0]).toEqual(outcomes[1]);
    const client = await reader();
    expect(await client.change.count({ where: { kind: "organisation", note: "Cùng lúc" } })).toBe(1);
    const [outcome] = outcomes;
    if (typeof outcome !== "object") throw new Error(String(outcome));
    expect(await undoReorganisation(central, outcome.changeId, AT)).toEqual({ undone: true });
  });

  it("grants a permission again over the heir where that was decided", async () => {
    const span = { from: "2020-01-01" };
    const unitId = await idOf("a1");
    await insertStaff({ staffCode: "LEADER", grants: [{ unitId, role: "unit-leader", ...span }] });
    const found = await added(ofA, await begin(ofA, "Quyền"), "merge", merging);
    const previewed = await previewReorganisation(ofA, found.plan, TODAY);
    if ("outOfScope" in previewed) throw new Error("out of scope");
    const { preview } = previewed;
    expect(decisionsIn(preview)).toMatchObject({ grants: [] });
    const wanted = {
      ...decisionsIn(preview),
      grants: preview.grants.map(({ publicId }) => publicId).concat("foreign"),
    };
    const plan = withDecisions(found.plan, decided(preview, wanted));
    expect(plan.carryGrants).toHaveLength(1);
    expect(await savePlan(ofA, found, plan, found.savedAt, AT)).toBe("saved");
    const changeId = await carriedOut(ofA, await again(ofA, found.publicId));
    const client = await reader();
    const granted = await client.permission_grant.findMany({
      where: { recorded_change: changeId, role: "unit-leader", valid_to: null },
    });
    expect(granted.map(({ valid_from }) => valid_from)).toEqual(["2026-12-01"]);
    expect(await undoReorganisation(ofA, changeId, AT)).toEqual({ undone: true });
  });
});
