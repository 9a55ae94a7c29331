import type { Locator, Page } from "@playwright/test";
import { Caller } from "../caller";
import { personPublicId, unitPublicId } from "../learner";
import { button, expect, HR_CENTRAL, HR_HUNG_YEN, link, ONE_STOP_OFFICER, signIn, test, words } from "../site";

const HUNG_YEN = "bhxh-hung-yen-2025";

test("drills down from the whole to a person, as of today and of a past date", async ({ page, house }) => {
  await signIn(page, HR_CENTRAL);
  await page.goto("/hr");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words("hr:overview.titleAll"));
  await expect(page.locator(".network li")).toHaveCount(34);
  const heat = page.locator("table.heat").first();
  await expect(heat.getByRole("columnheader")).toHaveText([
    words("hr:heat.competency"),
    words("hr:level.CENTRAL"),
    words("hr:level.PROVINCIAL"),
    words("hr:level.GRASSROOTS"),
  ]);

  await page.locator(`.network a[href*="${unitPublicId(house, HUNG_YEN)}"]`).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("BHXH tỉnh Hưng Yên");
  const table = page.getByRole("table", { name: words("hr:units.title") });
  await table.getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).not.toContainText("BHXH tỉnh Hưng Yên");
  await expect(page.getByRole("navigation", { name: words("hr:scope") })).toContainText("Hưng Yên");
  const person = page.locator('main a[href^="/people/"]').first();
  const name = await person.textContent();
  await person.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name ?? "");
  await expect(page.getByRole("heading", { name: words("people:history.title") })).toBeVisible();

  await page.goto("/hr");
  await page.getByLabel(words("hr:asOf.label")).fill("30/06/2025");
  await button(page, "parts:asOf.show").click();
  await expect(page).toHaveURL(/ngay=/);
  await expect(page.locator(".network li")).toHaveCount(63);
  await expect(page.locator("main")).toContainText("30/06/2025");
  // a cell of the past leads to people of that past
  await heat.getByRole("link").first().click();
  await expect(page).toHaveURL(/\/hr\/cell\?.*ngay=/);
  await expect(page.getByLabel(words("hr:asOf.label"))).toHaveValue("30/06/2025");
});

test("filters the list of the uncertified, prints it, and takes it as a file with the same total", async ({
  page,
  house,
}) => {
  await signIn(page, HR_CENTRAL);
  await page.goto("/hr/certification");
  const all = await totalOnScreen(page.locator("main"));
  await page.getByLabel(words("hr:filter.position")).selectOption("foreign-information-focal");
  await button(page, "hr:filter.submit").click();
  await expect(page).toHaveURL(/position=foreign-information-focal/);
  const focal = await totalOnScreen(page.locator("main"));
  expect(focal).toBeGreaterThan(0);
  expect(focal).toBeLessThan(all);
  await expect(page.locator("main .rows > li")).toHaveCount(Math.min(focal, 50));

  const csv = await link(page, "exports:download.csv").getAttribute("href");
  const answer = await (await Caller.of(house, page.context())).get(csv ?? "");
  expect(answer.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
  expect(answer.headers.get("Content-Disposition")).toMatch(/^attachment; filename="[^"]+\.csv"$/);
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect([...bytes.subarray(0, 3)], "byte order mark").toEqual([0xef, 0xbb, 0xbf]);
  const lines = bytes.toString("utf8").trim().split("\r\n");
  expect(lines[0]).toContain("Họ và tên");
  expect(lines.length - 1, "lines of the file").toBe(focal);

  await link(page, "hr:certification.print").click();
  await expect(page.getByRole("columnheader", { name: words("hr:print.signature") })).toBeVisible();
  await expect(page.locator("article.report tbody tr")).toHaveCount(focal);
  await expect(page.locator("article.report")).toContainText("Nguyễn Thị Bích Liên");
});

async function totalOnScreen(main: Locator): Promise<number> {
  const text = await main.getByText(words("hr:certification.count")).first().textContent();
  return Number(/\d[\d.]*/.exec(text ?? "")?.[0].replace(".", ""));
}

test("sees only the own province when responsible for one", async ({ page, house }) => {
  await signIn(page, HR_HUNG_YEN);
  await page.goto("/hr");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Hưng Yên");
  await expect(page.locator(".network li")).toHaveCount(0);
  const foreign = house.row<{ person: string; certificate: string }>(
    `SELECT p.public_id AS person, c.public_id AS certificate FROM certificate c JOIN person p ON p.id = c.person_id
     JOIN unit u ON u.id = c.unit_id WHERE u.key = 'bhxh-da-nang-2025' LIMIT 1`,
  );
  const daNang = unitPublicId(house, "bhxh-da-nang-2025");
  const outside = [
    `/hr?unit=${daNang}`,
    `/hr/cell?competency=policy-explaining&level=PROVINCIAL&unit=${daNang}`,
    `/hr/certification?unit=${daNang}`,
    `/people/${foreign.person}`,
    `/people/${foreign.person}/slip`,
    `/certificates/${foreign.certificate}`,
  ];
  for (const address of outside) {
    const answer = await page.goto(address);
    expect(answer?.status(), address).toBe(404);
    await expect(page.getByRole("heading", { level: 1 }), address).toHaveText(words("common:error.notFound.title"));
  }
  const caller = await Caller.of(house, page.context());
  expect((await caller.get(`/hr/certification.csv?unit=${daNang}`)).status).toBe(404);
  expect((await caller.get(`/certificates/${foreign.certificate}/pdf`)).status).toBe(404);
  const own = await (await caller.get("/hr/certification.csv?state=all")).text();
  expect(own).toContain("Hưng Yên");
  expect(own).not.toContain("Đà Nẵng");
  await page.goto("/people?q=tran+dinh+khoi");
  await expect(page.getByText(words("people:list.none"))).toBeVisible();
  await page.goto("/people?q=vu+thi+hai+yen");
  await expect(page.locator("main .rows > li")).toHaveCount(1);
});

test("hands a one-time slip to someone without a password, who then signs in", async ({ page, house, browser }) => {
  const { id, public_id, staff_code } = house.row<{ id: number; public_id: string; staff_code: string }>(
    `SELECT p.id, p.public_id, p.staff_code FROM person p JOIN account a ON a.person_id = p.id AND a.password_hash IS NULL
     JOIN posting g ON g.person_id = p.id AND g.valid_to IS NULL AND g.retracted_change IS NULL
     JOIN post o ON o.id = g.post_id JOIN unit u ON u.id = o.unit_id WHERE u.key = ? LIMIT 1`,
    HUNG_YEN,
  );
  await signIn(page, HR_HUNG_YEN);
  await page.goto(`/people/${public_id}`);
  await link(page, "people:slip.link").click();
  await button(page, "people:slip.submit").click();
  const printed = await page
    .getByRole("article", { name: words("people:slip.sheet") })
    .locator("b")
    .textContent();
  const slip = new URL(printed ?? "");
  expect(slip.origin).toBe(house.url);

  const { javaScriptEnabled } = test.info().project.use;
  const own = await browser.newContext({ baseURL: house.url, javaScriptEnabled });
  const theirs = await own.newPage();
  await theirs.goto(slip.pathname);
  await setPassword(theirs, "ngắn", "ngắn");
  await expect(theirs.locator("main")).toContainText(words("access:slip.short", { least: 10 }));
  await setPassword(theirs, "một câu dễ nhớ", "một câu khác hẳn");
  await expect(theirs.locator("main")).toContainText(words("access:slip.different"));
  await setPassword(theirs, "một câu dễ nhớ", "một câu dễ nhớ");
  await expect(theirs).toHaveURL(/\/login$/);
  await signIn(theirs, staff_code, "một câu dễ nhớ");
  await expect(theirs).toHaveURL("/");
  await theirs.goto(slip.pathname);
  await expect(theirs.getByRole("heading", { level: 1 })).toHaveText(words("access:slip.overTitle"));
  await own.close();
  expect(house.count("session", "account_id = (SELECT id FROM account WHERE person_id = ?)", id)).toBe(1);
});

test("ends all sessions of the person whose password is set anew", async ({ page, house }) => {
  const before = [await Caller.signedIn(house, ONE_STOP_OFFICER), await Caller.signedIn(house, ONE_STOP_OFFICER)];
  for (const caller of before) expect((await caller.get("/courses")).status).toBe(200);
  await signIn(page, HR_HUNG_YEN);
  await page.goto(`/people/${personPublicId(house, ONE_STOP_OFFICER)}/slip`);
  await button(page, "people:slip.submit").click();
  const printed = await page
    .getByRole("article", { name: words("people:slip.sheet") })
    .locator("b")
    .textContent();
  for (const caller of before) expect((await caller.get("/courses")).status, "until the slip is used").toBe(200);
  await page.context().clearCookies();
  await page.goto(new URL(printed ?? "").pathname);
  await setPassword(page, "mật khẩu mới tinh", "mật khẩu mới tinh");
  await expect(page).toHaveURL(/\/login$/);
  for (const caller of before) expect((await caller.get("/courses")).headers.get("Location")).toContain("/login");
  await expect(Caller.signedIn(house, ONE_STOP_OFFICER)).rejects.toThrow("could not sign in");
  expect(
    (await (await Caller.signedIn(house, ONE_STOP_OFFICER, { password: "mật khẩu mới tinh" })).get("/courses")).status,
  ).toBe(200);
});

async function setPassword(page: Page, password: string, again: string): Promise<void> {
  await page.locator("#password").fill(password);
  await page.locator("#again").fill(again);
  // the server must say it, whatever the browser would
  await page.locator("form:has(#again)").evaluate((form: HTMLFormElement) => {
    form.noValidate = true;
  });
  await button(page, "access:slip.submit").click();
}
