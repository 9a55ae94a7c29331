import { expect, HR_CENTRAL, HR_HUNG_YEN, INSPECTOR, link, signIn, test, words } from "../site";

/** A figure as it is written here: "1.234". */
const read = (text: string | null) => Number((text ?? "").replaceAll(".", ""));

test("a figure of the landing opens as many lines as it says, and a line the person", async ({ page }) => {
  await signIn(page, HR_CENTRAL);
  await page.goto("/hr");
  const figure = page.locator('main a[href*="/reports/board/people?"][href*="board=expired"]').first();
  const said = read(await figure.textContent());
  await figure.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words("reports:board.state.expired"));
  const lines = page.locator(".rows > li");
  await expect(lines).toHaveCount(said);
  const person = lines.first().getByRole("link");
  const name = await person.textContent();
  await person.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name ?? "");
});

test("the board adds up, as of a past date too, as known now and as known then", async ({ page }) => {
  await signIn(page, HR_CENTRAL);
  for (const part of ["", "?ngay=2026-06-30", "?ngay=2026-06-30&biet=then"]) {
    await page.goto(`/reports/board${part}`);
    const rows = page.locator("table tbody tr");
    const totals: number[] = [];
    for (const row of await rows.all()) {
      const cells = (await row.getByRole("cell").allTextContents()).map(read);
      const [overdue = 0, total = 0, ...states] = cells.reverse();
      expect(states.reduce((sum, each) => sum + each, 0)).toBe(total);
      expect(overdue).toBeLessThanOrEqual(total);
      totals.push(total);
    }
    if (totals.length > 1) {
      const all = totals.pop();
      expect(totals.reduce((sum, each) => sum + each, 0)).toBe(all);
    }
  }
});

test("two dates are compared, and an impossible pair says why", async ({ page }) => {
  await signIn(page, HR_CENTRAL);
  await page.goto("/reports/compare?truoc=01/01/2026&ngay=01/06/2026");
  await expect(page.getByRole("table", { name: words("reports:compare.caption") })).toBeVisible();
  await page.goto("/reports/compare?truoc=01/06/2026&ngay=01/01/2026");
  await expect(page.getByRole("main")).toContainText(words("reports:compare.notBefore"));
});

test("every figure of two dates, and of a unit's leader, opens as many lines as it says", async ({ page }) => {
  await signIn(page, HR_HUNG_YEN);
  for (const address of ["/reports/compare", "/reports/leaders"]) {
    await page.goto(address);
    const figures: [href: string, said: number][] = [];
    for (const figure of await page.locator("main table td a").all())
      figures.push([(await figure.getAttribute("href")) ?? "", read(await figure.textContent())]);
    expect(figures.length).toBeGreaterThan(6);
    for (const [href, said] of figures) {
      await page.goto(href);
      await expect(page.locator("main .rows > li"), href).toHaveCount(Math.min(said, 50));
    }
  }
});

test("a question is kept, removed and brought back", async ({ page }) => {
  await signIn(page, HR_HUNG_YEN);
  await page.goto("/reports/posts");
  await link(page, "reports:keep").click();
  await page.getByLabel(words("reports:views.name")).fill("Một cửa của tỉnh");
  await page.getByRole("button", { name: words("reports:views.save"), exact: true }).click();
  await page.getByRole("button", { name: words("reports:views.removeNamed", { name: "Một cửa của tỉnh" }) }).click();
  await expect(page.getByRole("link", { name: "Một cửa của tỉnh" })).toHaveCount(0);
  await page.getByRole("button", { name: words("reports:views.undo") }).click();
  await page.getByRole("link", { name: "Một cửa của tỉnh" }).click();
  await expect(page).toHaveURL(/\/reports\/posts$/);
});

test("an evidence file opens on record only", async ({ page, house }) => {
  const { public_id } = house.row<{ public_id: string }>("SELECT public_id FROM certificate ORDER BY id LIMIT 1");
  await signIn(page, INSPECTOR);
  await page.goto(`/certificates/${public_id}/evidence`);
  await page.getByLabel(words("reports:evidence.purpose")).fill("Kết luận thanh tra số 12/KL-TTr");
  await page.getByRole("button", { name: words("reports:evidence.open") }).click();
  await expect(page.getByRole("heading", { name: words("reports:evidence.acts.title") })).toBeVisible();
  await page.goto(`/certificates/${public_id}/evidence`);
  await expect(page.getByRole("main")).toContainText("Kết luận thanh tra số 12/KL-TTr");
});
