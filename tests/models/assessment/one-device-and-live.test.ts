import "../database-for-test";
import Database from "better-sqlite3";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { flushAttemptLog } from "~/models/assessment/attempt-log.server";
import type { Source } from "~/models/assessment/attempt-source.server";
import { attemptChanged, lookForChanges } from "~/models/assessment/live-attempt.server";
import { type LiveEvent, watchAttempt } from "~/models/assessment/live-view.server";
import { loadAttempt } from "~/models/assessment/load-attempt.server";
import { claimDevice } from "~/models/assessment/one-device.server";
import { saveResponses } from "~/models/assessment/save-responses.server";
import { submitAttempt } from "~/models/assessment/submit-attempt.server";
import { reader } from "~/models/database.server";
import { examForTest, questionForTest } from "../../fixtures/exam-questions";
import { insertCourse, insertTaker, paperOf } from "../../fixtures/exam-takers";
import { actOn, at, save, start } from "./taking";

const phone: Source = { session: "session-of-phone", device: "Chrome, Android", address: "192.0.2.1" };
const desk: Source = { session: "session-of-desk", device: "Firefox, Windows", address: "192.0.2.2" };

let version: number;
let oneDevice: number;

beforeAll(async () => {
  const bank = [1, 2, 3, 4, 5].map((id) => questionForTest(id));
  version = await insertCourse("course-one", examForTest(), bank);
  oneDevice = await insertCourse("one-device", examForTest({ devices: "one" }), bank);
});

async function running(course: "course-one" | "one-device", source: Source | null = null) {
  const viewer = await insertTaker(course === "one-device" ? oneDevice : version);
  const publicId = await start(viewer, course, at(0), { source });
  const { items } = await paperOf(publicId);
  const token = (item: number, option: number) => items[item - 1]?.parts[option]?.[1] ?? "?";
  return { viewer, publicId, token };
}

describe("an exam for one device", () => {
  it("is held by the device that began it until another claims it", async () => {
    const { viewer, publicId, token } = await running("one-device", phone);
    const saveFrom = (source: Source, key: string) =>
      saveResponses(viewer, publicId, [save(1, [token(1, 0)], key)], at(1), { source });
    expect(await saveFrom(desk, "page-desk.1")).toEqual({ ok: false, refusal: { code: "other-device" } });
    expect(await saveFrom({ ...phone, address: "198.51.100.9" }, "page-phone.1")).toMatchObject({ ok: true });
    expect(await loadAttempt(viewer, publicId, at(2), { source: desk })).toMatchObject({ phase: "elsewhere" });
    expect(await loadAttempt(viewer, publicId, at(2), { source: phone })).toMatchObject({ phase: "running" });

    const stranger = await insertTaker(oneDevice);
    expect(await claimDevice(stranger, publicId, desk, at(3))).toBe(false);
    expect(await claimDevice(viewer, publicId, desk, at(3))).toBe(true);
    expect(await claimDevice(viewer, publicId, desk, at(3))).toBe(true);
    expect(await saveFrom(desk, "page-desk.2")).toMatchObject({ ok: true });
    expect(await saveFrom(phone, "page-phone.2")).toEqual({ ok: false, refusal: { code: "other-device" } });
    const client = await reader();
    const { id } = await client.attempt.findUniqueOrThrow({ where: { public_id: publicId } });
    expect(await client.attempt_log.count({ where: { attempt_id: id, kind: "device-claimed" } })).toBe(2);
  });

  it("other exams are taken at as many devices as one likes", async () => {
    const { viewer, publicId, token } = await running("course-one", phone);
    for (const [index, source] of [phone, desk].entries()) {
      const outcome = await saveResponses(
        viewer,
        publicId,
        [save(1, [token(1, index)], `page-any-${index}.1`)],
        at(1),
        {
          source,
        },
      );
      expect(outcome).toMatchObject({ ok: true });
    }
  });
});

describe("the log of an attempt", () => {
  it("says what was shown, when and from where, and names no session", async () => {
    const { viewer, publicId, token } = await running("course-one", phone);
    for (const [page, source] of [
      [1, phone],
      [2, desk],
      [0, desk],
    ] as const) {
      await loadAttempt(viewer, publicId, at(1 + page), { source, page });
    }
    await saveResponses(viewer, publicId, [save(1, [token(1, 0)], "page-one.1")], at(4), { source: desk });
    await submitAttempt(viewer, publicId, at(5), { source: desk });
    await flushAttemptLog();
    const client = await reader();
    const { id } = await client.attempt.findUniqueOrThrow({ where: { public_id: publicId } });
    const log = await client.attempt_log.findMany({ where: { attempt_id: id }, orderBy: { id: "asc" } });
    const sources = await client.attempt_source.findMany({ where: { attempt_id: id }, orderBy: { id: "asc" } });
    expect(sources.map(({ device, address }) => [device, address])).toEqual([
      ["Chrome, Android", "192.0.2.1"],
      ["Firefox, Windows", "192.0.2.2"],
    ]);
    expect(JSON.stringify(sources)).not.toMatch(/session-of/);
    const [first, second] = sources.map((source) => source.id);
    expect(log.map(({ kind, page, source_id, at: when }) => [kind, page, source_id, when])).toEqual([
      ["started", null, first, at(0)],
      ["page-shown", 1, first, at(2)],
      ["page-shown", 2, second, at(3)],
      ["hand-in-shown", null, second, at(1)],
      ["submitted", null, second, at(5)],
    ]);
    expect(await client.response.findFirst({ where: { attempt_id: id } })).toMatchObject({ source_id: second });
  });
});

describe("an open page", () => {
  const stops: (() => void)[] = [];
  afterEach(() => {
    for (const stop of stops.splice(0)) stop();
  });

  async function watching(since: number | null = 0) {
    const attempt = await running("course-one", phone);
    const events: LiveEvent[] = [];
    const options = { since, source: phone, now: () => at(10) };
    const view = await watchAttempt(attempt.viewer, attempt.publicId, options, (event) => events.push(event));
    if (!view) throw new Error("nothing to watch");
    stops.push(view.stop);
    const heard = (count: number) => vi.waitFor(() => expect(events).toHaveLength(count), { timeout: 5_000 });
    return { ...attempt, events, heard };
  }

  it("is told the time at once, and each answer once, by whichever page it was saved", async () => {
    const { viewer, publicId, token, events, heard } = await watching();
    const running = { deadlineAt: at(25), secondsLeft: 900, phase: "running" };
    expect(events).toEqual([{ event: "deadline", data: running }]);
    await saveResponses(viewer, publicId, [save(1, [token(1, 1)], "page-two.1", { flagged: true })], at(9));
    await heard(2);
    expect(events[1]).toMatchObject({
      event: "answer",
      data: { item: 1, value: [token(1, 1)], flagged: true, clientKey: "page-two.1", at: at(9) },
    });
    await saveResponses(viewer, publicId, [save(1, [token(1, 1)], "page-two.1", { flagged: true })], at(9));
    await saveResponses(viewer, publicId, [save(2, [token(2, 1)], "page-two.2")], at(9));
    await heard(3);
  });

  it("hears of acts and answers of another process within seconds, and of nobody else's attempt", async () => {
    const { publicId, events, heard } = await watching();
    const stranger = await insertTaker(version);
    const options = { since: 0, source: desk, now: () => at(10) };
    expect(await watchAttempt(stranger, publicId, options, () => undefined)).toBeNull();
    const { id } = await (await reader()).attempt.findUniqueOrThrow({ where: { public_id: publicId } });
    // what was written before is known
    await lookForChanges();
    const other = new Database((process.env.DATABASE_URL ?? "").replace("file:", ""));
    other
      .prepare("INSERT INTO response (attempt_id, item, value, client_key, at) VALUES (?, 3, '[]', 'page-far.1', ?)")
      .run(id, at(9));
    await heard(2);
    expect(events[1]).toMatchObject({ event: "answer", data: { item: 3, clientKey: "page-far.1" } });
    other
      .prepare(
        "INSERT INTO attempt_time (attempt_id, kind, minutes, deadline_at, reason, recorded_change) VALUES (?, 'extended', 9, ?, 'x', 1)",
      )
      .run(id, at(34));
    other.close();
    await heard(3);
    expect(events[2]).toMatchObject({ event: "deadline", data: { deadlineAt: at(34), phase: "running" } });
  });

  it("is told at once of an act in this process, of the end and of a void", async () => {
    const { viewer, publicId, heard, events } = await watching(null);
    attemptChanged(await actOn(publicId, { kind: "extended", deadlineAt: at(30) }));
    await heard(2);
    await submitAttempt(viewer, publicId, at(10));
    await heard(3);
    expect(events[2]).toMatchObject({ data: { phase: "ended", secondsLeft: 0 } });
    attemptChanged(await actOn(publicId, { kind: "void" }));
    await heard(4);
    expect(events[3]).toMatchObject({ data: { phase: "void" } });
  });
});
