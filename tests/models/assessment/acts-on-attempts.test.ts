import "../database-for-test";
import { beforeAll, describe, expect, it } from "vitest";
import { inTokens } from "~/domain/assessment/answer";
import { rightAnswer } from "~/domain/assessment/right-answer";
import type { Viewer } from "~/domain/permissions/viewer";
import type { ActOrder } from "~/models/assessment/act-order.server";
import { attemptsOf } from "~/models/assessment/attempts-of.server";
import { extendAttempt } from "~/models/assessment/extend-attempt.server";
import { endExtraTime, extraTimeOf, giveExtraTime } from "~/models/assessment/extra-time.server";
import { findAttemptOf } from "~/models/assessment/find-attempt.server";
import { grantAttempt } from "~/models/assessment/grant-attempt.server";
import { acceptLateAnswers, lateAnswers, refuseLateAnswers } from "~/models/assessment/late-answers.server";
import { recordEnd } from "~/models/assessment/record-end.server";
import { reopenAttempt } from "~/models/assessment/reopen-attempt.server";
import { saveResponses } from "~/models/assessment/save-responses.server";
import { submitAttempt } from "~/models/assessment/submit-attempt.server";
import { unvoidAttempt, voidAttempt } from "~/models/assessment/void-attempt.server";
import { reader } from "~/models/database.server";
import { newPublicId } from "~/models/public-id.server";
import { enrolFully, insertWorker } from "../../fixtures/exam-officers";
import { examForTest, questionForTest } from "../../fixtures/exam-questions";
import { insertCourse, paperOf } from "../../fixtures/exam-takers";
import { insertUnit } from "../../fixtures/staff";
import { answerAll, at, NOON, save, start, together } from "./taking";

const COURSE = "course-one";
let version: number;
let unit: number;
let officer: Viewer;
let elsewhere: Viewer;

const order = (minutes: number): ActOrder => ({
  why: { kind: "power-cut", words: "mất điện" },
  document: "12/BB-BHXH",
  onceKey: newPublicId(),
  at: at(minutes),
});
const taker = async (): Promise<Viewer> => {
  const viewer = await insertWorker(unit, "Nguyễn Thị Thử");
  await enrolFully(viewer, version);
  return viewer;
};
const standing = async (viewer: Viewer, publicId: string) => {
  const attempt = await findAttemptOf(viewer.personId, publicId);
  if (!attempt) throw new Error("no attempt");
  return attempt;
};

beforeAll(async () => {
  const bank = Array.from({ length: 8 }, (_, index) => questionForTest(index + 1));
  version = await insertCourse(COURSE, examForTest(), bank);
  unit = await insertUnit("here", { from: "2026-01-01" });
  officer = await insertWorker(unit, "Lê Khảo Thí", "exam-officer");
  elsewhere = await insertWorker(await insertUnit("there", { from: "2026-01-01" }), "Trần Nơi Khác", "exam-officer");
});

describe("more time", () => {
  it("moves the deadline, once for one form sent five times at once", async () => {
    const viewer = await taker();
    const id = await start(viewer, COURSE);
    const once = order(10);
    const outcomes = await together(5, () => extendAttempt(officer, id, 15, once));
    expect(outcomes).toEqual(Array(5).fill({ ok: true }));
    expect((await standing(viewer, id)).deadlineAt).toBe(at(25 + 15));
  });

  it("wins in the last second over an end that the clock would have made", async () => {
    const viewer = await taker();
    const id = await start(viewer, COURSE);
    const read = await standing(viewer, id);
    expect(await extendAttempt(officer, id, 10, { ...order(0), at: at(25) })).toEqual({ ok: true });
    // somebody had read the attempt before and thinks that its time is over
    await recordEnd(read, "deadline", at(26), null);
    const now = await standing(viewer, id);
    expect([now.end, now.deadlineAt]).toEqual([null, at(35)]);
    expect(await saveResponses(viewer, id, [], at(34))).toMatchObject({ ok: true });
  });

  it("is refused when the time and its grace are over", async () => {
    const viewer = await taker();
    const id = await start(viewer, COURSE);
    expect(await extendAttempt(officer, id, 10, order(26))).toEqual({ ok: false, refusal: "not-running" });
  });

  it("is nobody's to give to themself, nor to somebody out of reach", async () => {
    await enrolFully(officer, version);
    const own = await start(officer, COURSE);
    expect(await extendAttempt(officer, own, 10, order(1))).toEqual({ ok: false, refusal: "own-attempt" });
    const id = await start(await taker(), COURSE);
    expect(await extendAttempt(elsewhere, id, 10, order(1))).toEqual({ ok: false, refusal: "not-found" });
    expect(await voidAttempt(elsewhere, id, order(1))).toMatchObject({ ok: false, refusal: "not-found" });
    expect(await reopenAttempt(elsewhere, id, 10, order(1))).toEqual({ ok: false, refusal: "not-found" });
    const client = await reader();
    expect(await client.change.count({ where: { actor_id: elsewhere.accountId } })).toBe(0);
  });
});

describe("reopening", () => {
  it("goes on with the answers given, from now, in a round of its own", async () => {
    const viewer = await taker();
    const id = await start(viewer, COURSE);
    await answerAll(viewer, id, false, at(2));
    await submitAttempt(viewer, id, at(3));
    expect(await reopenAttempt(officer, id, 20, order(60))).toEqual({ ok: true });
    const open = await standing(viewer, id);
    expect([open.round, open.deadlineAt, open.end]).toEqual([1, at(80), null]);
    await answerAllAgain(viewer, id);
    await submitAttempt(viewer, id, at(70));
    expect((await standing(viewer, id)).result).toMatchObject({ passed: true });
    expect(await reopenAttempt(officer, id, 20, order(90))).toEqual({ ok: false, refusal: "passed" });
  });

  it("first records what the clock has ended", async () => {
    const viewer = await taker();
    const id = await start(viewer, COURSE);
    expect(await reopenAttempt(officer, id, 20, order(40))).toEqual({ ok: true });
    const client = await reader();
    const { id: row } = await client.attempt.findUniqueOrThrow({ where: { public_id: id } });
    expect(await client.attempt_result.findMany({ where: { attempt_id: row } })).toMatchObject([
      { round: 0, ended_by: "deadline", ended_at: at(25) },
    ]);
  });

  it("and making void, at once: one of them is refused or comes after the other, never both halves", async () => {
    const viewer = await taker();
    const id = await start(viewer, COURSE);
    await submitAttempt(viewer, id, at(3));
    const [reopened, voided] = await Promise.all([
      reopenAttempt(officer, id, 20, order(5)),
      voidAttempt(officer, id, order(5)),
    ]);
    expect(voided.ok).toBe(true);
    if (!reopened.ok) expect(reopened.refusal).toBe("void");
    const now = await standing(viewer, id);
    expect(now.void).not.toBeNull();
    // whichever came first, nobody works on it any more
    expect(await saveResponses(viewer, id, [save(1, [], "page-one.1")], at(6))).toMatchObject({ ok: false });
  });
});

describe("a void attempt", () => {
  it("is never counted, and counts again when that is taken back", async () => {
    const viewer = await taker();
    const id = await start(viewer, COURSE);
    await submitAttempt(viewer, id, at(3));
    const before = await attemptsOf(viewer, COURSE, at(60 * 30));
    expect(await voidAttempt(officer, id, order(5))).toEqual({ ok: true, earned: false });
    const after = await attemptsOf(viewer, COURSE, at(60 * 30));
    expect([left(before), left(after)]).toEqual([2, 3]);
    expect(await voidAttempt(officer, id, order(6))).toMatchObject({ ok: false, refusal: "void" });
    expect(await unvoidAttempt(officer, id, order(7))).toEqual({ ok: true });
    expect(left(await attemptsOf(viewer, COURSE, at(60 * 30)))).toBe(2);
  });

  it("says when something rests on it", async () => {
    const viewer = await taker();
    const id = await start(viewer, COURSE);
    await answerAll(viewer, id, true, at(2));
    await submitAttempt(viewer, id, at(3));
    expect(await voidAttempt(officer, id, order(5))).toEqual({ ok: true, earned: true });
  });

  it("is made so once by five officers at once", async () => {
    const viewer = await taker();
    const id = await start(viewer, COURSE);
    await submitAttempt(viewer, id, at(3));
    const outcomes = await together(5, () => voidAttempt(officer, id, order(5)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe("a granted attempt", () => {
  it("lets someone begin who has none left; not to oneself, not for what is not learnt", async () => {
    const viewer = await taker();
    for (let number = 0; number < 3; number += 1) {
      const now = number * 60 * 30;
      await submitAttempt(viewer, await start(viewer, COURSE, at(now)), at(now + 1));
    }
    const later = at(60 * 24 * 10);
    expect((await attemptsOf(viewer, COURSE, later))?.next).toMatchObject({ reason: { code: "none-left" } });
    const once = order(60 * 24 * 9);
    await together(3, () => grantAttempt(officer, viewer.personPublicId, COURSE, once));
    expect(left(await attemptsOf(viewer, COURSE, later))).toBe(1);
    await start(viewer, COURSE, later);
    expect(await grantAttempt(officer, officer.personPublicId, COURSE, order(1))).toMatchObject({
      refusal: "own-attempt",
    });
    expect(await grantAttempt(officer, viewer.personPublicId, "other", order(1))).toMatchObject({
      refusal: "not-found",
    });
    expect(await grantAttempt(elsewhere, viewer.personPublicId, COURSE, order(1))).toMatchObject({
      refusal: "not-found",
    });
  });
});

describe("extra time", () => {
  const given = (percent: number, validFrom: string, validTo: string | null) => ({
    percent,
    validFrom,
    validTo,
    document: "7/QĐ-BHXH",
    onceKey: newPublicId(),
    at: NOON,
  });

  it("follows the person into the next attempt, and ends", async () => {
    const viewer = await taker();
    const id = viewer.personPublicId;
    expect(await giveExtraTime(officer, id, given(20, "2026-11-01", null))).toEqual({ ok: true });
    expect(await giveExtraTime(officer, id, given(50, "2026-12-01", null))).toMatchObject({ refusal: "overlaps" });
    expect(await giveExtraTime(elsewhere, id, given(50, "2026-12-01", null))).toMatchObject({ refusal: "not-found" });
    expect((await standing(viewer, await start(viewer, COURSE))).deadlineAt).toBe(at(30));
    const [span] = (await extraTimeOf(officer, id, "2026-11-21")) ?? [];
    const end = { id: span?.id ?? 0, lastDay: "2026-11-30", document: "8/QĐ", onceKey: newPublicId(), at: NOON };
    expect(await endExtraTime(officer, id, end)).toEqual({ ok: true });
    expect(await extraTimeOf(officer, id, "2026-11-21")).toMatchObject([{ percent: 20, validTo: "2026-12-01" }]);
    expect(await giveExtraTime(officer, id, given(50, "2026-12-01", null))).toEqual({ ok: true });
  });

  it("is nobody's to give to themself", async () => {
    expect(await giveExtraTime(officer, officer.personPublicId, given(20, "2026-11-01", null))).toMatchObject({
      refusal: "own",
    });
  });
});

describe("late answers", () => {
  it("count when accepted, item by item, and stay on record when refused", async () => {
    const viewer = await taker();
    const id = await start(viewer, COURSE);
    const { items } = await paperOf(id);
    const right = items.map((item) =>
      save(item.number, inTokens(item, rightAnswer(item.question) ?? []), `late-page.${item.number}`),
    );
    expect(await saveResponses(viewer, id, right.slice(0, 2), at(5))).toMatchObject({ ok: true, late: false });
    expect(await saveResponses(viewer, id, right.slice(2), at(40))).toMatchObject({ late: true });
    const list = await lateAnswers(officer, id, at(50), "vi");
    expect(list?.map(({ item, decided, counted }) => [item, decided, counted])).toEqual([
      [3, null, ""],
      [4, null, ""],
      [5, null, ""],
    ]);
    expect(await lateAnswers(elsewhere, id, at(50), "vi")).toBeNull();
    const [three, four, five] = list?.map((each) => each.id) ?? [];
    expect(await acceptLateAnswers(officer, id, [three ?? 0, four ?? 0], order(55))).toEqual({ ok: true });
    expect(await refuseLateAnswers(officer, id, [five ?? 0], order(56))).toEqual({ ok: true });
    expect((await standing(viewer, id)).result).toMatchObject({ score: 4, maxScore: 5, passed: true });
    expect(await acceptLateAnswers(officer, id, [five ?? 0], order(57))).toMatchObject({ ok: false });
    const decided = await lateAnswers(officer, id, at(60), "vi");
    expect(decided?.map((each) => each.decided)).toEqual(["accepted", "accepted", "refused"]);
  });
});

function left(view: Awaited<ReturnType<typeof attemptsOf>>): number | null {
  return view?.next.may ? view.next.attemptsLeft : null;
}

async function answerAllAgain(viewer: Viewer, publicId: string): Promise<void> {
  const { items } = await paperOf(publicId);
  const saves = items.map((item) =>
    save(item.number, inTokens(item, rightAnswer(item.question) ?? []), `page-again.${item.number}`),
  );
  expect(await saveResponses(viewer, publicId, saves, at(65))).toMatchObject({ ok: true });
}
