import { button, expect, HR_CENTRAL, link, signIn, test, words } from "../site";

const SIGNATORY = "VSS-00017";
const PROGRAMME = "equipment-livestream";

test("HR puts who qualifies on a list, the signatory approves it, and the register has them", async ({
  page,
  house,
}) => {
  await signIn(page, HR_CENTRAL);
  await page.goto("/issuing");
  await page.locator(`main a[href="/issuing/new?programme=${PROGRAMME}"]`).click();
  await expect(page).toHaveURL(/\/issuing\/new\?programme=/);
  const boxes = page.locator('input[name="person"]');
  // the address changes before the page does
  await expect(boxes.nth(1)).toBeVisible();
  const people = await boxes.count();
  // one of them stays behind, and waits for the next list
  await boxes.first().uncheck();
  await button(page, "authority:draw.submit").click();
  await expect(page.locator(".toast")).toContainText(words("authority:list.done.drawn-up"));
  const list = new URL(page.url()).pathname;
  await link(page, "authority:act.submit.title").click();
  await button(page, "authority:act.submit.submit").click();
  await expect(page.locator(".toast")).toContainText(words("authority:list.done.submitted"));
  await expect(link(page, "authority:act.approve.title")).toHaveCount(0);

  await page.context().clearCookies();
  await signIn(page, SIGNATORY);
  await page.goto("/issuing");
  await page.locator(`main a[href="${list}"]`).click();
  await link(page, "authority:act.approve.title").click();
  await button(page, "authority:act.approve.submit").click();
  // what is missing is said beside its field, by the browser or by the server
  await expect(page).toHaveURL(new RegExp(`${list}/approve$`));
  await page.locator("#number").fill("77/QĐ-TCCB");
  await button(page, "authority:act.approve.submit").click();
  await expect(page.locator(".toast")).toContainText(words("authority:list.done.approved"));
  const papers = page.locator('main table a[href^="/certificates/"]');
  await expect(papers).toHaveCount(people - 1);
  const serial = (await papers.first().textContent()) ?? "";
  await papers.first().click();
  await expect(page.locator(".cert")).toContainText("KT. ");
  await expect(page.locator(".cert")).toContainText("77/QĐ-TCCB");

  await page.goto(`/register?year=${serial.slice(3, 7)}&programme=${PROGRAMME}`);
  await expect(page.locator("main table")).toContainText(serial);
  const rows = house.row<{ issued: number }>(
    "SELECT COUNT(*) AS issued FROM certificate WHERE issue_list_id IS NOT NULL AND programme = ?",
    PROGRAMME,
  );
  expect(rows.issued).toBe(people - 1);
});
