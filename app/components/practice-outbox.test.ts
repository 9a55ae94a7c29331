import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { PracticeOutbox, type PracticeReport } from "./practice-outbox";

const HASH = "0f".repeat(32);
const answered = (raw: number, more = {}) => ({
  verb: { id: "http://adlnet.gov/expapi/verbs/answered" },
  object: { id: "urn:x" },
  result: { score: { raw, max: 3 } },
  ...more,
});
const attempted = { verb: { id: "http://adlnet.gov/expapi/verbs/attempted" }, object: { id: "urn:x" } };

let line: "up" | "down" | "signed-out" | 404 | 500;
let arrived: { kind: string; clientKey?: string; state?: string }[];
let reports: PracticeReport[];
let outbox: PracticeOutbox;

beforeEach(() => {
  vi.useFakeTimers();
  line = "up";
  arrived = [];
  reports = [];
  vi.stubGlobal("fetch", async (_address: string, { body }: { body: string }) => {
    if (line === "down") throw new TypeError("Failed to fetch");
    if (line === "signed-out") return { type: "opaqueredirect", status: 0 };
    arrived.push(JSON.parse(body));
    return { type: "basic", status: line === "up" ? 204 : line };
  });
  outbox = new PracticeOutbox("/activities/1/practice", HASH, (report) => reports.push(report));
});

afterEach(() => {
  outbox.close();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it("sends results at once and says that they are safe", async () => {
  outbox.addStatement(attempted);
  outbox.addStatement(answered(2));
  outbox.addStatement(answered(1, { object: { id: "urn:x?subContentId=1" } }));
  await vi.advanceTimersByTimeAsync(10);
  expect(arrived.map(({ kind }) => kind)).toEqual(["statement", "statement"]);
  expect(reports.at(-1)).toEqual({ line: "up", result: { saved: true, score: { score: 2, max: 3 } } });
});

it("keeps results while there is no line and sends them once it is back", async () => {
  line = "down";
  outbox.addStatement(answered(2));
  outbox.addStatement(answered(3));
  await vi.advanceTimersByTimeAsync(20_000);
  expect(reports.at(-1)).toEqual({ line: "down", result: null });
  line = "up";
  outbox.tryAgain();
  await vi.advanceTimersByTimeAsync(10);
  expect(new Set(arrived.map(({ clientKey }) => clientKey)).size).toBe(2);
  expect(reports.at(-1)).toEqual({ line: "up", result: { saved: true, score: { score: 3, max: 3 } } });
});

it("uses the same key when the answer got lost", async () => {
  line = 500;
  outbox.addStatement(answered(2));
  await vi.advanceTimersByTimeAsync(10);
  line = "up";
  await vi.advanceTimersByTimeAsync(60_000);
  expect(arrived).toHaveLength(2);
  expect(arrived[0]?.clientKey).toBe(arrived[1]?.clientKey);
});

it("sends the last of many states, every few seconds", async () => {
  for (let n = 0; n < 12; n += 1) {
    outbox.keepState(JSON.stringify({ n }));
    await vi.advanceTimersByTimeAsync(1000);
  }
  await vi.advanceTimersByTimeAsync(10_000);
  expect(arrived.map(({ state }) => state)).toEqual(['{"n":0}', '{"n":4}', '{"n":9}', '{"n":11}']);
});

it("sends what waits when the page goes", async () => {
  outbox.keepState('{"n":0}');
  outbox.keepState('{"n":1}');
  outbox.close();
  await vi.advanceTimersByTimeAsync(10);
  expect(arrived.map(({ state }) => state)).toEqual(['{"n":0}', '{"n":1}']);
});

it("tries again what did not get through when the page was hidden", async () => {
  line = "down";
  outbox.keepState('{"n":0}');
  await vi.advanceTimersByTimeAsync(10);
  outbox.flush();
  line = "up";
  await vi.advanceTimersByTimeAsync(60_000);
  expect(arrived.map(({ state }) => state)).toEqual(['{"n":0}']);
});

it("says so when a result is refused, and does not try it again", async () => {
  line = 404;
  outbox.keepState("{}");
  outbox.addStatement(answered(2));
  await vi.advanceTimersByTimeAsync(60_000);
  outbox.keepState('{"n":1}');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(arrived.map(({ kind }) => kind)).toEqual(["state", "statement"]);
  expect(reports.at(-1)).toEqual({ line: "up", result: { saved: false } });
});

it("stops when the session has ended: the next one here may be somebody else", async () => {
  line = "signed-out";
  outbox.addStatement(answered(2));
  await vi.advanceTimersByTimeAsync(10);
  line = "up";
  outbox.tryAgain();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(arrived).toEqual([]);
  expect(reports.at(-1)?.line).toBe("signed-out");
});

it("does not hear a package out that never stops, or says too much at once", async () => {
  outbox.addStatement(answered(1, { more: "a".repeat(65_536) }));
  outbox.keepState(JSON.stringify("a".repeat(65_536)));
  for (const odd of [null, 7, "x", { verb: null }, {}]) outbox.addStatement(odd);
  for (let n = 0; n < 400; n += 1) outbox.addStatement(answered(1));
  await vi.advanceTimersByTimeAsync(1000);
  expect(arrived).toHaveLength(300);
});
