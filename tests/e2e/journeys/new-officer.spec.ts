import { Caller } from "../caller";
import { lessonsOf } from "../learner";
import { button, expect, HR_HUNG_YEN, link, NEW_OFFICER, PASSWORD, signIn, test, words } from "../site";
import { answerOnScreen } from "./exam-on-screen";

const COURSE = "onboarding";

test.describe.configure({ mode: "serial" });

test("signs in by staff code, reads the notice, and sees one next step with its reason", async ({ page }) => {
  await page.goto("/");
  await expect(page).toHaveURL(/\/login\?back=/);
  await page.getByLabel(words("access:login.login")).fill(NEW_OFFICER.toLowerCase());
  await page.getByLabel(words("access:login.password"), { exact: true }).fill(PASSWORD);
  await button(page, "access:login.submit").click();

  await expect(page).toHaveURL(/\/notice/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words("access:notice.title"));
  await button(page, "access:notice.submit").click();

  await expect(page).toHaveURL("/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Chào Vũ Thị Hải Yến");
  // the house opens on 21/11/2026 in Vietnam; the browser believes to be in California, where it is still the 20th
  await expect(page.locator("main")).toContainText("21/11/2026");
  await expect(page.getByText(words("learning:today.next"))).toHaveCount(1);
  await expect(link(page, "learning:today.beginLesson", { number: 1 })).toBeVisible();
  await expect(page.locator(".why")).toContainText("Cán bộ truyền thông");
  await expect(page.locator(".why")).toContainText("BHXH tỉnh Hưng Yên");
  await expect(page.locator(".why")).toContainText(words("learning:why.rule"));
});

test("learns the onboarding course; leaving and coming back goes on where it stopped", async ({ page, house }) => {
  const lessons = lessonsOf(house, COURSE);
  expect(lessons.length).toBeGreaterThanOrEqual(4);
  await signIn(page, NEW_OFFICER);
  await link(page, "learning:today.beginLesson", { number: 1 }).click();
  await expect(page).toHaveURL(`/courses/${COURSE}/lessons/${lessons[0]}`);
  await page.locator(".pager button").click();
  await expect(page).toHaveURL(`/courses/${COURSE}/lessons/${lessons[1]}`);
  await page.locator(".pager button").click();
  await expect(page).toHaveURL(`/courses/${COURSE}/lessons/${lessons[2]}`);

  await page.goto("/");
  await link(page, "learning:today.goOnLesson", { number: 3 }).click();
  for (const [index, lesson] of lessons.entries()) {
    if (index < 2) continue;
    await expect(page).toHaveURL(`/courses/${COURSE}/lessons/${lesson}`);
    await page.locator(".pager button").click();
  }
  await expect(page).toHaveURL(`/courses/${COURSE}`);
  await expect(page.locator("main")).toContainText(
    words("learning:progress", { done: lessons.length, total: lessons.length }) as string,
  );
  await page.goto("/");
  await expect(page.getByRole("heading", { name: words("learning:today.exam") })).toBeVisible();
});

test("sits the exam: page by page, with a flag and a review, and passes", async ({ page, house }) => {
  await signIn(page, NEW_OFFICER);
  await link(page, "learning:today.examButton").click();
  await button(page, "exam:intro.start").click();
  await expect(page).toHaveURL(/\/attempts\/[^/]+$/);

  await answerOnScreen(page, house, { flag: [2] });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words("exam:handIn.title"));
  const flagged = page.locator("main li", { hasText: words("exam:handIn.question", { number: 2 }) });
  await expect(flagged).toContainText(words("exam:handIn.flagged"));
  await link(page, "exam:handIn.question", { number: 2 }).click();
  await page.getByLabel(words("exam:page.flag", { number: 2 })).uncheck();
  await button(page, "exam:page.review").click();
  await expect(page.getByText(words("exam:handIn.complete"))).toBeVisible();
  await button(page, "exam:handIn.submit").click();

  await expect(page).toHaveURL(/\/result$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words("exam:result.passed"));
  const { content } = house.row<{ content: string }>(
    "SELECT q.content FROM attempt a JOIN question_version q ON q.id = a.paper ->> '$.items[0].question'",
  );
  await expect(page.locator("main")).toContainText(JSON.parse(content).explanation.vi);
});

test("has a certificate, its PDF, and anyone can verify it without login", async ({ page, house, browser }) => {
  await signIn(page, NEW_OFFICER);
  await page.goto("/certificates");
  const { serial, code, face } = house.row<{ serial: string; code: string; face: string }>(
    "SELECT serial, code, face FROM certificate WHERE attempt_id IS NOT NULL",
  );
  await page
    .locator("main")
    .getByRole("link", { name: JSON.parse(face).programme.vi })
    .click();
  const sheet = page.getByRole("article", { name: words("certificates:page.label", { serial }) });
  await expect(sheet).toContainText("Vũ Thị Hải Yến");
  await expect(sheet).toContainText("BHXH tỉnh Hưng Yên");
  await expect(sheet).toContainText("ngày 21 tháng 11 năm 2026");
  await expect(page.locator("main")).not.toContainText(/ký số/i);

  const caller = await Caller.of(house, page.context());
  const path = await link(page, "certificates:page.pdf").getAttribute("href");
  const pdf = await caller.get(path ?? "");
  expect(pdf.status).toBe(200);
  expect(pdf.headers.get("Content-Type")).toBe("application/pdf");
  const bytes = Buffer.from(await pdf.arrayBuffer());
  expect(bytes.subarray(0, 4).toString()).toBe("%PDF");
  const again = Buffer.from(await (await caller.get(path ?? "")).arrayBuffer());
  expect(again.equals(bytes), "the stored paper").toBe(true);
  expect((await Caller.visitor(house).get(path ?? "")).status, "the PDF without login").toBe(302);
  const qrPath = (await link(page, "certificates:page.verify").getAttribute("href")) ?? "";

  const { javaScriptEnabled } = test.info().project.use;
  const stranger = await browser.newContext({ baseURL: house.url, javaScriptEnabled });
  const publicPage = await stranger.newPage();
  await publicPage.goto("/verify");
  await publicPage.getByLabel(words("certificates:verify.serial")).fill(` ${serial.toLowerCase()} `);
  await publicPage
    .getByLabel(words("certificates:verify.code"))
    .fill(`${code.slice(0, 4)} ${code.slice(4)}`.toLowerCase());
  await button(publicPage, "certificates:verify.submit").click();
  for (const open of [async () => {}, () => publicPage.goto(qrPath)]) {
    await open();
    await expect(publicPage.getByText(words("certificates:verified.status.valid"))).toBeVisible();
    await expect(publicPage.locator("main")).toContainText("Vũ Thị Hải Yến");
    await expect(publicPage.locator("main")).toContainText(serial);
    await expect(publicPage.locator("main")).not.toContainText(NEW_OFFICER);
  }
  await publicPage.goto(qrPath.replace(code, code.split("").reverse().join("")));
  await expect(publicPage.getByText(words("certificates:verified.unknown"))).toBeVisible();
  await stranger.close();
});

test("is seen as certified by the HR officer of the province", async ({ page }) => {
  await signIn(page, HR_HUNG_YEN);
  await page.goto("/hr/certification?state=valid&programme=onboarding");
  const row = page.locator("main li", { hasText: "Vũ Thị Hải Yến" });
  await expect(row).toHaveCount(1);
  await expect(row).toContainText("21/11/2026");
});
