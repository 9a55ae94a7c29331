import { button, expect, HR_HUNG_YEN, link, NEW_OFFICER, signIn, test, words } from "../site";

const PAPER = { name: "giấy chứng nhận.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 a class") };

test("a training held elsewhere is handed in, verified as its paper says it, and counts", async ({
  page,
  browser,
  house,
}) => {
  await signIn(page, NEW_OFFICER);
  await page.goto("/proofs");
  await link(page, "proofs:list.newTraining").click();
  await page.locator("#title").fill("Kỹ năng thông tin đối ngoại");
  await page.locator("#topic").selectOption("foreign-information");
  await page.locator("#provider").selectOption("other");
  await page.locator("#hours").fill("16,5");
  await page.locator("#from").fill("2026-03-02");
  await page.locator("#to").fill("2026-03-01");
  await page.locator("#place").fill("Hà Nội");
  await page.locator("#proof").setInputFiles(PAPER);
  await button(page, "proofs:new.submit").click();
  // what is wrong is said beside its field, and what was typed is kept
  await expect(page.getByRole("alert")).toContainText(words("proofs:problem.to"));
  await expect(page.locator("#title")).toHaveValue("Kỹ năng thông tin đối ngoại");
  await page.locator("#to").fill("2026-03-03");
  await page.locator("#proof").setInputFiles(PAPER);
  await button(page, "proofs:new.submit").click();
  await expect(page.getByRole("alert")).toContainText(words("proofs:problem.providerName"));
  await page.locator("#providerName").fill("ASEAN");
  await page.locator("#proof").setInputFiles(PAPER);
  await button(page, "proofs:new.submit").click();
  await expect(page.getByRole("status")).toContainText(words("proofs:done.submitted"));
  const address = new URL(page.url()).pathname;

  const { javaScriptEnabled } = test.info().project.use;
  const hr = await (await browser.newContext({ javaScriptEnabled, baseURL: house.url, locale: "vi-VN" })).newPage();
  await signIn(hr, HR_HUNG_YEN);
  await hr.goto("/proofs/hours");
  const hours = hr.locator("main tbody tr").filter({ hasText: NEW_OFFICER });
  await expect(hours).not.toContainText("16");
  await hr.goto("/proofs/inbox");
  await hr.locator(`a[href="${address}"]`).click();
  await hr.locator('button[value="returned"]').click();
  await expect(hr.getByRole("alert")).toContainText(words("proofs:trouble.words-missing"));
  await hr.locator("#hours").fill("16");
  await hr.locator("#competency0").selectOption("foreign-information-rules");
  await hr.locator("#level0").selectOption("2");
  await hr.locator('button[value="verified"]').click();
  await expect(hr.getByRole("status")).toContainText(words("proofs:done.verified"));
  await hr.goto("/proofs/hours");
  await expect(hours).toContainText("16");

  await page.goto(address);
  await expect(page.locator("main")).toContainText(words("proofs:state.verified"));
  await expect(page.locator("main")).toContainText(
    String(words("proofs:page.level", { title: "Quy định về thông tin đối ngoại", level: 2 })),
  );
  await hr.context().close();
});
