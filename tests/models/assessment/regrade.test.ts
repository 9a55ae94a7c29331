import "../database-for-test";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { RegradeRule } from "~/domain/assessment/regrade";
import type { Viewer } from "~/domain/permissions/viewer";
import { loadViewer } from "~/models/access/viewers.server";
import { loadAttemptRecord } from "~/models/assessment/attempt-record.server";
import { askedEffects } from "~/models/assessment/earning-state.server";
import { recordEffect } from "~/models/assessment/record-effect.server";
import { waitingEffects } from "~/models/assessment/waiting-effects.server";
import { earnFromPass } from "~/models/certification/earn-from-pass.server";
import { reader, recordChange } from "~/models/database.server";
import { newPublicId } from "~/models/public-id.server";
import { type AskedQuestion, askedQuestion } from "~/models/regrades/asked-questions.server";
import { carryOutRegrade } from "~/models/regrades/carry-out-regrade.server";
import { previewRegrade } from "~/models/regrades/preview-regrade.server";
import { regradesOf } from "~/models/regrades/regrade-history.server";
import { examForTest, questionForTest } from "../../fixtures/exam-questions";
import { insertCourse } from "../../fixtures/exam-takers";
import { insertStaff, insertUnit } from "../../fixtures/staff";

const AT = "2026-11-21T05:00:00.000Z";
const TODAY = "2026-11-21";
let unit: number;
let otherUnit: number;
let officer: Viewer;
let localOfficer: Viewer;
let course: string;
let version: number;
let questions: { id: number; key: string }[];
let asked: AskedQuestion;
let made = 0;

async function officerOf(unitIds: number[]): Promise<Viewer> {
  const grants = unitIds.map((unitId) => ({ unitId, role: "exam-officer" as const, from: "2020-01-01" }));
  const postings = [{ unitId: unitIds[0] as number, from: "2020-01-01" }];
  const { accountId } = await insertStaff({ staffCode: newPublicId(), fullName: "Trần Khảo Thí", postings, grants });
  return (await loadViewer(accountId, TODAY, false)) as Viewer;
}

beforeAll(async () => {
  unit = await insertUnit("regrade-unit", { from: "2020-01-01" });
  otherUnit = await insertUnit("regrade-other", { from: "2020-01-01" });
  officer = await officerOf([unit, otherUnit]);
  localOfficer = await officerOf([unit]);
});

beforeEach(async () => {
  course = `regrade-${++made}`;
  const bank = [1, 2, 3, 4].map((id) => questionForTest(id, { type: "single" }));
  version = await insertCourse(course, examForTest({ pass_percent: 70 }), bank);
  const client = await reader();
  questions = await client.question_version.findMany({
    where: { key: { startsWith: `${course}-` } },
    orderBy: { id: "asc" },
    select: { id: true, key: true },
  });
  asked = (await askedQuestion(course, `${course}-q-1`, TODAY)) as AskedQuestion;
});

/** An ended attempt of somebody, with what they chose of the four questions; "a" is right. */
async function attempt(choices: string[], { at = unit, own }: { at?: number; own?: Viewer } = {}) {
  const person = own
    ? { personId: own.personId }
    : await insertStaff({ staffCode: newPublicId(), postings: [{ unitId: at, from: "2020-01-01" }] });
  const marks = questions.map(({ id }, index) => ({
    item: index + 1,
    score: choices[index] === "a" ? 1 : 0,
    max: 1,
    question: id,
    answer: choices[index] ? [choices[index]] : null,
  }));
  const score = marks.reduce((sum, mark) => sum + mark.score, 0);
  const publicId = newPublicId();
  const id = await recordChange({ kind: "test", at: AT }, async (rows, recorded_change) => {
    const { id } = await rows.attempt.create({
      data: {
        public_id: publicId,
        person_id: person.personId,
        enrolment_id: 0,
        course_version_id: version,
        number: 1,
        started_at: "2026-11-20T01:00:00.000Z",
        deadline_at: "2026-11-20T01:30:00.000Z",
        paper: JSON.stringify({ form: 2, passPercent: 70, minutes: 30, perPage: 5, items: [] }),
        recorded_change,
      },
    });
    const ended_at = "2026-11-20T01:20:00.000Z";
    const end = { ended_at, ended_by: "submit", score, max_score: 4, passed: score >= 2.8 };
    await rows.attempt_result.create({
      data: { attempt_id: id, ...end, marks: JSON.stringify(marks), recorded_change },
    });
    const pass = { personId: person.personId, attemptId: id, courseSlug: course, courseVersionId: version };
    if (end.passed) await earnFromPass(rows, recorded_change, { ...pass, passedAt: ended_at });
    return id;
  });
  return { id, publicId, personId: person.personId };
}

const rule = (): RegradeRule => ({ kind: "also-options", versions: [questions[0]?.id ?? 0], options: ["b"] });
const leftOut = (): RegradeRule => ({ kind: "left-out", versions: [questions[0]?.id ?? 0] });

async function regrade(by: RegradeRule, viewer = officer, change: { seal?: string; onceKey?: string } = {}) {
  const { seal } = await previewRegrade(viewer, asked, by, TODAY);
  const order = { rule: by, reason: "Đáp án sai", seal, onceKey: newPublicId(), at: AT, ...change };
  return carryOutRegrade(viewer, asked, order);
}

async function standing(id: number) {
  const client = await reader();
  const [row] = await client.$queryRaw<{ score: number; max_score: number; passed: bigint; result_kind: string }[]>`
    SELECT score, max_score, passed, result_kind FROM attempt_standing WHERE attempt_id = ${id}`;
  return row && { score: row.score, max: row.max_score, passed: Boolean(row.passed), kind: row.result_kind };
}

describe("a regrade", () => {
  it("does what its preview said, keeps what was before, and leaves those alone whom it does not concern", async () => {
    const gains = await attempt(["b", "a", "a", "c"]);
    const up = await attempt(["b", "a", "c", "c"]);
    const same = await attempt(["a", "a", "a", "c"]);
    const empty = await attempt(["", "a", "a", "a"]);
    const preview = await previewRegrade(officer, asked, rule(), TODAY);
    expect(preview).toMatchObject({
      asked: 4,
      moves: { "gains-pass": 1, "loses-pass": 0, up: 1, down: 0 },
      outOfReach: 0,
      own: false,
    });
    expect(preview.rows.map(({ attempt: of, from, to }) => ({ of, from: from.score, to: to.score }))).toEqual([
      { of: gains.publicId, from: 2, to: 3 },
      { of: up.publicId, from: 1, to: 2 },
    ]);
    expect(await regrade(rule())).toEqual({ ok: true });
    expect(await standing(gains.id)).toEqual({ score: 3, max: 4, passed: true, kind: "regraded" });
    expect(await standing(up.id)).toEqual({ score: 2, max: 4, passed: false, kind: "regraded" });
    expect(await standing(same.id)).toMatchObject({ score: 3, kind: "ended" });
    expect(await standing(empty.id)).toMatchObject({ score: 3, kind: "ended" });
    const record = await loadAttemptRecord(officer, gains.publicId, AT, "vi");
    expect(record?.results).toMatchObject([
      { kind: "ended", score: 2, standing: false, by: null },
      { kind: "regraded", score: 3, standing: true, by: "Trần Khảo Thí", reason: "Đáp án sai" },
    ]);
    expect(await regradesOf(asked.courseId, TODAY, "vi")).toMatchObject([{ reason: "Đáp án sai", moves: { up: 1 } }]);
  });

  it("left out counts neither marks nor what could be earned, and can be taken back by another", async () => {
    const loses = await attempt(["a", "a", "a", "c"]);
    expect(await regrade(leftOut())).toEqual({ ok: true });
    expect(await standing(loses.id)).toMatchObject({ score: 2, max: 3, passed: false });
    const everybody: RegradeRule = { kind: "everybody-right", versions: leftOut().versions };
    expect(await regrade(everybody)).toEqual({ ok: true });
    expect(await standing(loses.id)).toMatchObject({ score: 3, max: 4, passed: true });
  });

  it("leaves void attempts and marks that a marker decided", async () => {
    const isVoid = await attempt(["b", "a", "a", "c"]);
    const decided = await attempt(["b", "a", "a", "c"]);
    await recordChange({ kind: "test", at: AT }, async (rows, recorded_change) => {
      await rows.attempt_void.create({ data: { attempt_id: isVoid.id, reason: "illness", recorded_change } });
      const first = await rows.attempt_result.findFirstOrThrow({ where: { attempt_id: decided.id } });
      const marks = (JSON.parse(first.marks) as { item: number; score: number }[]).map((mark) =>
        mark.item === 1 ? { ...mark, score: 0.5 } : mark,
      );
      const { id: _, ...row } = first;
      const later = { ordinal: 1, kind: "appealed", score: 2.5, marks: JSON.stringify(marks), recorded_change };
      await rows.attempt_result.create({ data: { ...row, ...later } });
    });
    const preview = await previewRegrade(officer, asked, rule(), TODAY);
    expect(preview).toMatchObject({ asked: 1, decided: 1, rows: [] });
    expect(await regrade(rule())).toEqual({ ok: false, refusal: "nothing-changes" });
  });

  it("is refused when anything has changed since the preview", async () => {
    const taken = await attempt(["b", "a", "a", "c"]);
    const { seal } = await previewRegrade(officer, asked, rule(), TODAY);
    await attempt(["b", "a", "a", "a"]);
    expect(await regrade(rule(), officer, { seal })).toEqual({ ok: false, refusal: "stale" });
    expect(await standing(taken.id)).toMatchObject({ kind: "ended" });
  });

  it("is one, however often and however much at once it is sent", async () => {
    const taken = await attempt(["b", "a", "a", "c"]);
    const { seal } = await previewRegrade(officer, asked, rule(), TODAY);
    const onceKey = newPublicId();
    const same = await Promise.all(Array.from({ length: 6 }, () => regrade(rule(), officer, { seal, onceKey })));
    expect(same).toEqual(Array(6).fill({ ok: true }));
    const client = await reader();
    expect(await client.attempt_result.count({ where: { attempt_id: taken.id } })).toBe(2);
    expect(await client.regrade.count({ where: { course_id: asked.courseId } })).toBe(1);
  });

  it("of two officers at once one carries it out", async () => {
    const taken = await attempt(["b", "a", "a", "c"]);
    const { seal } = await previewRegrade(officer, asked, rule(), TODAY);
    const second = await officerOf([unit, otherUnit]);
    const orders = [officer, second, officer, second].map((viewer) =>
      carryOutRegrade(viewer, asked, { rule: rule(), reason: "x", seal, onceKey: newPublicId(), at: AT }),
    );
    const outcomes = await Promise.all(orders);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const client = await reader();
    expect(await client.attempt_result.count({ where: { attempt_id: taken.id } })).toBe(2);
  });

  it("is not for someone whose reach does not hold everyone, nor about oneself", async () => {
    const near = await attempt(["b", "a", "a", "c"]);
    await attempt(["b", "a", "a", "c"], { at: otherUnit });
    const preview = await previewRegrade(localOfficer, asked, rule(), TODAY);
    expect(preview).toMatchObject({ outOfReach: 1, rows: [{ attempt: near.publicId }] });
    expect(await regrade(rule(), localOfficer)).toEqual({ ok: false, refusal: "out-of-reach" });
    await attempt(["b", "a", "a", "c"], { own: officer });
    expect(await regrade(rule())).toEqual({ ok: false, refusal: "own" });
  });
});

describe("what a changed mark does", () => {
  const evidenceOf = async (personId: number) =>
    (await reader()).evidence.count({ where: { person_id: personId, retracted_change: null } });

  async function keyOf(id: number) {
    const [effect] = await askedEffects(await reader(), [id]);
    return effect?.key ?? 0;
  }

  it("a pass that was gained is asked about and rewarded once, however many decide", async () => {
    const gains = await attempt(["b", "a", "a", "c"]);
    await regrade(rule());
    expect(await evidenceOf(gains.personId)).toBe(0);
    const key = await keyOf(gains.id);
    const { lines } = await waitingEffects(officer, { from: 0, count: 50 }, TODAY, "vi");
    expect(lines.filter(({ attempt: of }) => of === gains.publicId)).toMatchObject([
      { asked: "gained", because: "regraded" },
    ]);
    const decide = (decision: "issue" | "nothing") =>
      recordEffect(officer, gains.publicId, { decision, reason: "r", key, onceKey: newPublicId(), at: AT });
    const outcomes = await Promise.all([decide("issue"), decide("issue"), decide("nothing"), decide("issue")]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter(({ ok }) => !ok)).toEqual(Array(3).fill({ ok: false, refusal: "decided" }));
    expect(await evidenceOf(gains.personId)).toBe(1);
    expect(await askedEffects(await reader(), [gains.id])).toEqual([]);
  });

  it("one that was lost keeps what it earned until somebody takes it back", async () => {
    const loses = await attempt(["a", "a", "a", "c"]);
    await regrade(leftOut());
    expect(await evidenceOf(loses.personId)).toBe(1);
    const order = { reason: "r", key: await keyOf(loses.id), at: AT };
    expect(
      await recordEffect(officer, loses.publicId, { ...order, decision: "issue", onceKey: newPublicId() }),
    ).toEqual({
      ok: false,
      refusal: "not-possible",
    });
    expect(
      await recordEffect(officer, loses.publicId, { ...order, decision: "revoke", onceKey: newPublicId() }),
    ).toEqual({
      ok: true,
    });
    expect(await evidenceOf(loses.personId)).toBe(0);
    // and back again: what was taken back holds once more
    await regrade({ kind: "everybody-right", versions: leftOut().versions });
    const again = { reason: "r", key: await keyOf(loses.id), at: AT, decision: "issue" as const };
    expect(await recordEffect(officer, loses.publicId, { ...again, onceKey: newPublicId() })).toEqual({ ok: true });
    expect(await evidenceOf(loses.personId)).toBe(1);
  });

  it("a void of a passed attempt is asked about too", async () => {
    const passed = await attempt(["a", "a", "a", "a"]);
    await recordChange({ kind: "test", at: AT }, (rows, recorded_change) =>
      rows.attempt_void.create({ data: { attempt_id: passed.id, reason: "other: x", recorded_change } }),
    );
    const [effect] = await askedEffects(await reader(), [passed.id]);
    expect(effect).toMatchObject({ asked: "lost", because: "void" });
    const order = { decision: "keep" as const, reason: "r", key: effect?.key ?? 0, onceKey: newPublicId(), at: AT };
    expect(await recordEffect(officer, passed.publicId, order)).toEqual({ ok: true });
    expect(await evidenceOf(passed.personId)).toBe(1);
    expect(await askedEffects(await reader(), [passed.id])).toEqual([]);
  });

  it("is nobody's to decide about themself or out of reach", async () => {
    const own = await attempt(["b", "a", "a", "a"], { own: localOfficer });
    const far = await attempt(["b", "a", "a", "c"], { at: otherUnit });
    await regrade(rule());
    const order = { decision: "issue" as const, reason: "r", onceKey: newPublicId(), at: AT };
    for (const { id, publicId } of [own, far]) {
      const key = await keyOf(id);
      expect(await recordEffect(localOfficer, publicId, { ...order, key })).toEqual({
        ok: false,
        refusal: "not-found",
      });
      expect(await loadAttemptRecord(localOfficer, publicId, AT, "vi")).toBeNull();
    }
  });
});
