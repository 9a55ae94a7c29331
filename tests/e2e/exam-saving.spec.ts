import type { Page } from "@playwright/test";
import { beginAllTypes } from "./all-types";
import { Caller } from "./caller";
import type { House } from "./house/house";
import { answerAll, learnAll, paperOf, startExam, takeCourse } from "./learner";
import {
  button,
  COLLABORATOR,
  expect,
  HR_HUNG_YEN,
  LEADER_HUNG_YEN,
  MINUTE,
  NEW_OFFICER,
  ONE_STOP_OFFICER,
  SECOND,
  signIn,
  test,
  words,
} from "./site";

const COURSE = "onboarding";

/** The tokens of the newest saved answer of an item, as the database has them. */
function savedTokens(house: House, attempt: string, item: number): string[] {
  const rows = house.rows<{ value: string }>(
    `SELECT r.value FROM response r JOIN attempt a ON a.id = r.attempt_id
     WHERE a.public_id = ? AND r.item = ? ORDER BY r.id DESC LIMIT 1`,
    attempt,
    item,
  );
  return rows[0] ? JSON.parse(rows[0].value) : [];
}

const optionOf = (page: Page, item: number, token: string) => page.locator(`input[name="a${item}"][value="${token}"]`);

test("saves each change by itself, and shows the server's time of it; a reload keeps the answers", async ({
  page,
  house,
}) => {
  const caller = await Caller.signedIn(house, NEW_OFFICER);
  await learnAll(house, caller, COURSE);
  const { attempt, tokens } = beginAllTypes(house, NEW_OFFICER, COURSE);
  await signIn(page, NEW_OFFICER);
  await page.goto(`/attempts/${attempt}`);
  const [right = "", other = ""] = [tokens.get(1)?.get("a"), tokens.get(1)?.get("b")];
  const status = page.locator(".exam-bar .save");

  // the page comes alive a moment after it is shown: then a change is saved without any button
  await expect(async () => {
    await optionOf(page, 1, other).check();
    await optionOf(page, 1, right).check();
    await expect(status).toContainText(words("exam:bar.saved"), { timeout: 1000 });
  }).toPass();
  await expect(status).toContainText(/\b09:0\d:\d\d\b/);
  expect(savedTokens(house, attempt, 1)).toContain(right);
  await page.locator('input[name="f2"]').check();
  await expect.poll(() => house.count("response", "item = 2 AND flagged = 1")).toBe(1);

  await page.reload();
  await expect(optionOf(page, 1, right)).toBeChecked();
  await expect(page.locator('input[name="f2"]')).toBeChecked();
  await expect(page.getByRole("button", { name: /^Câu 2, .*Xem lại/ })).toHaveCount(1);
});

test("keeps what another tab has answered when an older page is sent", async ({ page, house, context }) => {
  const caller = await Caller.signedIn(house, NEW_OFFICER);
  await learnAll(house, caller, COURSE);
  const { attempt, tokens } = beginAllTypes(house, NEW_OFFICER, COURSE);
  await signIn(page, NEW_OFFICER);
  // an old page: it hears nothing of the other tab
  await context.route("**/live**", (route) => route.abort());
  await page.goto(`/attempts/${attempt}`);
  const token = tokens.get(3)?.get("true") ?? "";
  const second = await context.newPage();
  await second.goto(`/attempts/${attempt}`);
  await optionOf(second, 3, token).check();
  await button(second, "exam:page.review").click();
  await expect(second).toHaveURL(/\/hand-in$/);
  expect(savedTokens(house, attempt, 3)).toContain(token);

  // the first tab still shows question 3 without an answer
  await expect(optionOf(page, 3, token)).not.toBeChecked();
  await button(page, "exam:page.review").click();
  await expect(page).toHaveURL(/\/hand-in$/);
  expect(savedTokens(house, attempt, 3)).toContain(token);
});

test("sends answers again when the network comes back", async ({ page, house, context }) => {
  const caller = await Caller.signedIn(house, ONE_STOP_OFFICER);
  await learnAll(house, caller, COURSE);
  const { attempt, tokens } = beginAllTypes(house, ONE_STOP_OFFICER, COURSE);
  await signIn(page, ONE_STOP_OFFICER);
  await page.goto(`/attempts/${attempt}`);
  const token = tokens.get(1)?.get("a") ?? "";
  const flag = page.locator('input[name="f1"]');
  const status = page.locator(".exam-bar .save");
  await expect(async () => {
    await flag.setChecked(!(await flag.isChecked()));
    await expect(status).toContainText(words("exam:bar.saved"), { timeout: 1000 });
  }).toPass();
  await context.setOffline(true);
  await optionOf(page, 1, token).check();
  await expect(status).toContainText(words("exam:bar.offline", { count: 1 }));
  expect(savedTokens(house, attempt, 1)).not.toContain(token);
  await context.setOffline(false);
  await expect(status).toContainText(words("exam:bar.saved"));
  expect(savedTokens(house, attempt, 1)).toContain(token);
});

test("ends by the server's clock: what was saved counts, what comes later does not", async ({ page, house }) => {
  const caller = await Caller.signedIn(house, COLLABORATOR);
  await learnAll(house, caller, COURSE);
  const attempt = await startExam(caller, COURSE);
  await answerAll(house, caller, attempt);
  const { minutes } = paperOf(house, attempt);
  await signIn(page, COLLABORATOR);
  await page.goto(`/attempts/${attempt}`);
  const { deadline_at, started_at } = house.row<{ deadline_at: string; started_at: string }>(
    "SELECT deadline_at, started_at FROM attempt WHERE public_id = ?",
    attempt,
  );
  expect(Date.parse(deadline_at) - Date.parse(started_at)).toBe(minutes * MINUTE);

  house.moveClock(minutes * MINUTE + 10 * SECOND);
  const late = await caller.post(`/attempts/${attempt}/save`, {
    json: { saves: [{ item: 1, value: [], flagged: false, clientKey: "5f1e5b6e-4f8a-4c5e-9d7a-0a1b2c3d4e5f.1" }] },
  });
  // it is kept for the exam officer, and counts for nothing until then
  expect(late.status).toBe(200);
  expect(await late.json()).toMatchObject({ late: true });
  // the open page is told, and goes to the result by itself
  await expect(page).toHaveURL(`/attempts/${attempt}/result`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words("exam:result.passed"));
  await expect(page.locator("main")).toContainText(words("exam:result.by.deadline"));
  const result = house.row<{ ended_at: string; ended_by: string; passed: number }>(
    "SELECT r.* FROM attempt_result r JOIN attempt a ON a.id = r.attempt_id WHERE a.public_id = ?",
    attempt,
  );
  expect(result).toMatchObject({ ended_at: deadline_at, ended_by: "deadline", passed: 1 });
  expect(house.count("certificate", "attempt_id IS NOT NULL")).toBe(1);
});

test("never sends the key of an open paper to the browser", async ({ house }) => {
  const caller = await Caller.signedIn(house, LEADER_HUNG_YEN);
  await learnAll(house, caller, COURSE);
  const attempt = await startExam(caller, COURSE);
  const { items, perPage } = paperOf(house, attempt);
  for (let page = 1; page <= Math.ceil(items.length / perPage); page++) {
    for (const path of [`/attempts/${attempt}?page=${page}`, `/attempts/${attempt}.data?page=${page}`]) {
      const answer = await caller.get(path);
      expect(answer.status, path).toBe(200);
      const text = await answer.text();
      // the page has the questions …
      const shown = items.slice((page - 1) * perPage, page * perPage);
      for (const { options } of shown) if (options[0]) expect(text, path).toContain(options[0].token);
      // … and nothing of their answers
      expect(text, path).not.toMatch(/\b(correct|explanation|citation)\b/);
      for (const { key } of items) {
        expect(text, path).not.toContain(key.explanation.vi.slice(0, 40));
        expect(text, path).not.toContain(key.explanation.en.slice(0, 40));
      }
    }
  }
});

test("shows the right answers only after a pass where the course says so", async ({ page, house }) => {
  const caller = await Caller.signedIn(house, HR_HUNG_YEN);
  const { attempt } = await takeCourse(house, caller, "communication-skills", "fail");
  const { items } = paperOf(house, attempt);
  for (const path of [`/attempts/${attempt}/result`, `/attempts/${attempt}/result.data`]) {
    const text = await (await caller.get(path)).text();
    for (const { key } of items) expect(text, path).not.toContain(key.explanation.vi.slice(0, 40));
  }
  await signIn(page, HR_HUNG_YEN);
  await page.goto(`/attempts/${attempt}/result`);
  await expect(page.locator("main")).toContainText(words("exam:result.keyLater"));
});
