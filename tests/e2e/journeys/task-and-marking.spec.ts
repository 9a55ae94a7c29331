import type { Browser, Page } from "@playwright/test";
import { Caller } from "../caller";
import type { House } from "../house/house";
import { lessonsOf } from "../learner";
import { expect, FOCAL_DA_NANG, signIn, test, words } from "../site";

const MARKERS = ["VSS-00015", "VSS-00016", "VSS-00014"] as const;
const EXAM_OFFICER = "VSS-00013";
const PDF = { name: "phụ lục.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 invented") };
const TEXT = "Kính gửi Lãnh đạo. Hồ sơ giải thích, làm rõ gồm năm phần.";

/** The third of three markers gets the role here: the demo has two. */
function letMark(house: House, staffCode: string): void {
  const { id } = house.row<{ id: number }>(
    "SELECT a.id FROM account a JOIN person p ON p.id = a.person_id WHERE p.staff_code = ?",
    staffCode,
  );
  const { unit_id } = house.row<{ unit_id: number }>("SELECT unit_id FROM permission_grant WHERE role = 'marker'");
  const change = house.database
    .prepare("INSERT INTO change (at, kind) VALUES ('2026-11-21T00:00:00.000Z', 'test')")
    .run();
  house.database
    .prepare(
      `INSERT INTO permission_grant (public_id, account_id, role, unit_id, valid_from, recorded_change)
       VALUES ('third0marker0000', ?, 'marker', ?, '2026-01-01', ?)`,
    )
    .run(id, unit_id, change.lastInsertRowid);
}

async function open(browser: Browser, house: House, who: string): Promise<Page> {
  const { javaScriptEnabled } = test.info().project.use;
  const page = await browser.newPage({ javaScriptEnabled, baseURL: house.url });
  await signIn(page, who);
  return page;
}

async function mark(browser: Browser, house: House, who: string, share: number): Promise<void> {
  const page = await open(browser, house, who);
  await page.goto("/marking");
  await page.locator('form[action="/marking/take"] button').first().click();
  await expect(page.locator("main")).toContainText(TEXT);
  await expect(page.locator("main")).not.toContainText("Khôi");
  // what is not complete is said, and nothing is lost
  await page.locator('textarea[name="comment"]').fill(`Nhận xét của ${who}`);
  await page.locator('button[name="next"][value="finish"]').click();
  await expect(page.locator(".errors")).toBeVisible();
  await page.goBack();
  await expect(page.locator('textarea[name="comment"]')).toHaveValue(`Nhận xét của ${who}`);
  const inputs = page.locator('input[name^="points-"]');
  for (let index = 0; index < (await inputs.count()); index++) {
    const label = await page.locator('label[for^="points-"]').nth(index).innerText();
    const most = Number(/(\d+)\)/.exec(label)?.[1]);
    await inputs.nth(index).fill(String(Math.round(most * share)));
  }
  await page.locator('button[name="next"][value="finish"]').click();
  await expect(page).toHaveURL(/\/finish$/);
  await page.getByRole("button", { name: words("marking:finish.submit"), exact: true }).click();
  await expect(page.locator(".toast")).toContainText(words("marking:done.finished"));
  await page.close();
}

test("a task is written, handed in, marked by two who differ and a third, told, and read", async ({
  page,
  browser,
  house,
}) => {
  test.setTimeout(180_000);
  letMark(house, MARKERS[2]);
  const caller = await Caller.signedIn(house, FOCAL_DA_NANG);
  const [lesson] = lessonsOf(house, "foreign-information");
  await caller.post(`/courses/foreign-information/lessons/${lesson}`, { form: {} });
  await signIn(page, FOCAL_DA_NANG);
  await page.goto("/courses/foreign-information");
  await page.locator('form[action="/tasks/start"] button').click();
  await page.locator("#text").fill(TEXT);
  await page.locator("#files").setInputFiles([PDF]);
  await page.locator('button[name="next"][value="stay"]').click();
  await expect(page.locator(".toast")).toContainText(words("tasks:done.saved"));
  await expect(page.locator("main")).toContainText(PDF.name);
  await expect(page.locator("#text")).toHaveValue(TEXT);
  const address = new URL(page.url()).pathname;
  await page.locator('button[name="next"][value="hand-in"]').click();
  await page.getByRole("button", { name: words("tasks:handIn.submit") }).click();
  await expect(page.locator(".errors")).toContainText(words("tasks:problem.not-confirmed"));
  await page.locator('input[name="confirm"]').check();
  await page.getByRole("button", { name: words("tasks:handIn.submit") }).click();
  await expect(page.locator(".toast")).toContainText(words("tasks:done.handed-in"));

  await mark(browser, house, MARKERS[0], 1);
  await mark(browser, house, MARKERS[1], 0);
  await page.goto(address);
  await expect(page.locator("main")).not.toContainText("Nhận xét của");
  await mark(browser, house, MARKERS[2], 1);

  const officer = await open(browser, house, EXAM_OFFICER);
  await officer.goto("/marking/release");
  await expect(officer.locator("main")).toContainText("Khôi");
  await officer.locator('input[name="confirm"]').check();
  await officer.getByRole("button", { name: words("marking:release.submit") }).click();
  await expect(officer.locator(".toast")).toContainText(words("marking:release.done.told"));
  await officer.close();

  await page.goto(address);
  await expect(page.locator("main")).toContainText(words("learning:task.passed"));
  await expect(page.locator("main")).toContainText(`Nhận xét của ${MARKERS[0]}`);
  await expect(page.locator("main")).not.toContainText(`Nhận xét của ${MARKERS[1]}`);
  await page.locator('a[href^="/requests/new?kind=appeal-mark"]').click();
  await expect(page.locator("#attempt")).toHaveValue(/^task-/);
});
