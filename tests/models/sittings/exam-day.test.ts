import "../database-for-test";
import { beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "~/domain/permissions/viewer";
import { extendSitting } from "~/models/assessment/extend-attempt.server";
import { findAttemptOf } from "~/models/assessment/find-attempt.server";
import { startAttempt } from "~/models/assessment/start-attempt.server";
import { reader } from "~/models/database.server";
import { newPublicId } from "~/models/public-id.server";
import { addCandidates, removeCandidates } from "~/models/sittings/candidates.server";
import { endSitting } from "~/models/sittings/end-sitting.server";
import { recordMinutes } from "~/models/sittings/minutes.server";
import { changeSitting, type PlanOrder, planSitting } from "~/models/sittings/plan-sitting.server";
import { sittingFor } from "~/models/sittings/sitting-for.server";
import { loadSitting } from "~/models/sittings/sitting-page.server";
import { enrolFully, insertWorker } from "../../fixtures/exam-officers";
import { examForTest, questionForTest } from "../../fixtures/exam-questions";
import { insertCourse } from "../../fixtures/exam-takers";
import { insertUnit } from "../../fixtures/staff";
import { at, NOON, together } from "../assessment/taking";

const COURSE = "course-one";
let version: number;
let courseId: number;
let unit: number;
let unitPublicId: string;
let officer: Viewer;
let invigilator: Viewer;
let elsewhere: Viewer;

const plan = (change: Partial<PlanOrder> = {}): PlanOrder => ({
  title: "Kỳ thi thử",
  place: "Phòng 1",
  opensAt: at(60),
  closesAt: at(120),
  mode: "online",
  roomCode: "new",
  oneDevice: false,
  invigilator: invigilator.staffCode,
  ...change,
});
const planned = async (change: Partial<PlanOrder> = {}): Promise<string> => {
  const where = { course: COURSE, unit: unitPublicId };
  const outcome = await planSitting(officer, where, plan(change), NOON, newPublicId(), "vi");
  if (!outcome.ok) throw new Error(`not planned: ${JSON.stringify(outcome)}`);
  return outcome.publicId;
};
const add = (sitting: string, people: readonly Viewer[], when = NOON) => {
  const text = people.map(({ staffCode }) => staffCode).join("\n");
  return addCandidates(officer, sitting, { kind: "codes", text }, when, newPublicId());
};
const learner = async (name: string): Promise<Viewer> => {
  const viewer = await insertWorker(unit, name);
  await enrolFully(viewer, version);
  return viewer;
};
const cancelled = { reason: "hoãn", document: null, at: NOON };

beforeAll(async () => {
  const bank = Array.from({ length: 8 }, (_, index) => questionForTest(index + 1));
  version = await insertCourse(COURSE, examForTest(), bank);
  const client = await reader();
  courseId = (await client.course.findUniqueOrThrow({ where: { slug: COURSE } })).id;
  unit = await insertUnit("here", { from: "2026-01-01" });
  unitPublicId = (await client.unit.findUniqueOrThrow({ where: { id: unit } })).public_id;
  officer = await insertWorker(unit, "Lê Khảo Thí", "exam-officer");
  invigilator = await insertWorker(unit, "Đỗ Giám Thị", "invigilator");
  elsewhere = await insertWorker(await insertUnit("there", { from: "2026-01-01" }), "Trần Nơi Khác", "exam-officer");
});

describe("planning", () => {
  it("five sendings of one form make one sitting", async () => {
    const key = newPublicId();
    const where = { course: COURSE, unit: unitPublicId };
    const outcomes = await together(5, () => planSitting(officer, where, plan({ invigilator: "" }), NOON, key, "vi"));
    expect(new Set(outcomes.map((outcome) => outcome.ok && outcome.publicId)).size).toBe(1);
  });

  it("is refused where someone cannot do what is planned", async () => {
    const where = { course: COURSE, unit: unitPublicId };
    const refused = (change: Partial<PlanOrder>, by = officer) =>
      planSitting(by, where, plan(change), NOON, newPublicId(), "vi");
    const nobody = await insertWorker(unit, "Phạm Không Vai");
    expect(await refused({ invigilator: nobody.staffCode })).toMatchObject({ problems: ["invigilator-no-right"] });
    expect(await refused({ opensAt: at(-60), closesAt: at(-10) })).toMatchObject({ problems: ["over-already"] });
    expect(await refused({ closesAt: at(70) })).toMatchObject({ problems: ["too-short"] });
    expect(await refused({ invigilator: "" }, elsewhere)).toMatchObject({ problems: ["unit"] });
  });

  it("is seen by the officers of the unit and by the invigilator named, who alone sees the room code", async () => {
    const id = await planned({ opensAt: at(1000), closesAt: at(1060) });
    expect((await loadSitting(officer, id, NOON, "vi"))?.roomCode).toBe("hidden");
    expect((await loadSitting(invigilator, id, NOON, "vi"))?.roomCode).toMatch(/^[A-Z0-9]{6}$/);
    expect(await loadSitting(elsewhere, id, NOON, "vi")).toBeNull();
    const other = await insertWorker(unit, "Vũ Giám Thị Khác", "invigilator");
    expect(await loadSitting(other, id, NOON, "vi")).toBeNull();
    expect(await endSitting(invigilator, id, "cancelled", { ...cancelled, onceKey: "a" })).toMatchObject({ ok: false });
  });
});

describe("candidates", () => {
  it("are numbered by their names, again with every change until it opens", async () => {
    const [uoc, an, dao] = await Promise.all([learner("Trần Văn Ước"), learner("Lê Thị An"), learner("Đỗ Thị Đào")]);
    const id = await planned({ opensAt: at(2000), closesAt: at(2060) });
    await add(id, [uoc, dao]);
    const names = async () =>
      (await loadSitting(officer, id, NOON, "vi"))?.candidates.map(({ number, name }) => `${number} ${name}`);
    expect(await names()).toEqual(["001 Đỗ Thị Đào", "002 Trần Văn Ước"]);
    await add(id, [an]);
    expect(await names()).toEqual(["001 Lê Thị An", "002 Đỗ Thị Đào", "003 Trần Văn Ước"]);
    expect(await removeCandidates(officer, id, [dao.personPublicId], NOON)).toEqual({ ok: true, removed: 1 });
    expect(await names()).toEqual(["001 Lê Thị An", "002 Trần Văn Ước"]);
    // open: those numbers were called out
    await add(id, [dao], at(2010));
    expect(await names()).toEqual(["001 Lê Thị An", "002 Trần Văn Ước", "003 Đỗ Thị Đào"]);
  });

  it("cannot be in two places at once, nor hold the sitting themselves; the others are added", async () => {
    const [one, two] = await Promise.all([learner("Ngô Một"), learner("Ngô Hai")]);
    const first = await planned({ opensAt: at(3000), closesAt: at(3060) });
    await add(first, [one]);
    const second = await planned({ opensAt: at(3030), closesAt: at(3090), invigilator: "" });
    const outcome = await add(second, [one, two, invigilator]);
    expect(outcome).toMatchObject({ ok: true, added: 1 });
    expect(outcome.ok && outcome.left.map(({ why }) => why).sort()).toEqual(["elsewhere", "elsewhere"]);
    expect(await add(first, [invigilator])).toMatchObject({ added: 0, left: [{ why: "invigilator" }] });
    // moving the second onto the first is refused for the one who is in both
    await add(await planned({ opensAt: at(3200), closesAt: at(3260), invigilator: "" }), [one]);
    const moved = plan({ opensAt: at(3210), closesAt: at(3270) });
    expect(await changeSitting(officer, first, moved, NOON, newPublicId(), "vi")).toMatchObject({
      problems: ["candidate-elsewhere"],
    });
  });

  it("added by five clicks at once are on the list once", async () => {
    const one = await learner("Bùi Một Lần");
    const id = await planned({ opensAt: at(4000), closesAt: at(4060) });
    await together(5, () => add(id, [one]));
    expect((await loadSitting(officer, id, NOON, "vi"))?.candidates).toHaveLength(1);
  });

  it("by duty are those who learn the course and have not passed", async () => {
    const id = await planned({ opensAt: at(5000), closesAt: at(5060), invigilator: "" });
    await addCandidates(officer, id, { kind: "needing", unit: unitPublicId }, NOON, newPublicId());
    const names = (await loadSitting(officer, id, NOON, "vi"))?.candidates.map(({ name }) => name) ?? [];
    expect(names).toContain("Ngô Một");
    expect(names).not.toContain("Phạm Không Vai");
  });
});

describe("the day", () => {
  it("lets in who knows the room code, ends with the sitting, is extended for all, and has minutes", async () => {
    const [here, late] = await Promise.all([learner("Hồ Có Mặt"), learner("Hồ Vắng")]);
    const id = await planned({ opensAt: at(6000), closesAt: at(6060), oneDevice: true });
    await add(id, [here, late]);
    expect(await sittingFor(here.personId, courseId, at(5990))).toMatchObject({ startable: "not-yet" });
    const code = (await loadSitting(invigilator, id, at(6001), "vi"))?.roomCode ?? "";
    expect(await startAttempt(here, COURSE, at(6001), {})).toMatchObject({
      refusal: { code: "room-code", wrong: false },
    });
    expect(await startAttempt(here, COURSE, at(6001), { roomCode: "AAAAAA" })).toMatchObject({
      refusal: { code: "room-code", wrong: true },
    });
    const started = await startAttempt(here, COURSE, at(6050), { roomCode: ` ${code.toLowerCase()} ` });
    if (!started?.ok) throw new Error("not started");
    const deadline = async () => (await findAttemptOf(here.personId, started.publicId))?.deadlineAt;
    expect(await deadline()).toBe(at(6060));

    expect(await endSitting(officer, id, "cancelled", { ...cancelled, onceKey: "b", at: at(6051) })).toEqual({
      ok: false,
      refusal: "running",
    });
    const sitting = await (await reader()).sitting.findUniqueOrThrow({ where: { public_id: id } });
    const order = { why: { kind: "power-cut", words: "" } as const, document: null, onceKey: "c", at: at(6052) };
    const outcomes = await together(3, () => extendSitting(officer, sitting.id, "all", 15, order));
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(await deadline()).toBe(at(6075));
    expect((await loadSitting(officer, id, at(6070), "vi"))?.candidates.map(({ state }) => state)).toEqual([
      "working",
      "not-begun",
    ]);

    const minutes = {
      began: "08:00",
      ended: "09:00",
      invigilators: "Đỗ Giám Thị",
      incidents: "",
      remarks: "",
      present: [],
    };
    expect(await recordMinutes(elsewhere, id, minutes, at(6080), "d")).toMatchObject({ refusal: "not-found" });
    await recordMinutes(invigilator, id, minutes, at(6080), "d");
    await recordMinutes(invigilator, id, { ...minutes, incidents: "Mất điện 15 phút" }, at(6081), "e");
    expect((await loadSitting(officer, id, at(6082), "vi"))?.minutes).toMatchObject({
      version: 2,
      content: { present: ["001"], absent: ["002"], incidents: "Mất điện 15 phút" },
    });
    expect(await endSitting(officer, id, "closed", { ...cancelled, onceKey: "f", at: at(6090) })).toEqual({ ok: true });
    expect(await sittingFor(late.personId, courseId, at(6090))).toBeNull();
  });

  it("a room code is guessed ten times at most", async () => {
    const guesser = await learner("Hồ Đoán Mò");
    const id = await planned({ opensAt: at(7000), closesAt: at(7060), invigilator: "" });
    await add(id, [guesser]);
    const sitting = await sittingFor(guesser.personId, courseId, at(7001));
    const answers = await together(14, () => sitting?.checkRoomCode("ZZZZZZ") ?? Promise.resolve(null));
    expect(answers.filter((answer) => answer === "wrong")).toHaveLength(10);
    const code = (await loadSitting(officer, id, at(7001), "vi"))?.roomCode ?? "";
    expect(await sitting?.checkRoomCode(code)).toBe("too-many-tries");
  });

  it("is nothing to its own candidates, whatever their power", async () => {
    await enrolFully(officer, version);
    const second = await insertWorker(unit, "Lý Khảo Thí", "exam-officer");
    const id = await planned({ opensAt: at(8000), closesAt: at(8060), invigilator: "" });
    const text = officer.staffCode;
    await addCandidates(second, id, { kind: "codes", text }, NOON, newPublicId());
    expect(await loadSitting(officer, id, NOON, "vi")).toMatchObject({ mayAct: false, roomCode: "hidden" });
    expect(await endSitting(officer, id, "cancelled", { ...cancelled, onceKey: "g" })).toMatchObject({ ok: false });
    expect(await endSitting(second, id, "cancelled", { ...cancelled, onceKey: "g" })).toEqual({ ok: true });
  });
});
