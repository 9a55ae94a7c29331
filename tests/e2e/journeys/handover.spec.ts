import type { Browser, Page } from "@playwright/test";
import type { House } from "../house/house";
import { unitPublicId } from "../learner";
import {
  button,
  expect,
  HR_CENTRAL,
  HR_HUNG_YEN,
  link,
  NEW_OFFICER,
  ONE_STOP_OFFICER,
  signIn,
  test,
  words,
} from "../site";

const HUNG_YEN = "bhxh-hung-yen-2025";

interface Holder {
  staff_code: string;
  full_name: string;
  person: string;
  post: string;
}

/** Someone of the province, with the post that they hold. */
const holder = (house: House, staffCode: string) =>
  house.row<Holder>(
    `SELECT p.staff_code, n.full_name, p.public_id AS person, s.public_id AS post FROM posting o
     JOIN post s ON s.id = o.post_id JOIN person p ON p.id = o.person_id
     JOIN person_name n ON n.person_id = p.id AND n.valid_to IS NULL
     WHERE p.staff_code = ? AND o.valid_to IS NULL AND o.retracted_change IS NULL`,
    staffCode,
  );

/** The second takes the post of the first, who leaves it, and leaves their own; by the form of the post. */
async function passOn(page: Page, house: House, outgoing: Holder, incoming: Holder): Promise<string> {
  await page.goto(`/units/${unitPublicId(house, HUNG_YEN)}/posts/${outgoing.post}/appoint`);
  await page.getByLabel(words("staffing:field.person")).fill(incoming.staff_code);
  await page.getByLabel(words("staffing:field.document")).fill("61/QĐ-BHXH ngày 20/11/2026");
  await page.getByLabel(words("staffing:handover.begin")).check();
  await button(page, "staffing:appoint.submit").click();
  await expect(page.getByRole("alert")).toContainText(outgoing.full_name);
  await expect(page.getByLabel(words("staffing:handover.begin"))).toBeChecked();
  for (const box of await page.locator('input[name="end"]').all()) await box.check();
  await button(page, "staffing:appoint.submit").click();
  await expect(page.getByRole("status")).toContainText(words("staffing:done.appointed"));
  return house.row<{ public_id: string }>("SELECT public_id FROM handover ORDER BY id DESC LIMIT 1").public_id;
}

/** Someone's own window, signed in. */
async function windowOf(browser: Browser, house: House, who: Holder, javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({ baseURL: house.url, javaScriptEnabled });
  const page = await context.newPage();
  await signIn(page, who.staff_code);
  return page;
}

/** Confirms some of one's items, or all, on the page that /me leads to. */
async function confirm(page: Page, most: number): Promise<void> {
  await page.goto("/me");
  await page.locator('main a[href^="/handovers/"]').first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words("staffing:handover.title"));
  const boxes = await page.locator('input[name="item"]').all();
  for (const box of boxes.slice(0, most)) await box.check();
  await button(page, "staffing:handover.submit").click();
  await expect(page.getByRole("status")).toContainText(words("staffing:handover.done"));
}

test("a post is handed over: each side confirms its own, and it is complete by both", async ({
  page,
  house,
  browser,
  javaScriptEnabled,
}) => {
  // three people sign in, one after another
  test.slow();
  await signIn(page, HR_HUNG_YEN);
  const outgoing = holder(house, NEW_OFFICER);
  const incoming = holder(house, ONE_STOP_OFFICER);
  const handover = await passOn(page, house, outgoing, incoming);

  const theirs = await windowOf(browser, house, outgoing, javaScriptEnabled !== false);
  await confirm(theirs, 100);
  await expect(theirs.locator("main")).toContainText(words("staffing:handover.doneBy.outgoing"));
  await expect(theirs.locator('input[name="item"]')).toHaveCount(0);

  const next = await windowOf(browser, house, incoming, javaScriptEnabled !== false);
  await confirm(next, 2);
  await expect(next.locator("main")).not.toContainText(words("staffing:handover.complete"));
  await confirm(next, 100);
  await expect(next.locator("main")).toContainText(words("staffing:handover.complete"));
  await next.goto("/me");
  await expect(next.locator('main a[href^="/handovers/"]')).toHaveCount(0);

  // the personnel officer looks on and confirms for nobody
  await page.goto(`/people/${incoming.person}`);
  await page.locator(`a[href="/handovers/${handover}"]`).click();
  await expect(page.locator("main")).toContainText(words("staffing:handover.complete"));
  await expect(page.locator('input[name="item"]')).toHaveCount(0);
  await theirs.context().close();
  await next.context().close();
});

/** Somebody who left and somebody who is there, under one name: as if the second had been recorded anew on coming back. */
function twoRecordsOfOne(house: House): { kept: string; merged: string; code: string; name: string } {
  const [there, left] = ["IS NULL", "IS NOT NULL"].map((ended) =>
    house.row<{ id: number; public_id: string; staff_code: string }>(
      `SELECT p.id, p.public_id, p.staff_code FROM person p JOIN posting o ON o.person_id = p.id AND o.retracted_change IS NULL
       WHERE p.staff_code > 'VSS-00020'
       GROUP BY p.id HAVING COUNT(*) = 1 AND MAX(o.valid_to) ${ended} ORDER BY p.id LIMIT 1`,
    ),
  ) as [{ id: number; public_id: string; staff_code: string }, { id: number; public_id: string; staff_code: string }];
  // as the site would: the old name is taken back, nothing is overwritten
  house.database.exec(`INSERT INTO change (at, kind) VALUES ('2026-11-21T02:00:00.000Z', 'test');
    UPDATE person_name SET retracted_change = (SELECT MAX(id) FROM change) WHERE person_id = ${left.id} AND valid_to IS NULL;
    INSERT INTO person_name (person_id, full_name, folded, sort_key, valid_from, recorded_change)
    SELECT ${left.id}, full_name, folded, sort_key, valid_from, (SELECT MAX(id) FROM change)
    FROM person_name WHERE person_id = ${there.id} AND valid_to IS NULL`);
  const { name } = house.row<{ name: string }>(
    "SELECT full_name AS name FROM person_name WHERE person_id = ? AND valid_to IS NULL",
    there.id,
  );
  return { kept: there.public_id, merged: left.public_id, code: left.staff_code, name };
}

test("two records of one person are compared, merged and parted again", async ({ page, house }) => {
  const pair = twoRecordsOfOne(house);
  await signIn(page, HR_CENTRAL);
  // the server may overlook for a moment what another process has recorded
  await expect(async () => {
    await page.goto(`/people/${pair.kept}/merge`);
    await expect(page.locator("main .rows")).toContainText(pair.code, { timeout: 2000 });
  }).toPass();
  await page.locator("main .rows li").filter({ hasText: pair.code }).getByRole("link").click();
  await expect(page.getByRole("table")).toContainText(pair.code);
  await page.getByLabel(words("staffing:field.document")).fill("62/TB-BHXH ngày 20/11/2026");
  for (const box of await page.locator('input[name="dropped"]').all()) await box.check();
  await page.locator("#merge button").click();
  await expect(page.getByRole("status")).toContainText(words("staffing:person.done.merged"));

  await page.goto(`/people?q=${pair.code}`);
  await expect(page.locator("main .rows li")).toHaveCount(1);
  await expect(page.locator("main .rows li")).toContainText(words("people:list.formerly", { name: pair.code }));
  await page.locator("main .rows li a").click();
  await link(page, "staffing:merge.undo.link").click();
  await page.getByLabel(words("staffing:merge.undo.note")).fill("Hai người khác nhau");
  await button(page, "staffing:merge.undo.submit").click();
  await expect(page.getByRole("status")).toContainText(words("staffing:person.done.unmerged"));
  await page.goto(`/people?q=${pair.code}`);
  await expect(page.locator("main")).toContainText(words("people:list.none"));
});
