import { beforeAll, describe, expect, it } from "vitest";
import "../database-for-test";
import { inTokens } from "~/domain/assessment/answer";
import { rightAnswer } from "~/domain/assessment/right-answer";
import type { Viewer } from "~/domain/permissions/viewer";
import { markerRemarks } from "~/models/assessment/marker-remarks.server";
import { saveResponses } from "~/models/assessment/save-responses.server";
import { startAttempt } from "~/models/assessment/start-attempt.server";
import { submitAttempt } from "~/models/assessment/submit-attempt.server";
import { reader } from "~/models/database.server";
import { appealable } from "~/models/marking/appealable.server";
import { finishMark } from "~/models/marking/finish-mark.server";
import { saveMarkDraft } from "~/models/marking/mark-draft.server";
import { placePage } from "~/models/marking/place-page.server";
import { markingQueue } from "~/models/marking/queue-page.server";
import { releaseMarks } from "~/models/marking/release-marks.server";
import { releasePage } from "~/models/marking/release-page.server";
import { newPublicId } from "~/models/public-id.server";
import { raiseRequest } from "~/models/requests/raise-request.server";
import { recordRequestEvent } from "~/models/requests/record-request-event.server";
import { loadRequest } from "~/models/requests/request-page.server";
import { taskPage } from "~/models/tasks/task-page.server";
import { examForTest, questionOfType } from "../../fixtures/exam-questions";
import { insertCourse, paperOf } from "../../fixtures/exam-takers";
import { at, count, handedIn, MARKING_DAY, member, take, taskForTest } from "../../fixtures/markers";
import { insertUnit } from "../../fixtures/staff";

let version: number;
let units = 0;

beforeAll(async () => {
  const exam = examForTest({ sections: [{ competency: "alpha", count: 4 }], pass_percent: 70 });
  version = await insertCourse("mixed", exam, [
    questionOfType("single", 1),
    questionOfType("single", 2),
    questionOfType("short-text", 3),
    questionOfType("short-text", 4),
    taskForTest(5, { markers: 1 }),
  ]);
});

/** A unit of its own with a learner, two markers and an officer. */
async function house() {
  units += 1;
  const unit = await insertUnit(`house-${units}`, { from: "2020-01-01" });
  return {
    learner: await member(unit, { enrolledIn: version }),
    one: await member(unit, { role: "marker" }),
    two: await member(unit, { role: "marker" }),
    officer: await member(unit, { role: "exam-officer" }),
  };
}

/** An attempt at which the choices are right and the short texts wait for a marker. */
async function sit(learner: Viewer): Promise<string> {
  const started = await startAttempt(learner, "mixed", at(1));
  if (!started?.ok) throw new Error("not started");
  const paper = await paperOf(started.publicId);
  const saves = paper.items.map((item) => ({
    item: item.number,
    value:
      item.question.type === "short-text"
        ? `câu trả lời riêng ${item.question.key}`
        : inTokens(item, rightAnswer(item.question) ?? []),
    flagged: false,
    clientKey: null,
    shown: null,
  }));
  await saveResponses(learner, started.publicId, saves, at(2));
  await submitAttempt(learner, started.publicId, at(3));
  return started.publicId;
}

async function standing(attempt: string) {
  const client = await reader();
  const [row] = await client.$queryRaw<
    { result_kind: string; score: number; passed: bigint; pending: bigint; ended_at: string }[]
  >`
    SELECT r.result_kind, r.score, r.passed, r.pending, r.ended_at FROM attempt a
    JOIN attempt_standing r ON r.attempt_id = a.id WHERE a.public_id = ${attempt}`;
  return row && { ...row, passed: Number(row.passed), pending: Number(row.pending), score: Number(row.score) };
}

async function markNext(who: Viewer, points: string, kind: "item" | "task" | "appeal" = "item", comment = "") {
  const place = await take(who, 10, kind);
  if (place === null) throw new Error("nothing waits");
  const page = await placePage(who, place, at(11), "vi");
  const keys = page?.criteria.map(({ key }) => key) ?? [];
  const sheet = { points: Object.fromEntries(keys.map((key) => [key, points])), comments: {}, comment };
  await saveMarkDraft(who, place, { sheet, clientKey: null }, at(12));
  expect(await finishMark(who, place, at(12))).toBe("finished");
  return place;
}

const ready = async (who: Viewer) =>
  (await releasePage(who, at(20), "vi")).groups.flatMap((group) => group.ready.map(({ id }) => id));

async function evidenceOf(learner: Viewer) {
  const client = await reader();
  return client.evidence.findMany({ where: { person_id: learner.personId } });
}

describe("items of an exam that wait for a marker", () => {
  it("are told together, once, and a pass earns what it earns as of the exam's end", async () => {
    const { learner, one, two, officer } = await house();
    const attempt = await sit(learner);
    expect(await standing(attempt)).toMatchObject({ pending: 1, passed: 0, score: 2 });
    const place = await markNext(one, "2");
    const page = await placePage(one, place, at(13), "vi");
    expect(page?.text).toMatch(/^câu trả lời riêng/);
    expect(JSON.stringify(page)).not.toContain(learner.fullName);
    // one item is not enough: a result is told whole
    expect(await ready(officer)).toEqual([]);
    await markNext(two, "1", "item", "Nêu rõ căn cứ");
    const ids = await ready(officer);
    expect(ids).toHaveLength(1);
    expect(await markerRemarks(learner, attempt)).toEqual(new Map());
    expect(await evidenceOf(learner)).toEqual([]);
    const results = await count("attempt_result");
    const outcomes = await Promise.all([1, 2, 3].map(() => releaseMarks(officer, ids, at(30))));
    expect(outcomes.reduce((sum, { told }) => sum + told, 0)).toBe(1);
    expect(await count("attempt_result")).toBe(results + 1);
    // 2 right choices, 2/2 and 1/2 of a short text: 3.5 of 4
    expect(await standing(attempt)).toMatchObject({
      result_kind: "marked",
      score: 3.5,
      passed: 1,
      pending: 0,
      ended_at: at(3),
    });
    expect(await evidenceOf(learner)).toMatchObject([{ competency: "alpha", valid_from: MARKING_DAY }]);
    expect(await ready(officer)).toEqual([]);
    // what the marker wrote is for the person whose answer it is
    expect([...(await markerRemarks(learner, attempt)).values()]).toEqual([["Nêu rõ căn cứ"]]);
    expect(await markerRemarks(officer, attempt)).toEqual(new Map());
  });

  it("fall away with the attempt: void, nothing is marked or told", async () => {
    const { learner, one, officer } = await house();
    const attempt = await sit(learner);
    const place = await markNext(one, "2");
    await markNext(one, "2");
    const client = await reader();
    const { id } = await client.attempt.findUniqueOrThrow({ where: { public_id: attempt } });
    const { recordChange } = await import("~/models/database.server");
    await recordChange({ kind: "test", at: at(15) }, (rows, recorded_change) =>
      rows.attempt_void.create({ data: { attempt_id: id, reason: "x", recorded_change } }),
    );
    expect(await ready(officer)).toEqual([]);
    expect((await markingQueue(one, at(16), "vi")).waiting).toEqual([]);
    expect((await placePage(one, place, at(16), "vi"))?.open).toBe(false);
  });
});

describe("an appeal", () => {
  async function appeal(learner: Viewer, officer: Viewer, value: string) {
    const what = value.startsWith("task-") ? ({ what: "task" } as const) : {};
    const content = { kind: "appeal-mark", attempt: value.replace(/^task-/, ""), ...what } as const;
    const request = { content, text: "Xin chấm lại", proof: [], onceKey: newPublicId() };
    const id = await raiseRequest(learner, request, at(35));
    if (id === null) return null;
    const decide = () => recordRequestEvent(officer, id, { event: "approved", text: "Đồng ý", on: null }, at(36));
    const outcomes = await Promise.all([decide(), decide()]);
    expect([...outcomes].sort()).toEqual(["not-possible", "recorded"]);
    return id;
  }

  it("against a task is marked by somebody else; both marks stay", async () => {
    const { learner, one, two, officer } = await house();
    const work = await handedIn(learner, "mixed", "q-5");
    await markNext(one, "4", "task");
    await releaseMarks(officer, await ready(officer), at(30));
    expect((await taskPage(learner, work, "vi"))?.passed).toBe(false);
    const choices = await appealable(learner, at(34), "vi");
    expect(choices.map(({ value }) => value)).toEqual([`task-${work}`]);
    const id = await appeal(learner, officer, `task-${work}`);
    expect(await appealable(learner, at(37), "vi")).toEqual([]);
    expect((await markingQueue(one, at(37), "vi")).waiting).toEqual([]);
    expect((await loadRequest(learner, id ?? "", MARKING_DAY, "vi"))?.appeal).toEqual({ state: "waiting" });
    await markNext(two, "7", "appeal");
    await releaseMarks(officer, await ready(officer), at(40));
    const page = await taskPage(learner, work, "vi");
    expect(page?.passed).toBe(true);
    expect(page?.told.map(({ kind, points }) => [kind, points])).toEqual([
      ["appeal", 14],
      ["task", 8],
    ]);
    expect((await loadRequest(learner, id ?? "", MARKING_DAY, "vi"))?.appeal).toMatchObject({
      state: "told",
      before: { got: 8, max: 20 },
      after: { got: 14, max: 20 },
      passed: true,
    });
  });

  it("against a paper corrects points with reasons, and touches no certificate", async () => {
    const { learner, one, two, officer } = await house();
    const attempt = await sit(learner);
    await markNext(one, "0");
    await markNext(one, "0");
    await releaseMarks(officer, await ready(officer), at(30));
    expect(await standing(attempt)).toMatchObject({ passed: 0, score: 2 });
    const id = await appeal(learner, officer, attempt);
    // whoever marked an item of it does not look at it again
    expect((await markingQueue(one, at(37), "vi")).waiting).toEqual([]);
    const place = await take(two, 38, "appeal");
    if (place === null) throw new Error("nothing waits");
    const page = await placePage(two, place, at(38), "vi");
    expect(page?.items).toHaveLength(4);
    const low = page?.items.filter(({ score }) => score === 0) ?? [];
    const points = Object.fromEntries(low.map(({ number }) => [String(number), "1"]));
    await saveMarkDraft(two, place, { sheet: { points, comments: {}, comment: "" }, clientKey: null }, at(39));
    expect(await finishMark(two, place, at(39))).toMatchObject({
      problems: [{ problem: "reason" }, { problem: "reason" }],
    });
    const comments = Object.fromEntries(low.map(({ number }) => [String(number), "Đủ ý"]));
    await saveMarkDraft(two, place, { sheet: { points, comments, comment: "" }, clientKey: null }, at(39));
    expect(await finishMark(two, place, at(39))).toBe("finished");
    await releaseMarks(officer, await ready(officer), at(40));
    expect(await standing(attempt)).toMatchObject({ result_kind: "appealed", score: 4, passed: 1, ended_at: at(3) });
    expect(await evidenceOf(learner)).toEqual([]);
    const client = await reader();
    const { id: row } = await client.attempt.findUniqueOrThrow({ where: { public_id: attempt } });
    expect((await client.attempt_result.findMany({ where: { attempt_id: row } })).map(({ kind }) => kind)).toEqual([
      "ended",
      "marked",
      "appealed",
    ]);
    expect((await loadRequest(learner, id ?? "", MARKING_DAY, "vi"))?.appeal).toMatchObject({
      before: { got: 2 },
      after: { got: 4 },
    });
  });

  it("has its time, and waits for pending marks", async () => {
    const { learner } = await house();
    await sit(learner);
    expect(await appealable(learner, at(4), "vi")).toEqual([]);
    const { learner: other, one, officer } = await house();
    const attempt = await sit(other);
    await markNext(one, "0");
    await markNext(one, "0");
    await releaseMarks(officer, await ready(officer), at(30));
    expect((await appealable(other, "2026-12-07T12:00:00.000Z", "vi")).map(({ value }) => value)).toEqual([attempt]);
    expect(await appealable(other, "2026-12-08T12:00:00.000Z", "vi")).toEqual([]);
    expect(await appeal(learner, officer, attempt)).toBeNull();
  });
});
