import type { Page } from "@playwright/test";
import { Caller } from "./caller";
import type { House } from "./house/house";
import { learnAll, paperOf } from "./learner";
import { button, expect, MINUTE, NEW_OFFICER, signIn, test, words } from "./site";

const COURSE = "onboarding";

/** An exam day that is open, for one person, on one device each. */
function sittingOnOneDevice(house: House, staffCode: string): void {
  const at = house.now();
  const minutes = (count: number) => new Date(at.getTime() + count * MINUTE).toISOString();
  house.database.exec(`INSERT INTO change (at, kind) VALUES ('${at.toISOString()}', 'test');
    INSERT INTO sitting (public_id, course_id, unit_id, recorded_change)
      SELECT 'one0device0day00', c.id, u.id, (SELECT MAX(id) FROM change) FROM course c, unit u
      WHERE c.slug = '${COURSE}' AND u.key = 'vss';
    INSERT INTO sitting_plan (sitting_id, title, place, opens_at, closes_at, mode, one_device, status, recorded_change)
      SELECT id, 'Kiểm tra', 'Phòng họp', '${minutes(-5)}', '${minutes(90)}', 'online', 1, 'planned', recorded_change
      FROM sitting WHERE public_id = 'one0device0day00';
    INSERT INTO sitting_candidate (sitting_id, person_id, number, recorded_change)
      SELECT s.id, p.id, '001', s.recorded_change FROM sitting s, person p
      WHERE s.public_id = 'one0device0day00' AND p.staff_code = '${staffCode}'`);
}

const choose = (page: Page, item: number, token: string) =>
  page.locator(`input[name="a${item}"][value="${token}"]`).check();

test("goes on at one device at a time: the other one says so and saves nothing, until it is taken back", async ({
  page: desktop,
  house,
  browser,
}) => {
  await learnAll(house, await Caller.signedIn(house, NEW_OFFICER), COURSE);
  sittingOnOneDevice(house, NEW_OFFICER);
  await signIn(desktop, NEW_OFFICER);
  await desktop.goto(`/courses/${COURSE}/exam`);
  await button(desktop, "exam:intro.start").click();
  await expect(desktop).toHaveURL(/\/attempts\/[^/]+$/);
  const attempt = /attempts\/([^/]+)/.exec(desktop.url())?.[1] ?? "";
  const item = paperOf(house, attempt).items.find(({ type }) => type === "single");
  const [first = "", second = ""] = item?.options.map(({ token }) => token) ?? [];
  const number = item?.number ?? 0;
  const place = Math.ceil(number / paperOf(house, attempt).perPage);
  const saved = () =>
    house
      .rows<{ value: string }>("SELECT value FROM response WHERE item = ? ORDER BY id", number)
      .map(({ value }) => JSON.parse(value)[0]);

  await desktop.goto(`/attempts/${attempt}?page=${place}`);
  await expect(async () => {
    await choose(desktop, number, second);
    await choose(desktop, number, first);
    await expect(desktop.locator(".exam-bar .save")).toContainText(words("exam:bar.saved"), { timeout: 1000 });
  }).toPass();

  // a second device sees that the exam is worked on elsewhere, and takes it over by an act of its own
  const laptop = await (await browser.newContext({ baseURL: house.url, locale: "vi-VN" })).newPage();
  await signIn(laptop, NEW_OFFICER);
  await laptop.goto(`/attempts/${attempt}?page=${place}`);
  await expect(laptop.locator("main")).toContainText(words("exam:elsewhere.title"));
  await button(laptop, "exam:elsewhere.claim").click();
  await laptop.goto(`/attempts/${attempt}?page=${place}`);
  await expect(laptop.locator("main")).not.toContainText(words("exam:elsewhere.title"));
  await expect(laptop.locator(`input[name="a${number}"][value="${first}"]`)).toBeChecked();

  // the first one is told, and what it answers from now on is kept out
  await expect(desktop.locator("main")).toContainText(words("exam:elsewhere.title"));
  const before = saved();
  await choose(desktop, number, second);
  await expect(desktop.locator(".exam-bar")).toContainText(words("exam:bar.elsewhere"));
  expect(saved()).toEqual(before);

  // taken back, it shows what counts, and saves again
  await button(desktop, "exam:elsewhere.claim").click();
  await desktop.goto(`/attempts/${attempt}?page=${place}`);
  await expect(async () => {
    await choose(desktop, number, first);
    await choose(desktop, number, second);
    await expect.poll(() => saved().at(-1), { timeout: 1500 }).toBe(second);
  }).toPass();
  await laptop.context().close();
});
