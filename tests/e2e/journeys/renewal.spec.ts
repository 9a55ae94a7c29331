import type { Page } from "@playwright/test";
import { Caller } from "../caller";
import type { House } from "../house/house";
import { personIdOf, takeCourse } from "../learner";
import { DAY, expect, HR_HUNG_YEN, link, ONE_STOP_OFFICER, signIn, test, words } from "../site";
import { passExamOnScreen } from "./exam-on-screen";

const PROGRAMME = "service-ethics-counter";
const COURSES = ["service-ethics", "one-stop-situations"] as const;

interface Paper {
  public_id: string;
  serial: string;
  code: string;
  issued_on: string;
  valid_until: string;
}

const papersOf = (house: House) =>
  house.rows<Paper>(
    "SELECT public_id, serial, code, issued_on, valid_until FROM certificate WHERE programme = ? AND person_id = ? ORDER BY id",
    PROGRAMME,
    personIdOf(house, ONE_STOP_OFFICER),
  );

/** The paper itself, as its holder gets it. */
const pdfOf = async (house: House, { public_id }: Paper) => {
  const holder = await Caller.signedIn(house, ONE_STOP_OFFICER);
  const answer = await holder.get(`/certificates/${public_id}/pdf`);
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
};

/** How the page for strangers says that a certificate stands. */
const expectVerified = async (page: Page, { serial, code }: Paper, status: "valid" | "expiring" | "expired") => {
  await page.goto(`/v/${serial}/${code}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words(`certificates:verified.status.${status}`));
};

test("a certificate that will end is renewed by passing again; the old one stays as it was, to the last byte", async ({
  page,
  house,
  browser,
}) => {
  test.slow();
  // the first cycle: both courses, and a certificate for a year
  const learner = await Caller.signedIn(house, ONE_STOP_OFFICER);
  for (const course of COURSES) await takeCourse(house, learner, course, "pass");
  const [old, ...none] = papersOf(house);
  if (!old) throw new Error("nothing was issued");
  expect(none).toEqual([]);
  expect(old).toMatchObject({ issued_on: "2026-11-21", valid_until: "2027-11-21" });

  // 65 days before its end
  house.moveClock(300 * DAY);
  const { javaScriptEnabled } = test.info().project.use;
  const stranger = await (await browser.newContext({ baseURL: house.url, javaScriptEnabled })).newPage();
  await expectVerified(stranger, old, "expiring");
  await signIn(page, ONE_STOP_OFFICER);
  await page.goto(`/certificates/${old.public_id}`);
  await expect(page.locator("main")).toContainText(words("parts:certificate.expiring"));
  const before = await pdfOf(house, old);

  // one course after the other, as the first page leads
  for (const course of COURSES) {
    await page.goto("/");
    await link(page, "learning:today.renew").click();
    await expect(page).toHaveURL(`/courses/${course}`);
    expect(papersOf(house), "not before the last of them").toHaveLength(1);
    await page.locator(`main a[href="/courses/${course}/exam"]`).click();
    await passExamOnScreen(page, house);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(words("exam:result.passed"));
  }
  const [same, renewed, ...more] = papersOf(house);
  if (!renewed) throw new Error("nothing was issued anew");
  expect(more).toEqual([]);
  expect(same).toEqual(old);
  // nobody loses by renewing early: the year follows on the old one's
  expect(renewed).toMatchObject({ issued_on: "2027-09-17", valid_until: "2028-11-21" });
  expect(renewed.serial).not.toBe(old.serial);
  await page.goto("/");
  await expect(link(page, "learning:today.renew")).toHaveCount(0);

  // both are the holder's, linked with one another, and the old paper is what it was
  await page.goto("/certificates");
  for (const { public_id } of [old, renewed])
    await expect(page.locator(`main a[href="/certificates/${public_id}"]`)).toHaveCount(1);
  await page.goto(`/certificates/${renewed.public_id}`);
  await expect(page.locator("main")).toContainText(words("parts:certificate.valid"));
  await page.locator("main").getByRole("link", { name: old.serial }).click();
  await expect(page).toHaveURL(`/certificates/${old.public_id}`);
  await expect(page.locator("main")).toContainText(words("certificates:event.renewed"));
  expect((await pdfOf(house, old)).equals(before)).toBe(true);
  expect((await pdfOf(house, renewed)).equals(before)).toBe(false);
  expect(house.count("attempt_result", "passed = 1"), "the passes of both cycles").toBe(4);

  // the register has both
  const hr = await (await browser.newContext({ baseURL: house.url, javaScriptEnabled })).newPage();
  await signIn(hr, HR_HUNG_YEN);
  for (const { serial } of [old, renewed]) {
    await hr.goto(`/register?year=${serial.slice(3, 7)}&programme=${PROGRAMME}`);
    await expect(hr.locator("main")).toContainText(serial);
  }

  // until its end the old one holds too; after it the new one alone
  await expectVerified(stranger, old, "expiring");
  await expectVerified(stranger, renewed, "valid");
  house.moveClock(70 * DAY);
  await expectVerified(stranger, old, "expired");
  await expectVerified(stranger, renewed, "valid");
  expect((await pdfOf(house, old)).equals(before)).toBe(true);
  for (const other of [stranger, hr]) await other.context().close();
});
