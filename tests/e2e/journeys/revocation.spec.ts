import { button, expect, link, signIn, test, words } from "../site";

const SIGNATORY = "VSS-00017";

test("a revoked certificate is so for a stranger at once, and holds again when it is reinstated", async ({
  page,
  house,
}) => {
  const paper = house.row<{ public_id: string; serial: string; code: string }>(
    `SELECT public_id, serial, code FROM certificate c WHERE valid_until IS NULL AND person_id <> (SELECT id FROM person WHERE staff_code = 'VSS-00017') AND NOT EXISTS
      (SELECT 1 FROM certificate_event e WHERE e.certificate_id = c.id AND e.kind <> 'issued') ORDER BY id LIMIT 1`,
  );
  await signIn(page, SIGNATORY);
  await page.goto(`/certificates/${paper.public_id}`);
  await link(page, "certificates:act.revoke").click();
  await button(page, "authority:life.revoke.submit").click();
  await expect(page).toHaveURL(/\/revoke$/);
  await page.locator('input[name="cause"][value="lending"]').check();
  await page.locator("#reason").fill("Cho người khác mượn giấy");
  await button(page, "authority:life.revoke.submit").click();
  await expect(page.locator(".toast")).toContainText(words("certificates:done.revoked"));
  await expect(page.locator("main")).toContainText(words("certificates:cause.lending"));

  // revoking twice is told apart from revoking
  await page.goto(`/register/${paper.public_id}/revoke`);
  await expect(page.locator("main")).toContainText(words("authority:life.refused.revoked-already"));

  const verified = `/v/${paper.serial}/${paper.code}`;
  await page.context().clearCookies();
  await page.goto(verified);
  await expect(page.locator("h1")).toContainText(words("certificates:verified.status.revoked"));
  await expect(page.locator("main")).not.toContainText("Cho người khác mượn giấy");

  await signIn(page, SIGNATORY);
  await page.goto(`/certificates/${paper.public_id}`);
  await link(page, "certificates:act.reinstate").click();
  await page.locator("#reason").fill("Kết luận lại: không có việc cho mượn");
  await button(page, "authority:life.reinstate.submit").click();
  await expect(page.locator(".toast")).toContainText(words("certificates:done.reinstated"));
  await page.goto(verified);
  await expect(page.locator("h1")).toContainText(words("certificates:verified.status.valid"));
});
