import { unitPublicId } from "../learner";
import { button, expect, FOCAL_DA_NANG, HR_CENTRAL, LEADER_HUNG_YEN, link, signIn, test, words } from "../site";

const HUNG_YEN = "bhxh-hung-yen-2025";
const CAO_BANG = "bhxh-cao-bang";

test("a leader comes to the own unit by the first link, and from what is to be done to where it is done", async ({
  page,
  house,
}) => {
  await signIn(page, LEADER_HUNG_YEN);
  await page.getByRole("navigation").getByRole("link").first().click();
  await expect(page).toHaveURL("/leader");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("BHXH tỉnh Hưng Yên");
  await expect(page.getByRole("heading", { name: words("hr:turnover.title") })).toBeVisible();
  const overdue = page.getByRole("link", { name: words("leader:task.overdue") });
  await overdue.click();
  await expect(page).toHaveURL("/leader#overdue");
  await link(page, "hr:overdue.list").click();
  await expect(page).toHaveURL(new RegExp(`/hr/certification\\?.*unit=${unitPublicId(house, HUNG_YEN)}`));

  // another leader's unit does not exist for them
  const refused = await page.goto(`/leader?unit=${unitPublicId(house, CAO_BANG)}`);
  expect(refused?.status()).toBe(404);
});

test("the network adds up on any day, and the place that changed hands three times in two years is told of", async ({
  page,
  house,
}) => {
  await signIn(page, HR_CENTRAL);
  await page.goto("/focal");
  const rows = page.getByRole("table", { name: words("focal:byUnit") }).getByRole("row");
  await expect(rows).toHaveCount(35);
  await expect(page.locator("main")).toContainText("34 đơn vị.");
  await expect(page.locator("main")).toContainText("10/02/2025, 06/10/2025, 01/07/2026");
  await page.getByLabel(words("hr:asOf.label")).fill("30/06/2025");
  await button(page, "parts:asOf.show").click();
  await expect(rows).toHaveCount(64);
  await page.goto("/focal");
  await page.getByRole("table").first().getByRole("link", { name: "BHXH tỉnh Lai Châu" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("BHXH tỉnh Lai Châu");
  await expect(page.locator(".timeline li").first()).toContainText(String(words("focal:unit.vacant")));
  await page.goto(`/leader?unit=${unitPublicId(house, CAO_BANG)}`);
  await expect(page.getByRole("link", { name: words("leader:task.restless", { count: 1 }) })).toBeVisible();
});

test("a setting is changed from a day on under a document, and the form keeps what was typed", async ({ page }) => {
  await signIn(page, HR_CENTRAL);
  await page.goto("/desk/settings/return-days");
  await page.locator("#value").fill("500");
  await page.locator("#document").fill("Quyết định 12/QĐ-BHXH");
  await button(page, "desk:settings.submit").click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.locator("#document")).toHaveValue("Quyết định 12/QĐ-BHXH");
  await page.locator("#value").fill("45");
  await button(page, "desk:settings.submit").click();
  await expect(page.getByRole("status")).toContainText(String(words("desk:settings.changed")));
  await expect(page.locator("main")).toContainText("Quyết định 12/QĐ-BHXH");
});

test("a focal point finds colleagues in the directory of the whole network", async ({ page }) => {
  await signIn(page, FOCAL_DA_NANG);
  await page.goto("/focal/directory?q=bang cao");
  await expect(page.getByRole("table").getByRole("row")).toHaveCount(2);
  await expect(page.locator('a[href^="mailto:"]').first()).toBeVisible();
  expect((await page.goto("/focal"))?.status()).toBe(404);
});
