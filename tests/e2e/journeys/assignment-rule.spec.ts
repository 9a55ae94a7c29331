import { button, DAY, expect, LEADER_HUNG_YEN, link, PROGRAMME_OWNER, signIn, test, words } from "../site";

const TITLE = "Nhập môn cho lãnh đạo";

test("a rule is drafted, previewed by name, put into force, seen by the person with its reason, and ended", async ({
  page,
  browser,
  house,
}) => {
  await signIn(page, PROGRAMME_OWNER);
  await page.goto("/rules");
  await link(page, "rules:list.new").click();
  const field = (key: string) => page.getByLabel(words(key), { exact: true });
  await field("rules:form.titleVi").fill(TITLE);
  await field("rules:form.titleEn").fill("Onboarding for leaders");
  const positions = page.getByRole("group", { name: words("rules:form.position"), exact: true }).first();
  await positions.getByLabel("Lãnh đạo đơn vị").check();
  await page.locator("#g0-under").selectOption({ label: "BHXH tỉnh Hưng Yên" });
  await page.locator("#assigns").selectOption("onboarding/onboarding");
  await page.locator("#dueDays").fill("45");
  await page.locator("#reasonVi").fill("Vì bạn là {position} tại {unit}.");
  await page.locator("#reasonEn").fill("Because you are {position} at {unit}.");
  await page.locator("#issuerVi").fill("Ban Truyền thông");
  await page.locator("#issuerEn").fill("Communication department");
  await page.locator("#document").fill("12/QĐ ngày 20/11/2026");
  // a first day that has passed is refused when the rule is put into force, so it begins today
  await page.locator("#from").fill("2026-11-21");
  await button(page, "rules:form.submit").click();
  await expect(page.getByRole("status")).toContainText(words("rules:done.saved"));

  // a draft assigns nothing
  const leader = await browser.newPage({ baseURL: house.url });
  await signIn(leader, LEADER_HUNG_YEN);
  await leader.goto("/");
  await expect(leader.locator("main")).not.toContainText("Vì bạn là Lãnh đạo");
  const name = (await leader.locator("h1").textContent())?.replace(/^Chào /, "") ?? "";

  await link(page, "rules:page.preview").click();
  await expect(page.locator("main .rows")).toContainText(name);
  await button(page, "rules:preview.activate").click();
  await expect(page.getByRole("status")).toContainText(words("rules:done.activated"));

  await leader.goto("/");
  await expect(leader.locator("main")).toContainText("Vì bạn là Lãnh đạo đơn vị tại BHXH tỉnh Hưng Yên.");
  await expect(leader.locator("main")).toContainText("12/QĐ ngày 20/11/2026");

  await link(page, "rules:page.retire").click();
  await page.locator("#on").fill("2026-11-23");
  await button(page, "rules:retire.look").click();
  await expect(page).toHaveURL(/on=2026-11-23/);
  await expect(page.locator("main .rows")).toContainText(name);
  await page.locator("#document").fill("13/QĐ ngày 21/11/2026");
  await button(page, "rules:retire.submit").click();
  await expect(page.getByRole("status")).toContainText(words("rules:done.retired"));

  // the duty lasts until the day before, and ends with its reason
  await leader.goto("/");
  await expect(leader.locator("main")).toContainText("Vì bạn là Lãnh đạo đơn vị tại");
  house.moveClock(2 * DAY);
  await leader.goto("/");
  await expect(leader.locator("main")).not.toContainText("Vì bạn là Lãnh đạo đơn vị tại");
  await expect(leader.locator("main")).toContainText("không còn phải học từ 23/11/2026");
  await leader.close();
});
