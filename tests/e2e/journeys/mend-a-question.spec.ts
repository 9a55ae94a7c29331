import { button, expect, link, PROGRAMME_OWNER, signIn, test, words } from "../site";

const APPROVER = "VSS-00014";
const QUESTION = "/bank/service-ethics/questions/se-four-groups";

test("an author mends a question, an approver returns it and then approves it; nobody decides on their own", async ({
  page,
  browser,
  house,
}) => {
  await signIn(page, PROGRAMME_OWNER);
  await page.goto("/bank");
  await page.locator('main a[href="/bank/service-ethics"]').click();
  await page.locator("#q").fill("dao duc cong vu tai dieu 12");
  await button(page, "bank:filter.submit").click();
  await page.locator(`main a[href="${QUESTION}"]`).click();
  await link(page, "bank:edit.title").click();

  // one more row keeps what was typed
  const stem = page.locator('[id="stem.vi"]');
  await stem.fill("Theo Điều 12, yêu cầu nào thuộc đạo đức công vụ?");
  await page.locator('[id="stem.en"]').fill("");
  await button(page, "bank:form.add.options").click();
  await expect(page.locator('[id="options.4.text.vi"]')).toBeVisible();
  await expect(stem).toHaveValue("Theo Điều 12, yêu cầu nào thuộc đạo đức công vụ?");

  // what is missing is said beside its field; the empty row is no row
  await button(page, "bank:form.save").last().click();
  await expect(page.locator(".errors li")).toHaveCount(1);
  await expect(page.locator('[id="stem.en-error"]')).toContainText(words("bank:problem.missing"), { ignoreCase: true });
  await expect(stem).toHaveValue("Theo Điều 12, yêu cầu nào thuộc đạo đức công vụ?");
  await page.locator('[id="stem.en"]').fill("By Article 12, what belongs to public-service ethics?");
  await button(page, "bank:form.showPreview").click();
  await expect(page.locator("#preview")).toContainText("By Article 12, what belongs to public-service ethics?");
  await button(page, "bank:form.save").last().click();
  await expect(page).toHaveURL(/\/bank\/proposals\/[0-9a-z]{16}\?done=written$/);
  const proposal = new URL(page.url()).pathname;
  await expect(page.locator(".differences")).toContainText("Theo Điều 12, yêu cầu nào thuộc đạo đức công vụ?");
  await page.locator("#text").fill("Đề gọn hơn.");
  await button(page, "bank:decide.propose").click();
  await expect(page.locator(".toast")).toContainText(words("bank:done.propose"));
  await expect(button(page, "bank:decide.approve")).toHaveCount(0);

  const { javaScriptEnabled } = test.info().project.use;
  const desk = await browser.newPage({ javaScriptEnabled, baseURL: house.url });
  await signIn(desk, APPROVER);
  await desk.goto("/bank/proposals");
  await desk.locator(`main a[href="${proposal}"]`).click();
  await expect(desk.locator("main")).toContainText("Đề gọn hơn.");
  await button(desk, "bank:decide.return").click();
  await expect(desk.locator(".errors")).toContainText(words("bank:trouble.words-missing"));
  await desk.locator("#text").fill("Nêu rõ tên luật.");
  await button(desk, "bank:decide.return").click();
  await expect(desk.locator(".toast")).toContainText(words("bank:done.return"));

  await page.goto(proposal);
  await expect(page.locator("main")).toContainText("Nêu rõ tên luật.");
  await link(page, "bank:decide.write").click();
  await stem.fill("Theo Điều 12 Luật 80/2025/QH15, yêu cầu nào thuộc đạo đức công vụ?");
  await button(page, "bank:form.save").last().click();
  await expect(page.locator(".toast")).toContainText(words("bank:done.written"));
  await button(page, "bank:decide.propose").click();
  await expect(page.locator(".toast")).toContainText(words("bank:done.propose"));

  // in use only now
  await desk.goto(QUESTION);
  await expect(desk.locator(".lead")).toContainText("Luật Cán bộ, công chức 80/2025/QH15");
  await desk.goto(proposal);
  await button(desk, "bank:decide.approve").click();
  await expect(desk.locator(".toast")).toContainText(words("bank:done.approve"));
  await desk.close();

  await page.goto(QUESTION);
  await expect(page.locator(".lead")).toContainText("Theo Điều 12 Luật 80/2025/QH15");
  await expect(page.locator(".timeline > li")).toHaveCount(2);
});
