import type { BrowserContext, Page } from "@playwright/test";
import {
  type AllTypes,
  beginAllTypes,
  type GivenAnswer,
  giveAnswer,
  inTokens,
  PER_PAGE,
  QUESTIONS,
  savedAnswer,
  TOTAL_EARNED,
} from "./all-types";
import { Caller } from "./caller";
import type { House } from "./house/house";
import { learnAll, lessonsOf, personIdOf } from "./learner";
import {
  button,
  COLLABORATOR,
  expect,
  FOCAL_DA_NANG,
  HR_HUNG_YEN,
  LEADER_HUNG_YEN,
  MINUTE,
  NEW_OFFICER,
  ONE_STOP_OFFICER,
  PASSWORD,
  signIn,
  test,
  words,
} from "./site";

const COURSE = "onboarding";
const status = (page: Page) => page.locator(".exam-bar .save");
const given = (item: number): GivenAnswer => QUESTIONS[item - 1]?.answer ?? "";

async function begin(house: House, staffCode: string): Promise<AllTypes> {
  await learnAll(house, await Caller.signedIn(house, staffCode), COURSE);
  return beginAllTypes(house, staffCode, COURSE);
}

/** Opens the exam, and waits until its page is alive and holds the whole paper. */
async function openExam(page: Page, { attempt }: AllTypes, query = ""): Promise<void> {
  const held = page.waitForResponse((response) => response.url().endsWith(`/attempts/${attempt}/paper`));
  await page.goto(`/attempts/${attempt}${query}`);
  await held;
}

async function turnTo(page: Page, item: number): Promise<void> {
  await page.locator(`.palette button[value="${item}"]`).click();
  await expect(page.locator(`#q${item}`)).toBeVisible();
}

const kept = (house: House, all: AllTypes, item: number) =>
  expect.poll(() => savedAnswer(house, all.attempt, item), { message: `item ${item}`, timeout: 20_000 });

/** What this browser keeps of answers, as it lies in its database. */
function storedOnDevice(page: Page): Promise<{ items: number[]; text: string }> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open("cau-noi-exam");
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const rows = await new Promise<{ item: number; sealed: ArrayBuffer }[]>((resolve) => {
      const all = database.transaction("answers").objectStore("answers").getAll();
      all.onsuccess = () => resolve(all.result);
    });
    database.close();
    const text = rows.map((row) => JSON.stringify(row) + new TextDecoder("latin1").decode(row.sealed)).join();
    return { items: rows.map(({ item }) => item), text };
  });
}

const endSessions = (house: House, staffCode: string) =>
  house.database
    .prepare("DELETE FROM session WHERE account_id IN (SELECT id FROM account WHERE person_id = ?)")
    .run(personIdOf(house, staffCode));

/** A browser on another machine, signed in. */
async function otherDevice(
  browser: import("@playwright/test").Browser,
  house: House,
  staffCode: string,
): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: house.url });
  await signIn(await context.newPage(), staffCode);
  return context;
}

test("loses no answer to a cut line, a killed tab, an ended login, another device or a server that dies", async ({
  page: first,
  house,
  context,
  browser,
}) => {
  test.setTimeout(180_000);
  const all = await begin(house, NEW_OFFICER);
  let page = first;
  await signIn(page, NEW_OFFICER);
  await openExam(page, all);

  // a wrong answer first, corrected later: the newest counts
  await giveAnswer(page, all, 1, ["b"]);
  await giveAnswer(page, all, 2, given(2));
  await expect(status(page)).toContainText(words("exam:bar.saved"));
  await kept(house, all, 2).toEqual(inTokens(all, 2, given(2)));

  // the line is cut: one goes on, over pages, and the page says what is not saved
  await context.setOffline(true);
  await giveAnswer(page, all, 3, given(3));
  await giveAnswer(page, all, 4, given(4));
  await turnTo(page, 5);
  await giveAnswer(page, all, 5, given(5));
  await expect(status(page)).toContainText(words("exam:bar.offline", { count: 3 }));
  expect(savedAnswer(house, all.attempt, 5)).toBeUndefined();
  await turnTo(page, 4);
  await expect(page.locator(`[name^="a4."]`).first()).not.toHaveValue("");

  // the tab is killed; another page of the site sends what waits
  await page.close();
  await context.setOffline(false);
  page = await context.newPage();
  await page.goto("/");
  for (const item of [3, 4, 5]) await kept(house, all, item).toEqual(inTokens(all, item, given(item)));
  await expect.poll(async () => (await storedOnDevice(page)).items).toEqual([]);

  // the server dies: what was shown as saved is there, what was not goes when it is back
  await openExam(page, all, "?page=2");
  await giveAnswer(page, all, 6, given(6));
  await kept(house, all, 6).toEqual(inTokens(all, 6, given(6)));
  await expect(status(page)).toContainText(words("exam:bar.saved"));
  await house.kill();
  await giveAnswer(page, all, 7, given(7));
  await expect(status(page)).toContainText(words("exam:bar.offline", { count: 1 }));
  await house.restart();
  await kept(house, all, 7).toEqual(inTokens(all, 7, given(7)));
  await kept(house, all, 6).toEqual(inTokens(all, 6, given(6)));
  await expect(status(page)).toContainText(words("exam:bar.saved"));

  // a reload in the moment of saving: what the server has not heard comes back, and is sent
  await context.setOffline(true);
  await giveAnswer(page, all, 8, given(8));
  await expect(status(page)).toContainText(words("exam:bar.offline", { count: 1 }));
  await context.setOffline(false);
  await page.reload();
  await expect(page.locator(`[name="a8"][value="${(inTokens(all, 8, given(8)) as string[])[0]}"]`)).toBeChecked();
  await kept(house, all, 8).toEqual(inTokens(all, 8, given(8)));

  // the login ends: nothing is lost, one logs in again and is back where one was
  await openExam(page, all, "?page=3");
  endSessions(house, NEW_OFFICER);
  await giveAnswer(page, all, 9, given(9));
  await expect(status(page)).toContainText(words("exam:bar.signedOut", { count: 1 }));
  expect(savedAnswer(house, all.attempt, 9)).toBeUndefined();
  await page.getByRole("link", { name: words("exam:bar.signIn") }).click();
  await page.locator("#login").fill(NEW_OFFICER);
  await page.locator("#password").fill(PASSWORD);
  await page.locator("form:has(#password) button").click();
  await expect(page).toHaveURL(`/attempts/${all.attempt}?page=3`);
  await kept(house, all, 9).toEqual(inTokens(all, 9, given(9)));

  // another device corrects an answer: this page shows it without disturbing what is being typed
  await openExam(page, all);
  const there = await otherDevice(browser, house, NEW_OFFICER);
  const other = there.pages()[0] as Page;
  await openExam(other, all);
  await giveAnswer(other, all, 1, given(1));
  await kept(house, all, 1).toEqual(inTokens(all, 1, given(1)));
  const right = page.locator(`[name="a1"][value="${(inTokens(all, 1, given(1)) as string[])[0]}"]`);
  await expect(right).toBeChecked({ timeout: 5000 });
  await turnTo(page, 10);
  await page.locator('[name="a10"]').pressSequentially("Tôn trọng");
  await turnTo(other, 10);
  await other.locator('[name="a10"]').fill("Từ máy kia");
  await expect(page.getByText(words("exam:page.newerElsewhere"))).toBeVisible();
  await expect(page.locator('[name="a10"]')).toHaveValue("Tôn trọng");
  await page.locator('[name="a10"]').pressSequentially(" người dân");
  await kept(house, all, 10).toBe(given(10));
  await expect(other.locator('[name="a10"]')).toHaveValue("Từ máy kia");
  await other
    .locator("h1")
    .focus()
    .catch(() => undefined);

  // the browser's process crashes with an answer that was not sent
  await page.route("**/save", (route) => route.abort());
  await giveAnswer(page, all, 11, given(11));
  await expect(status(page)).toContainText(words("exam:bar.offline", { count: 1 }));
  const crash = page.waitForEvent("crash");
  const devtools = await context.newCDPSession(page);
  void devtools.send("Page.crash").catch(() => undefined);
  await crash;
  page = await context.newPage();
  await openExam(page, all, "?page=3");
  await kept(house, all, 11).toEqual(inTokens(all, 11, given(11)));
  await there.close();

  // at the end every answer is what the person chose, in one attempt, with the right mark
  await button(page, "exam:page.review").click();
  await expect(page).toHaveURL(/\/hand-in$/);
  await button(page, "exam:handIn.submit").click();
  await expect(page).toHaveURL(/\/result$/);
  for (let item = 1; item <= QUESTIONS.length; item++) {
    expect(savedAnswer(house, all.attempt, item), `item ${item}`).toEqual(inTokens(all, item, given(item)));
  }
  expect(house.count("attempt", "person_id = ?", personIdOf(house, NEW_OFFICER))).toBe(1);
  const results = house.rows<{ score: number; max_score: number; pending: number }>(
    "SELECT r.* FROM attempt_result r JOIN attempt a ON a.id = r.attempt_id WHERE a.public_id = ?",
    all.attempt,
  );
  expect(results).toHaveLength(1);
  expect(results[0]?.score).toBeCloseTo(TOTAL_EARNED, 9);
  expect(results[0]).toMatchObject({ max_score: QUESTIONS.length, pending: 0 });
  expect((await storedOnDevice(page)).items).toEqual([]);
});

test("keeps what waits sealed: the next user of the computer reads nothing, and sends nothing", async ({
  page,
  house,
  context,
}) => {
  const all = await begin(house, ONE_STOP_OFFICER);
  await signIn(page, ONE_STOP_OFFICER);
  await openExam(page, all, "?page=3");
  await context.setOffline(true);
  await page.locator('[name="a10"]').fill("Tôn trọng người dân");
  await expect(status(page)).toContainText(words("exam:bar.offline", { count: 1 }));
  const stored = await storedOnDevice(page);
  expect(stored.items).toEqual([10]);
  expect(stored.text).not.toContain("ng người");
  expect(stored.text).not.toMatch(/value|flagged/);
  await context.setOffline(false);
  endSessions(house, ONE_STOP_OFFICER);
  await context.clearCookies();
  await signIn(page, HR_HUNG_YEN);
  const asked = page.waitForResponse((response) => response.url().endsWith("/queue-key"));
  await page.goto("/");
  expect((await asked).status()).toBe(404);
  expect((await storedOnDevice(page)).items).toEqual([10]);
  expect(savedAnswer(house, all.attempt, 10)).toBeUndefined();

  // its own account is back: it is sent from the first page that opens
  await context.clearCookies();
  await signIn(page, ONE_STOP_OFFICER);
  await page.goto("/");
  await kept(house, all, 10).toBe("Tôn trọng người dân");
});

test("warns before a logout while answers wait, and keeps them", async ({ page, house, context }) => {
  const all = await begin(house, COLLABORATOR);
  await signIn(page, COLLABORATOR);
  await openExam(page, all);
  const account = await context.newPage();
  await account.goto("/account");
  await account.waitForLoadState("networkidle");
  await context.setOffline(true);
  await giveAnswer(page, all, 1, given(1));
  await expect(status(page)).toContainText(words("exam:bar.offline", { count: 1 }));
  // the page of the exam is gone, its answer is not
  await page.close();
  await context.setOffline(false);
  await account.route("**/attempts/**", (route) => route.abort());
  await button(account, "access:account.logout").click();
  await expect(account.getByText(words("access:account.waitingTitle", { count: 1 }))).toBeVisible();
  await expect(account).toHaveURL("/account");
  await button(account, "access:account.logoutAnyway").click();
  await expect(account).toHaveURL("/login");
  await account.unroute("**/attempts/**");
  expect((await storedOnDevice(account)).items).toEqual([1]);
  await signIn(account, COLLABORATOR);
  await account.goto("/");
  await kept(house, all, 1).toEqual(inTokens(all, 1, given(1)));
});

test("warns before a logout while the draft of a task waits, and sends it when there is a line", async ({
  page,
  house,
  context,
}) => {
  const caller = await Caller.signedIn(house, FOCAL_DA_NANG);
  await caller.post(`/courses/foreign-information/lessons/${lessonsOf(house, "foreign-information")[0]}`, { form: {} });
  await signIn(page, FOCAL_DA_NANG);
  await page.goto("/courses/foreign-information");
  await page.locator('form[action="/tasks/start"] button').click();
  await page.waitForLoadState("networkidle");
  const account = await context.newPage();
  await account.goto("/account");
  await account.waitForLoadState("networkidle");
  await context.setOffline(true);
  await page.locator("#text").fill("Viết khi mất mạng.");
  await expect(page.locator(".draft-line")).toContainText(words("tasks:draft.offline"));
  await page.close();
  await context.setOffline(false);
  await account.route("**/tasks/**", (route) => route.abort());
  await button(account, "access:account.logout").click();
  await expect(account.getByText(words("access:account.waitingTitle", { count: 1 }))).toBeVisible();
  await button(account, "access:account.stay").click();
  await account.unroute("**/tasks/**");
  expect(house.count("task_draft", "true")).toBe(0);
  await button(account, "access:account.logout").click();
  await expect(account).toHaveURL("/login");
  expect(house.row<{ text: string }>("SELECT text FROM task_draft").text).toBe("Viết khi mất mạng.");
});

test("shows a longer time within five seconds, and says so", async ({ page, house }) => {
  const all = await begin(house, LEADER_HUNG_YEN);
  await signIn(page, LEADER_HUNG_YEN);
  await openExam(page, all);
  const { id, deadline_at } = house.row<{ id: number; deadline_at: string }>(
    "SELECT id, deadline_at FROM attempt WHERE public_id = ?",
    all.attempt,
  );
  const later = new Date(Date.parse(deadline_at) + 30 * MINUTE).toISOString();
  const { change } = house.row<{ change: number }>("SELECT MAX(id) AS change FROM change");
  house.database
    .prepare(
      "INSERT INTO attempt_time (attempt_id, kind, minutes, deadline_at, reason, recorded_change) VALUES (?, 'extended', 30, ?, 'mất điện', ?)",
    )
    .run(id, later, change);
  const end = new Date(Date.parse(later) + 7 * 60 * MINUTE).toISOString().slice(11, 16);
  await expect(page.locator(".exam-time time")).toHaveText(end, { timeout: 5000 });
  await expect(page.getByText(words("exam:said.newEnd", { time: end }))).toBeAttached();
  await expect(page.locator(".timer")).toContainText(/^1:2\d/);
});

test("is answered by keyboard alone, whatever the type, and fits a narrow screen", async ({ page, house }) => {
  test.setTimeout(120_000);
  const all = await begin(house, HR_HUNG_YEN);
  await signIn(page, HR_HUNG_YEN);
  await page.setViewportSize({ width: 320, height: 640 });
  for (let number = 1; number <= Math.ceil(QUESTIONS.length / PER_PAGE); number++) {
    await openExam(page, all, `?page=${number}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
      0,
    );
    for (let item = (number - 1) * PER_PAGE + 1; item <= Math.min(number * PER_PAGE, QUESTIONS.length); item++) {
      await answerByKeys(page, all, item);
      await kept(house, all, item).toEqual(inTokens(all, item, given(item)));
    }
  }
});

/** Presses Tab until the focus is where it should be. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 150; presses++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the Tab key does not reach ${selector}`);
}

async function answerByKeys(page: Page, all: AllTypes, item: number): Promise<void> {
  const answer = inTokens(all, item, given(item));
  // each question from the top of the page: what stands before it must be passable
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const chosen = (token: string) => `[name="a${item}"][value="${token}"]`;
  const field = (part: string) => `[name="a${item}.${part}"]`;
  const content = QUESTIONS[item - 1]?.content;
  if (typeof answer === "string") {
    await tabTo(page, `[name="a${item}"]`);
    await page.keyboard.type(answer);
  } else if (content?.type === "multiple") {
    for (const token of answer as string[]) {
      await tabTo(page, chosen(token));
      await page.keyboard.press("Space");
    }
  } else if (content?.type === "ordering") {
    // by the buttons: the first step goes up to the top, then the second …
    for (const [index, token] of (answer as string[]).entries()) {
      await tabTo(page, `[id="a${item}.${token}.up"]`);
      for (let place = 0; place < QUESTIONS.length; place++) {
        const select = page.locator(field(token));
        if ((await select.inputValue()) === String(index + 1)) break;
        await page.keyboard.press("Enter");
      }
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    }
  } else if (Array.isArray(answer) && content?.type === "judgement" && content.answer === "rank") {
    for (const [index, token] of (answer as string[]).entries()) {
      const select = page.locator(field(token));
      await tabTo(page, field(token));
      while (Number(await select.inputValue()) !== index + 1) {
        await page.keyboard.press(Number(await select.inputValue()) > index + 1 ? "ArrowUp" : "ArrowDown");
      }
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    }
  } else if (Array.isArray(answer)) {
    // a group of radio buttons is one stop; arrows go through it
    await tabTo(page, `[name="a${item}"]`);
    for (let presses = 0; presses < 6; presses++) {
      if (await page.locator(chosen((answer as string[])[0] ?? "")).isChecked()) break;
      await page.keyboard.press(presses === 0 ? "Space" : "ArrowDown");
    }
  } else {
    for (const [name, text] of Object.entries(answer as Record<string, string>)) {
      await tabTo(page, field(name));
      const isSelect = await page.evaluate(() => document.activeElement?.tagName === "SELECT");
      if (!isSelect) await page.keyboard.type(text);
      else {
        for (let presses = 0; presses < 8; presses++) {
          if ((await page.locator(field(name)).inputValue()) === text) break;
          await page.keyboard.press("ArrowDown");
        }
      }
    }
  }
}
