import { Caller } from "../caller";
import { learnAll } from "../learner";
import { button, expect, link, MINUTE, NEW_OFFICER, signIn, test, words } from "../site";
import { attemptOn } from "./exam-on-screen";

const EXAM_OFFICER = "VSS-00013";
const INVIGILATOR = "VSS-00015";
const COURSE = "onboarding";

/** The time of day in Viet Nam so many minutes from the house's now, as a form takes it, and its day. */
function vietnam(now: Date, minutes: number): { day: string; time: string } {
  const shown = new Date(now.getTime() + minutes * MINUTE + 7 * 60 * MINUTE).toISOString();
  return { day: shown.slice(0, 10), time: shown.slice(11, 16) };
}

test("an exam day: planned, begun with the room code, extended for all, minuted", async ({ page, house, browser }) => {
  // three people on three computers
  test.slow();
  await learnAll(house, await Caller.signedIn(house, NEW_OFFICER), COURSE);

  await signIn(page, EXAM_OFFICER);
  await page.goto("/exams");
  await link(page, "exams:sitting.new.title").click();
  const opens = vietnam(house.now(), -5);
  const closes = vietnam(house.now(), 90);
  await page.locator("#course").selectOption(COURSE);
  await page.locator("#unit").selectOption({ index: 1 });
  await page.locator("#title").fill("Kiểm tra nhập môn, đợt 1");
  await page.locator("#place").fill("Phòng họp tầng 2");
  await page.locator("#day").fill(opens.day);
  await page.locator("#opens").fill(closes.time);
  await page.locator("#closes").fill(opens.time);
  await page.locator("#invigilator").fill(INVIGILATOR);
  await page.locator('input[name="code"][value="new"]').check();
  await button(page, "exams:sitting.new.submit").click();
  // the times are the wrong way round: said beside the field, and what was typed is kept
  await expect(page.getByRole("alert")).toContainText(String(words("exams:sitting.problem.closes-before-opens")));
  await expect(page.locator("#place")).toHaveValue("Phòng họp tầng 2");
  await page.locator("#opens").fill(opens.time);
  await page.locator("#closes").fill(closes.time);
  await button(page, "exams:sitting.new.submit").click();
  await expect(page).toHaveURL(/\/candidates\?done=planned$/);
  const sitting = /\/sittings\/([^/]+)\//.exec(page.url())?.[1] ?? "";
  await page.locator("#codes").fill(`${NEW_OFFICER}, VSS-99999`);
  await button(page, "exams:sitting.add.addCodes").click();
  await expect(page.locator("main")).toContainText("VSS-99999");
  await expect(page.locator("main")).toContainText("001 · ");
  await page.goto(`/exams/sittings/${sitting}`);
  await expect(page.locator("main")).toContainText(String(words("exams:sitting.page.codeHidden")));

  // the invigilator reads the code aloud
  const { javaScriptEnabled } = test.info().project.use;
  const room = await (await browser.newContext({ javaScriptEnabled, baseURL: house.url, locale: "vi-VN" })).newPage();
  await signIn(room, INVIGILATOR);
  await room.goto(`/exams/sittings/${sitting}`);
  const code = (await room.locator("strong.code").textContent()) ?? "";
  expect(code).toMatch(/^[A-Z0-9]{6}$/);
  expect((await room.goto(`/exams/sittings/${sitting}/edit`))?.status()).toBe(404);

  const seat = await (await browser.newContext({ javaScriptEnabled, baseURL: house.url, locale: "vi-VN" })).newPage();
  await signIn(seat, NEW_OFFICER);
  await seat.goto(`/courses/${COURSE}/exam`);
  await seat.locator('[name="roomCode"]').fill("AAAAAA");
  await button(seat, "exam:intro.start").click();
  await expect(seat.getByRole("alert").first()).toBeVisible();
  await seat.locator('[name="roomCode"]').fill(code.toLowerCase());
  await button(seat, "exam:intro.start").click();
  await expect(seat).toHaveURL(/\/attempts\/[^/]+$/);
  const attempt = attemptOn(seat);
  const deadline = () =>
    house.row<{ deadline_at: string }>(
      "SELECT s.deadline_at FROM attempt_standing s JOIN attempt a ON a.id = s.attempt_id WHERE a.public_id = ?",
      attempt,
    ).deadline_at;
  const before = deadline();

  // more time for everybody in the room
  await page.goto(`/exams/sittings/${sitting}`);
  await link(page, "exams:sitting.link.extend").click();
  await page.locator("#minutes").fill("20");
  await page.locator('input[name="reason"][value="power-cut"]').check();
  await button(page, "exams:extend.submit").click();
  await expect(page.getByRole("status").first()).toContainText(String(words("exams:sitting.done.extended")));
  expect(Date.parse(deadline()) - Date.parse(before)).toBe(20 * MINUTE);

  // the minutes, by the invigilator
  await room.goto(`/exams/sittings/${sitting}/minutes`);
  await room.locator("#incidents").fill("Mất điện 20 phút, đã thêm giờ cho cả phòng.");
  await button(room, "exams:minutes.submit").click();
  await expect(room.getByRole("status").first()).toContainText(String(words("exams:sitting.done.minutes")));
  await room.goto(`/exams/sittings/${sitting}/minutes?print=1`);
  await expect(room.locator("article")).toContainText("Mất điện 20 phút");
  await expect(room.locator("article")).toContainText(String(words("exams:print.present", { count: 1 })));
});
