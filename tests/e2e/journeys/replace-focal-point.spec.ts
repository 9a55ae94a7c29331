import type { Page } from "@playwright/test";
import { personPublicId, unitPublicId } from "../learner";
import { button, expect, HR_HUNG_YEN, link, signIn, test, words } from "../site";

const HUNG_YEN = "bhxh-hung-yen-2025";
const FOCAL = "foreign-information-focal";

/** The row of the focal point's post on the page of a unit's posts. */
const focalRow = (page: Page) =>
  page
    .getByRole("region", { name: "Cán bộ đầu mối thông tin đối ngoại" })
    .getByRole("listitem")
    .filter({ has: page.getByRole("paragraph") })
    .first();

test("replaces the focal point of a province in one step, and takes it back", async ({ page, house }) => {
  const present = house.row<{ full_name: string; staff_code: string }>(
    `SELECT n.full_name, p.staff_code FROM posting o JOIN post s ON s.id = o.post_id JOIN unit u ON u.id = s.unit_id
     JOIN person p ON p.id = o.person_id JOIN person_name n ON n.person_id = p.id AND n.valid_to IS NULL
     WHERE u.key = ? AND s.position = ? AND o.valid_to IS NULL AND o.retracted_change IS NULL`,
    HUNG_YEN,
    FOCAL,
  );
  const next = house.row<{ full_name: string; folded: string; staff_code: string }>(
    `SELECT n.full_name, n.folded, p.staff_code FROM posting o JOIN post s ON s.id = o.post_id
     JOIN unit u ON u.id = s.unit_id JOIN person p ON p.id = o.person_id
     JOIN person_name n ON n.person_id = p.id AND n.valid_to IS NULL
     WHERE u.key = ? AND s.position = 'communication-officer' AND o.valid_to IS NULL AND o.retracted_change IS NULL
     ORDER BY p.staff_code DESC LIMIT 1`,
    HUNG_YEN,
  );
  await signIn(page, HR_HUNG_YEN);
  await page.goto(`/units/${unitPublicId(house, HUNG_YEN)}`);
  await link(page, "staffing:posts.crumb").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("BHXH tỉnh Hưng Yên");
  await expect(focalRow(page)).toContainText(present.full_name);
  await focalRow(page)
    .getByRole("link", { name: words("staffing:act.appoint") })
    .click();

  // a second focal point is refused, with the name of the first; nothing that was typed is lost
  await page.getByLabel(words("staffing:field.person")).fill(next.folded);
  await page.getByLabel(words("staffing:field.document")).fill("45/QĐ-BHXH ngày 20/11/2026");
  await button(page, "staffing:appoint.submit").click();
  const refusal = page.getByRole("alert");
  await expect(refusal).toContainText(present.full_name);
  await expect(refusal).toContainText(next.full_name);
  await expect(page.getByLabel(words("staffing:field.document"))).toHaveValue("45/QĐ-BHXH ngày 20/11/2026");
  await expect(page.getByLabel(words("staffing:field.person"))).toHaveValue(next.folded);

  // the first leaves in the same step, and the second leaves the post held until then
  await page.getByLabel(words("staffing:instead.holder", { holder: present.full_name })).check();
  await button(page, "staffing:appoint.submit").click();
  await expect(page.getByRole("alert")).not.toContainText(present.full_name);
  await expect(page.getByRole("alert")).toContainText(next.full_name);
  await expect(page.getByLabel(words("staffing:instead.holder", { holder: present.full_name }))).toBeChecked();
  await page.getByRole("checkbox", { name: next.full_name }).check();
  await button(page, "staffing:appoint.submit").click();
  await expect(page.getByRole("status")).toContainText(words("staffing:done.appointed"));
  await expect(focalRow(page)).toContainText(next.full_name);
  await expect(focalRow(page)).toContainText("45/QĐ-BHXH");
  await expect(focalRow(page)).not.toContainText(present.full_name);
  const back = new URL(page.url()).pathname;
  const undo = await link(page, "staffing:undo.link").getAttribute("href");

  // the new one's history says both: what was left, what was taken up
  await page.goto(`/people/${personPublicId(house, next.staff_code)}`);
  const history = page.getByRole("region", { name: words("people:history.title") });
  const left = { position: "Cán bộ truyền thông" };
  await expect(history).toContainText(words("people:event.posting-end.title", left));
  await expect(history).toContainText(
    words("people:event.posting.title", { position: "Cán bộ đầu mối thông tin đối ngoại" }),
  );

  await page.goto(undo ?? "");
  await expect(page.locator("main")).toContainText(next.full_name);
  await expect(page.locator("main")).toContainText(present.full_name);
  await button(page, "staffing:undo.submit").click();
  await expect(page).toHaveURL(new RegExp(`${back}\\?done=undone`));
  await expect(focalRow(page)).toContainText(present.full_name);
  await page.goto(`/people/${personPublicId(house, present.staff_code)}`);
  await expect(page.locator("main .lead")).toContainText("Cán bộ đầu mối thông tin đối ngoại");
});

test("adds a post, registers someone new in it, and hands them a slip", async ({ page, house }) => {
  await signIn(page, HR_HUNG_YEN);
  const posts = `/units/${unitPublicId(house, HUNG_YEN)}/posts`;
  await page.goto(`${posts}/new`);
  await page.getByLabel(words("staffing:field.position")).selectOption("interpreter");
  await page.getByLabel(words("staffing:field.document")).fill("46/QĐ-BHXH");
  await button(page, "staffing:newPost.submit").click();
  await expect(page.getByRole("status")).toContainText(words("staffing:done.post-created"));
  const row = page
    .getByRole("listitem")
    .filter({ hasText: words("staffing:post.vacant") })
    .last();
  await row.getByRole("link", { name: words("staffing:act.appoint") }).click();
  await link(page, "staffing:appoint.new").click();

  await page.getByLabel(words("staffing:field.staffCode")).fill("VSS-00004");
  await page.getByLabel(words("staffing:field.fullName")).fill("Lường Thị Khuê");
  await page.getByLabel(words("staffing:field.document")).fill("47/QĐ-BHXH");
  await button(page, "staffing:register.submit").click();
  await expect(page.getByRole("alert")).toContainText(
    words("staffing:problem.duplicate-staff-code", { code: "VSS-00004" }),
  );
  await page.getByLabel(words("staffing:field.staffCode")).fill("vss-90001");
  await button(page, "staffing:register.submit").click();
  await expect(page).toHaveURL(/\/people\/\w+\/slip$/);
  await expect(page.locator("main")).toContainText("Lường Thị Khuê");
  await page.goto(posts);
  await expect(page.getByRole("link", { name: "Lường Thị Khuê", exact: true })).toBeVisible();
});
