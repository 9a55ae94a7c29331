import type { Page } from "@playwright/test";
import { Caller } from "../caller";
import { unitPublicId } from "../learner";
import { preparePlan } from "../plans";
import { button, expect, HR_CENTRAL, HR_HUNG_YEN, link, signIn, test, words } from "../site";

const OLD = ["co-so-hung-yen-1", "co-so-hung-yen-2"] as const;
const DOCUMENT = "Quyết định 123/QĐ-BHXH ngày 20/11/2026";

/** Begins a plan by its form and comes to its page. */
async function prepare(page: Page, title: string, date: string): Promise<void> {
  await page.goto("/reorganisations");
  await link(page, "reorganisation:list.prepare").click();
  await page.locator("#titleVi").fill(title);
  await page.locator("#date").fill(date);
  await page.locator("#document").fill(DOCUMENT);
  await button(page, "reorganisation:new.submit").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
}

/** The form of a new act of a kind. */
async function openAct(page: Page, kind: string): Promise<void> {
  await link(page, "reorganisation:plan.add").click();
  await link(page, `reorganisation:kind.${kind}.title`).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words(`reorganisation:kind.${kind}.title`));
}

test("merges two units with a preview, sees the people move, and undoes it", async ({ page, house }) => {
  const peopleOf = (key: string) =>
    house.rows<{ name: string; ends: number }>(
      `SELECT n.full_name AS name, o.valid_to IS NOT NULL AS ends FROM posting o JOIN post s ON s.id = o.post_id JOIN unit u ON u.id = s.unit_id
       JOIN person_name n ON n.person_id = o.person_id AND n.retracted_change IS NULL AND n.valid_to IS NULL
       WHERE u.key = ? AND o.retracted_change IS NULL AND o.valid_from <= '2026-11-20'
         AND (o.valid_to IS NULL OR o.valid_to > '2026-11-21')`,
      key,
    );
  const people = OLD.flatMap(peopleOf);
  // a collaborator belongs to the unit until an end date, and is not listed among its staff
  const staff = people.filter(({ ends }) => !ends);
  expect(staff.length).toBeGreaterThan(2);
  const staffThen = peopleOf(OLD[0]).filter(({ ends }) => !ends);
  const oldPage = `/units/${unitPublicId(house, OLD[0])}`;

  await signIn(page, HR_CENTRAL);
  await prepare(page, "Hợp nhất hai BHXH cơ sở của tỉnh Hưng Yên", "2026-11-21");
  await openAct(page, "merge");
  await page.locator("summary", { hasText: "BHXH tỉnh Hưng Yên" }).click();
  for (const key of OLD) await page.locator(`input[name="units"][value="${key}"]`).check();
  // both names are asked for, and what was chosen stays
  await page.locator("#nameVi").fill("BHXH cơ sở Phố Hiến");
  await button(page, "reorganisation:act.submit").click();
  await expect(page.getByRole("alert")).toContainText(words("reorganisation:wrong.nameEn"));
  await expect(page.locator(`input[name="units"][value="${OLD[0]}"]`)).toBeChecked();
  await page.locator("#nameEn").fill("Phố Hiến Grassroots Social Insurance");
  await button(page, "reorganisation:act.submit").click();

  await link(page, "reorganisation:plan.preview").click();
  await expect(page.locator("main")).toContainText(words("reorganisation:sum.people", { count: people.length }));
  await expect(page.locator(".turn-unit[data-end]")).toHaveCount(2);
  await expect(page.locator(".turn-unit[data-new]")).toHaveText(/BHXH cơ sở Phố Hiến/);
  const first = staffThen[0]?.name ?? "";
  await page.locator("summary", { hasText: "BHXH cơ sở mẫu 1" }).last().click();
  await expect(page.getByText(first).first()).toBeVisible();
  await button(page, "reorganisation:preview.carryOut").click();
  await expect(page).toHaveURL(/\/reorganisations\/changes\/\d+\?done=carried-out$/);
  const changePage = new URL(page.url()).pathname;

  await page.getByRole("link", { name: "BHXH cơ sở Phố Hiến" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("BHXH cơ sở Phố Hiến, Hưng Yên");
  for (const { name } of staff) await expect(page.locator("main")).toContainText(name);
  await page.goto(`${oldPage}?ngay=20/11/2026`);
  for (const { name } of staffThen) await expect(page.locator("main")).toContainText(name);
  await page.goto(oldPage);
  await expect(page.getByText(words("people:unit.absent"))).toBeVisible();

  await page.goto(changePage);
  await link(page, "reorganisation:undo.link").click();
  await button(page, "reorganisation:undo.submit").click();
  await expect(page).toHaveURL(`${changePage}?done=undone`);
  await page.goto(oldPage);
  await expect(page.locator("main")).toContainText(first);
  await page.goto(changePage);
  await button(page, "reorganisation:done.again").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Hợp nhất hai BHXH cơ sở của tỉnh Hưng Yên");
  await link(page, "reorganisation:plan.preview").click();
  await expect(button(page, "reorganisation:preview.carryOut")).toBeVisible();
});

test("is told in a sentence why an act cannot be carried out", async ({ page }) => {
  await signIn(page, HR_CENTRAL);
  await prepare(page, "Chuyển một đơn vị về nơi không được", "2026-12-01");
  await openAct(page, "move");
  await page.locator("#unit").selectOption("bhxh-hung-yen-2025");
  await page.locator("#parent").selectOption("co-so-hung-yen-3");
  await button(page, "reorganisation:act.submit").click();
  await openAct(page, "move");
  await page.locator("#unit").selectOption("vss");
  await page.locator("#parent").selectOption("vss");
  await button(page, "reorganisation:act.submit").click();
  await link(page, "reorganisation:plan.preview").click();
  await expect(page.locator("main")).toContainText(words("reorganisation:problem.wrong-parent-level"));
  await expect(page.locator("main")).toContainText(words("reorganisation:problem.cycle"));
  await expect(button(page, "reorganisation:preview.carryOut")).toHaveCount(0);
  await page.getByRole("link", { name: words("reorganisation:preview.back") }).click();
  await page.locator('button[name="remove"][value="1"]').click();
  await expect(page.locator(".act-list > li")).toHaveCount(1);
});

test("sees neither units nor plans of others", async ({ page, house }) => {
  const foreign = await preparePlan(await Caller.signedIn(house, HR_CENTRAL));
  await signIn(page, HR_HUNG_YEN);
  await prepare(page, "Đổi tên trong tỉnh", "2026-12-01");
  await openAct(page, "rename");
  await expect(page.locator('#unit option[value="bhxh-da-nang-2025"]')).toHaveCount(0);
  await expect(page.locator('#unit option[value="co-so-hung-yen-3"]')).toHaveCount(1);
  for (const part of ["", "/edit", "/acts/new", "/acts/1", "/preview", "/preview.csv", "/discard"]) {
    const answer = await (await Caller.of(house, page.context())).get(`${foreign}${part}`);
    expect(answer.status, part).toBe(404);
  }
});
