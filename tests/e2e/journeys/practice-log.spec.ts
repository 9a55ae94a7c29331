import type { Page } from "@playwright/test";
import { button, expect, LEADER_HUNG_YEN, link, NEW_OFFICER, signIn, test, words } from "../site";

/** Row of the officer behind the cell of the heat map, as the leader sees it. */
const behindCell = (page: Page) => page.locator("main li").filter({ hasText: "Vũ Thị Hải Yến" });
const CELL = "/hr/cell?competency=dialogue&level=PROVINCIAL&who=all";
const item = (page: Page) => page.locator(".item").filter({ hasText: "Đối thoại với người dân" });

test("writes what was done; the leader confirms it, and the level rises on the own page and in the heat map", async ({
  page,
  browser,
  house,
}) => {
  test.slow();
  await signIn(page, NEW_OFFICER);
  await page.goto("/competency");
  await expect(item(page)).toContainText(words("parts:levels.none"));
  // the demo has one confirmed, one waiting, one returned
  await page.goto("/log");
  await expect(page.locator("main")).toContainText(words("competency:log.state.returned"));

  await link(page, "competency:log.write").click();
  await page.locator("#competency").selectOption("dialogue");
  await page.locator("#onDate").fill("2026-11-20");
  await page.locator("#place").fill("Nhà văn hóa xã Tân Hưng");
  await page.locator("#people").fill("0");
  await page.locator("#link").fill("javascript:alert(1)");
  await button(page, "competency:log.submit").click();
  // the audience and the part are missing
  await expect(page.locator(".errors li")).toHaveCount(2);
  await page.locator("#audience").fill("Nông dân");
  await page.locator("input[name=role][value=led]").check();
  await button(page, "competency:log.submit").click();
  // nobody came, and no web address
  await expect(page.locator("#people-error")).toBeVisible();
  await expect(page.locator("#link-error")).toBeVisible();
  await expect(page.locator("#place")).toHaveValue("Nhà văn hóa xã Tân Hưng");
  await page.locator("#people").fill("45");
  await page.locator("#link").fill("https://example.vn/tan-hung");
  await button(page, "competency:log.submit").click();
  await expect(page).toHaveURL(/\/log\/[0-9a-z]{16}\?done=written$/);
  const written = new URL(page.url()).pathname;

  const { javaScriptEnabled } = test.info().project.use;
  const desk = await browser.newPage({ javaScriptEnabled, baseURL: house.url });
  await signIn(desk, LEADER_HUNG_YEN);
  await desk.goto(CELL);
  await expect(behindCell(desk)).toContainText(words("parts:levels.none"));
  await desk.goto("/log/queue");
  await expect(desk.locator("main li:has(a[href^='/log/'])")).toHaveCount(2);
  await desk.locator(`main a[href="${written}"]`).click();
  await button(desk, "competency:decide.return").click();
  await expect(desk.locator(".errors")).toContainText(words("competency:log.problem.words"));
  await desk.locator("#text").fill("Ghi rõ số người thật sự ở lại.");
  await button(desk, "competency:decide.return").click();
  await expect(desk.locator(".toast")).toContainText(words("competency:queue.done.returned"));

  await page.goto(written);
  await expect(page.locator("main")).toContainText("Ghi rõ số người thật sự ở lại.");
  await link(page, "competency:log.mend").click();
  await page.locator("#people").fill("38");
  await button(page, "competency:log.mendSubmit").click();
  await expect(page.locator(".toast")).toContainText(words("competency:log.done.mended"));

  for (const left of [2, 1]) {
    await desk.goto("/log/queue");
    await expect(desk.locator("main li:has(a[href^='/log/'])")).toHaveCount(left);
    await desk.locator("main li a[href^='/log/']").first().click();
    await button(desk, "competency:decide.confirm").click();
    await expect(desk.locator(".toast")).toContainText(words("competency:queue.done.confirmed"));
  }
  await desk.goto(CELL);
  await expect(behindCell(desk)).toContainText(words("parts:levels.has", { level: 2 }));
  await desk.close();

  await page.goto("/competency");
  await expect(item(page)).toContainText(words("parts:levels.has", { level: 2 }));
  await item(page).locator("summary").click();
  await item(page).locator("a[href^='/log/']").filter({ hasText: "Tân Hưng" }).click();
  await expect(page.locator("main")).toContainText(words("competency:log.state.confirmed"));

  // withdrawn, it takes the level with it
  await link(page, "competency:log.withdraw").click();
  await button(page, "competency:log.withdrawSubmit").click();
  await expect(page.locator(".toast")).toContainText(words("competency:log.done.withdrawn"));
  await page.goto("/competency");
  await expect(item(page)).toContainText(words("parts:levels.none"));
});
