import "../database-for-test";
import { statSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { dataDirectory } from "~/config/environment.server";
import { queueKey, queueKeyOfAttempt } from "~/models/assessment/queue-key.server";
import { examForTest, questionForTest } from "../../fixtures/exam-questions";
import { insertCourse, insertTaker } from "../../fixtures/exam-takers";
import { start } from "./taking";

it("is the account's and the attempt's own, and the same each time", () => {
  const key = queueKey({ accountId: 1 }, "attempt-one");
  expect(Buffer.from(key, "base64url")).toHaveLength(32);
  expect(queueKey({ accountId: 1 }, "attempt-one")).toBe(key);
  expect(queueKey({ accountId: 2 }, "attempt-one")).not.toBe(key);
  expect(queueKey({ accountId: 1 }, "attempt-two")).not.toBe(key);
});

it("comes from a secret that only the server's own user reads", () => {
  queueKey({ accountId: 1 }, "attempt-one");
  const file = statSync(path.join(dataDirectory(), "keys", "exam-queue"));
  expect(file.mode & 0o777).toBe(0o600);
  expect(file.size).toBe(32);
});

it("is given for one's own attempt alone", async () => {
  const bank = [1, 2, 3, 4, 5].map((id) => questionForTest(id));
  const version = await insertCourse("course-one", examForTest(), bank);
  const [taker, stranger] = [await insertTaker(version), await insertTaker(version)];
  const attempt = await start(taker, "course-one");
  expect(await queueKeyOfAttempt(taker, attempt)).toBe(queueKey(taker, attempt));
  expect(await queueKeyOfAttempt(stranger, attempt)).toBeNull();
  expect(await queueKeyOfAttempt(taker, "no-such-attempt")).toBeNull();
});
