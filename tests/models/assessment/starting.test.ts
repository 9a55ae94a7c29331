import "../database-for-test";
import { beforeAll, describe, expect, it } from "vitest";
import type { VersionQuestion } from "~/domain/course/course-version";
import type { Instant } from "~/domain/time/civil-date";
import { attemptsOf } from "~/models/assessment/attempts-of.server";
import { loadAttempt } from "~/models/assessment/load-attempt.server";
import { loadResult } from "~/models/assessment/load-result.server";
import { saveResponses } from "~/models/assessment/save-responses.server";
import { startAttempt } from "~/models/assessment/start-attempt.server";
import { submitAttempt } from "~/models/assessment/submit-attempt.server";
import { reader, recordChange } from "~/models/database.server";
import { newPublicId } from "~/models/public-id.server";
import { examForTest, questionForTest } from "../../fixtures/exam-questions";
import { insertCourse, insertTaker, minutesAfter, paperOf } from "../../fixtures/exam-takers";
import { actOn, answerAll, at, counts, NOON, save, start, together } from "./taking";

const COURSE = "course-one";
const DAY = 24 * 60;
const KINDS = ["single", "multiple", "truefalse", "single", "single", "single", "single"] as const;
const bank = (): VersionQuestion[] => KINDS.map((type, index) => questionForTest(index + 1, { type }));
let version: number;

beforeAll(async () => {
  version = await insertCourse(COURSE, examForTest(), bank());
});

describe("starting", () => {
  it("twenty times at once makes one attempt", async () => {
    const viewer = await insertTaker(version);
    const ids = await together(20, () => start(viewer, COURSE));
    expect(new Set(ids).size).toBe(1);
    expect(await counts(viewer)).toMatchObject({ attempts: 1 });
    const client = await reader();
    const { id, recorded_change } = await client.attempt.findUniqueOrThrow({ where: { public_id: ids[0] ?? "" } });
    expect(await client.change.findUnique({ where: { id: recorded_change } })).toMatchObject({
      kind: "attempt-started",
      actor_id: viewer.accountId,
    });
    expect(await client.attempt_log.findMany({ where: { attempt_id: id } })).toMatchObject([{ kind: "started" }]);
    expect(await startAttempt(viewer, COURSE, at(3))).toEqual({ ok: true, publicId: ids[0], resumed: true });
  });

  it("asks for all lessons first", async () => {
    const viewer = await insertTaker(version, 1);
    expect(await startAttempt(viewer, COURSE, NOON)).toEqual({ ok: false, refusal: { code: "lessons-open", left: 1 } });
    expect(await attemptsOf(viewer, COURSE, NOON)).toMatchObject({ lessonsLeft: 1, next: { may: true, number: 1 } });
    expect(await counts(viewer)).toMatchObject({ attempts: 0 });
  });

  it("is for the enrolled who serve", async () => {
    const viewer = await insertTaker(version);
    expect(await startAttempt(viewer, "another-course", NOON)).toBeNull();
    expect(await attemptsOf({ ...viewer, personId: 999_999 }, COURSE, NOON)).toBeNull();
    expect(await startAttempt({ ...viewer, personId: 999_999 }, COURSE, NOON)).toBeNull();
    expect(await startAttempt({ ...viewer, serving: false }, COURSE, NOON)).toBeNull();
  });

  it("is refused where the bank cannot fill the exam", async () => {
    const small = await insertCourse("small-bank", examForTest(), [questionForTest(1)]);
    const refused = await startAttempt(await insertTaker(small), "small-bank", NOON);
    expect(refused).toEqual({ ok: false, refusal: { code: "bank-too-small" } });
  });

  it("avoids the questions of earlier papers as far as the bank allows", async () => {
    const sections = [{ competency: "alpha", count: 3 }];
    const course = await insertCourse("avoiding", examForTest({ sections }), bank());
    const viewer = await insertTaker(course);
    const keys: string[][] = [];
    for (let number = 0; number < 3; number += 1) {
      const publicId = await start(viewer, "avoiding", at(number * 2 * DAY));
      await submitAttempt(viewer, publicId, at(number * 2 * DAY + 1));
      keys.push((await paperOf(publicId)).items.map(({ question }) => question.key));
    }
    const [first = [], second = [], third = []] = keys;
    expect(new Set([...first, ...second]).size).toBe(6);
    // of seven questions one is left that was never seen
    expect(third.filter((key) => !first.includes(key) && !second.includes(key))).toHaveLength(1);
  });
});

describe("what stands in the way of a start", () => {
  it("cool-down and number of attempts", async () => {
    const viewer = await insertTaker(version);
    let now: Instant = NOON;
    for (let number = 1; number <= 3; number++) {
      await submitAttempt(viewer, await start(viewer, COURSE, now), minutesAfter(now, 5));
      const until = minutesAfter(now, 5 + DAY);
      const refused = await startAttempt(viewer, COURSE, minutesAfter(now, 6));
      const cooling = { code: "cooling-down", until, attemptsLeft: 3 - number };
      expect(refused).toEqual({ ok: false, refusal: number < 3 ? cooling : { code: "none-left", attempts: 3 } });
      now = until;
    }
    expect(await startAttempt(viewer, COURSE, at(100_000))).toMatchObject({ refusal: { code: "none-left" } });
    expect((await attemptsOf(viewer, COURSE, now))?.ended.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  it("a granted attempt opens one more, without a cool-down", async () => {
    const once = await insertCourse("once", examForTest({ attempts: 1 }), bank());
    const viewer = await insertTaker(once);
    await submitAttempt(viewer, await start(viewer, "once"), at(5));
    expect(await startAttempt(viewer, "once", at(6))).toMatchObject({ refusal: { code: "none-left", attempts: 1 } });
    const { course_id } = await (await reader()).course_version.findUniqueOrThrow({ where: { id: once } });
    const grant = { person_id: viewer.personId, course_id, reason: "illness" };
    await recordChange({ kind: "test", at: at(7) }, async (rows, recorded_change) => {
      await rows.attempt_grant.create({ data: { ...grant, recorded_change } });
    });
    expect(await attemptsOf(viewer, "once", at(8))).toMatchObject({ attemptsAllowed: 2, next: { may: true } });
    await submitAttempt(viewer, await start(viewer, "once", at(8)), at(9));
    expect(await startAttempt(viewer, "once", at(DAY * 9))).toMatchObject({ refusal: { code: "none-left" } });
  });

  it("a void attempt never counts: not as tried, not for the cool-down, not as passed", async () => {
    const once = await insertCourse("once-void", examForTest({ attempts: 1 }), bank());
    const viewer = await insertTaker(once);
    const first = await start(viewer, "once-void");
    await answerAll(viewer, first, true, at(1));
    await submitAttempt(viewer, first, at(5));
    await actOn(first, { kind: "void" }, at(6));
    expect(await loadResult(viewer, first, at(7))).toMatchObject({ passed: false, void: { reason: "power-cut" } });
    expect(await attemptsOf(viewer, "once-void", at(7))).toMatchObject({ ended: [{ void: true, counts: false }] });
    const second = await start(viewer, "once-void", at(7));
    // void while it is open: the next may begin
    await actOn(second, { kind: "void" }, at(8));
    expect(await loadAttempt(viewer, second, at(8))).toMatchObject({ phase: "void", reason: "power-cut" });
    expect(await submitAttempt(viewer, second, at(9))).toBe(true);
    expect(await counts(viewer)).toMatchObject({ results: 1 });
    expect(await start(viewer, "once-void", at(9))).not.toBe(second);
  });

  it("the window of the exam, by days of Viet Nam", async () => {
    const exam = examForTest({ opens: "2026-11-22", closes: "2026-11-23" });
    const viewer = await insertTaker(await insertCourse("window", exam, bank()));
    // noon in Viet Nam is five in UTC: the 22nd begins twelve hours later
    const opensAt = at(12 * 60);
    expect(await startAttempt(viewer, "window", at(11.9 * 60))).toMatchObject({
      refusal: { code: "not-open-yet", opensAt },
    });
    const closedAt = at(12 * 60 + 2 * DAY);
    expect(await startAttempt(viewer, "window", closedAt)).toMatchObject({ refusal: { code: "closed", closedAt } });
    const last = minutesAfter(closedAt, -1);
    const publicId = await start(viewer, "window", last);
    // what was begun in time keeps its time
    expect(await loadAttempt(viewer, publicId, minutesAfter(last, 20))).toMatchObject({ phase: "running" });
    expect(await attemptsOf(viewer, "window", last)).toMatchObject({ window: { opensAt, closesAt: closedAt } });
  });
});

describe("the attempt that counts", () => {
  const passes = [false, true] as const;
  it.each([
    ["best", 1],
    ["last", 1],
    ["first", 0],
  ] as const)("by “%s”, of a failed and a passed one", async (rule, evidence) => {
    const slug = `counts-${rule}`;
    const viewer = await insertTaker(await insertCourse(slug, examForTest({ counts: rule }), bank()));
    for (const [index, rightly] of passes.entries()) {
      const now = at(index * 2 * DAY);
      const publicId = await start(viewer, slug, now);
      await answerAll(viewer, publicId, rightly, now);
      await submitAttempt(viewer, publicId, minutesAfter(now, 1));
    }
    expect(await counts(viewer)).toMatchObject({ results: 2, evidence });
    const attempts = await attemptsOf(viewer, slug, at(9 * DAY));
    expect(attempts?.ended.map(({ counts: it }) => it)).toEqual(rule === "first" ? [true, false] : [false, true]);
    expect(attempts?.next).toMatchObject({ may: rule === "first" });
  });
});

describe("exam days", () => {
  async function sittingOf(courseVersion: number, personId: number, roomCode: string | null) {
    const { course_id } = await (await reader()).course_version.findUniqueOrThrow({ where: { id: courseVersion } });
    return recordChange({ kind: "test", at: NOON }, async (rows, recorded_change) => {
      const sitting = await rows.sitting.create({
        data: { public_id: newPublicId(), course_id, unit_id: 1, recorded_change },
      });
      const plan = { title: "Kỳ thi", place: "Phòng 1", opens_at: at(0), closes_at: at(20), mode: "online" };
      await rows.sitting_plan.create({
        data: {
          ...plan,
          sitting_id: sitting.id,
          room_code: roomCode,
          one_device: true,
          status: "planned",
          recorded_change,
        },
      });
      const candidate = { sitting_id: sitting.id, person_id: personId, number: "001", recorded_change };
      await rows.sitting_candidate.create({ data: candidate });
      return sitting.id;
    });
  }

  it("an exam for exam days begins in an open one, by its room code, and ends with it", async () => {
    const course = await insertCourse("sitting", examForTest({ sitting: "required" }), bank());
    const viewer = await insertTaker(course);
    expect(await startAttempt(viewer, "sitting", at(1))).toMatchObject({
      refusal: { code: "sitting-only", sitting: null },
    });
    const sitting = await sittingOf(course, viewer.personId, "ACDEFG");
    expect(await startAttempt(viewer, "sitting", at(-1))).toMatchObject({
      refusal: { code: "sitting-only", sitting: { place: "Phòng 1" } },
    });
    expect(await startAttempt(viewer, "sitting", at(1))).toMatchObject({
      refusal: { code: "room-code", wrong: false },
    });
    const wrong = await startAttempt(viewer, "sitting", at(1), { roomCode: "NOTHIS" });
    expect(wrong).toMatchObject({ refusal: { code: "room-code", wrong: true } });
    expect(JSON.stringify([wrong, await attemptsOf(viewer, "sitting", at(1))])).not.toContain("ACDEFG");
    const publicId = await start(viewer, "sitting", at(1), { roomCode: "acd efg" });
    expect(await loadAttempt(viewer, publicId, at(2))).toMatchObject({ deadlineAt: at(20) });
    const row = await (await reader()).attempt.findUnique({ where: { public_id: publicId } });
    expect(row).toMatchObject({ sitting_id: sitting });
  });
});

describe("what a learner gets while the attempt runs", () => {
  it("holds nothing of the key, and the same paper each time", async () => {
    const viewer = await insertTaker(version);
    const publicId = await start(viewer, COURSE);
    const loaded = await loadAttempt(viewer, publicId, at(1));
    expect(loaded).toMatchObject({ phase: "running", secondsLeft: 24 * 60, deadlineAt: at(25), answers: [] });
    const texts = JSON.stringify([
      loaded,
      await attemptsOf(viewer, COURSE, at(1)),
      await loadResult(viewer, publicId, at(1)),
      await startAttempt(viewer, COURSE, at(1)),
    ]);
    expect(texts).not.toMatch(/SECRET|correct|explanation|citation|"key"|"right"|"q-\d/);
    const again = await loadAttempt(viewer, publicId, at(2));
    expect(again?.phase === "running" && again.paper).toEqual(loaded?.phase === "running" && loaded.paper);
    expect(JSON.stringify(await paperOf(publicId))).toMatch(/SECRET/);
  });

  it("is nobody else's: not found", async () => {
    const [viewer, stranger] = [await insertTaker(version), await insertTaker(version)];
    const publicId = await start(viewer, COURSE);
    expect(await loadAttempt(stranger, publicId, at(1))).toBeNull();
    expect(await loadResult(stranger, publicId, at(1))).toBeNull();
    expect(await saveResponses(stranger, publicId, [save(1, [], "page-one.1")], at(1))).toBeNull();
    expect(await submitAttempt(stranger, publicId, at(1))).toBe(false);
    expect(await loadAttempt(stranger, "no-such-attempt", at(1))).toBeNull();
    expect(await counts(viewer)).toMatchObject({ results: 0, responses: 0 });
  });
});
