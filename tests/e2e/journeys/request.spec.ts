import { button, expect, HR_HUNG_YEN, link, NEW_OFFICER, signIn, test, words } from "../site";

const PROOF = { name: "công tác.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 invented") };
const WEB_PAGE = { name: "công tác.pdf", mimeType: "application/pdf", buffer: Buffer.from("<html></html>") };

test("asks for more time with proof, and gets it with a reason", async ({ page, browser, house }) => {
  await signIn(page, NEW_OFFICER);
  await page.goto("/requests");
  await link(page, "requests:list.raise").click();
  await link(page, "requests:kind.extend").click();
  await page.locator("#programme").selectOption("communication-basic");
  await page.locator("#until").fill("2027-04-15");
  await page.locator("#proof").setInputFiles([WEB_PAGE]);
  await button(page, "requests:new.submit").click();
  // two things to put right; what was typed stays
  await expect(page.locator(".errors li")).toHaveCount(2);
  await expect(page.locator("#until")).toHaveValue("2027-04-15");
  await page.locator("#text").fill("Tháng 12 đi phục vụ hội nghị của tỉnh.");
  await page.locator("#proof").setInputFiles([PROOF]);
  await button(page, "requests:new.submit").click();
  await expect(page).toHaveURL(/\/requests\/[0-9a-z]{16}\?done=raised$/);
  await expect(page.locator(".toast")).toContainText("04/12/2026");
  const address = new URL(page.url()).pathname;

  const { javaScriptEnabled } = test.info().project.use;
  const desk = await browser.newPage({ javaScriptEnabled, baseURL: house.url });
  await signIn(desk, HR_HUNG_YEN);
  await desk.goto("/requests/inbox");
  await desk.locator(`main a[href="${address}"]`).click();
  await expect(desk.locator("main")).toContainText("Tháng 12 đi phục vụ hội nghị của tỉnh.");
  const [download] = await Promise.all([
    desk.waitForEvent("download"),
    desk.getByRole("link", { name: /công tác\.pdf/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(PROOF.name);
  await button(desk, "requests:decide.approved").click();
  await expect(desk.locator(".errors")).toContainText(words("requests:trouble.words-missing"));
  await desk.locator("#text").fill("Đồng ý, vì việc của tỉnh.");
  await desk.locator("#on").fill("2027-04-15");
  await button(desk, "requests:decide.approved").click();
  await expect(desk.locator(".toast")).toContainText(words("requests:done.approved"));
  await desk.close();

  await page.goto(address);
  await expect(page.locator("main")).toContainText("Đồng ý, vì việc của tỉnh.");
  await page.goto("/");
  await expect(page.locator("main")).toContainText("15/04/2027");
});
