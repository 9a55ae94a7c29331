import { Caller } from "../caller";
import type { House } from "../house/house";
import { button, expect, HR_CENTRAL, link, signIn, test, words } from "../site";

test.describe.configure({ mode: "serial" });
test.use({ viewport: { width: 360, height: 740 } });

interface Paper {
  id: number;
  public_id: string;
  serial: string;
  code: string;
  holder: string;
}

/** A certificate that the demo has issued to somebody who can sign in. */
const paperOf = (house: House) =>
  house.row<Paper>(
    `SELECT c.id, c.public_id, c.serial, c.code, json_extract(c.face, '$.holder') AS holder
     FROM certificate c JOIN person p ON p.id = c.person_id WHERE p.staff_code = ? LIMIT 1`,
    HR_CENTRAL,
  );

test("a stranger types number and code, and sees what the paper shows", async ({ page, house }) => {
  const paper = paperOf(house);
  await page.goto("/verify");
  await page.locator("#serial").fill(` ${paper.serial.toLowerCase()} `);
  await page.locator("#code").fill(`${paper.code.slice(0, 4)}-${paper.code.slice(4)}`);
  await button(page, "certificates:verify.submit").click();
  await expect(page).toHaveURL(`/v/${paper.serial}/${paper.code}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words("certificates:verified.status.valid"));
  await expect(page.locator("dl.facts")).toContainText(paper.holder);
  await expect(page.locator("dl.facts")).toContainText(paper.serial);
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  expect(wide, "scrolls sideways").toBe(false);

  const visitor = Caller.visitor(house);
  // rendered once, and handed out again
  for (let time = 0; time < 3; time++) {
    const answer = await visitor.get(`/v/${paper.serial}/${paper.code}`);
    expect(answer.headers.get("X-Robots-Tag")).toBe("noindex, nofollow, noarchive");
    const nonce = /'nonce-([^']+)'/.exec(answer.headers.get("Content-Security-Policy") ?? "")?.[1] ?? "";
    const html = await answer.text();
    const named = [...html.matchAll(/ nonce="([^"]+)"/g)].map(([, name]) => name);
    expect(named.length).toBeGreaterThan(0);
    expect(new Set(named), "scripts carry the nonce of their own answer").toEqual(new Set([nonce]));
    expect(html).not.toContain(paper.public_id);
    expect(html).not.toContain(HR_CENTRAL);
  }
  expect((await visitor.get("/robots.txt")).status).toBe(200);
});

test("a wrong code and a number of another system look the same", async ({ page, house }) => {
  const paper = paperOf(house);
  for (const address of [`/v/${paper.serial}/22222222`, "/v/VN-2019-000001/ABCDEFGH"]) {
    const answer = await page.goto(address);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(words("certificates:verified.unknown"));
    await expect(page.locator("main")).not.toContainText(paper.holder);
  }
});

test("a stranger holds the PDF against the original; an altered one does not match", async ({ page, house }) => {
  const paper = paperOf(house);
  const holder = await Caller.signedIn(house, HR_CENTRAL);
  const pdf = Buffer.from(await (await holder.get(`/certificates/${paper.public_id}/pdf`)).arrayBuffer());
  const send = async (address: string, buffer: Buffer) => {
    await page.goto(address);
    await page.locator("#file").setInputFiles({ name: "giay.pdf", mimeType: "application/pdf", buffer });
    await button(page, "certificates:file.submit").click();
  };
  const said = page.getByRole("status");
  await send(`/v/${paper.serial}/${paper.code}`, pdf);
  await expect(said).toContainText(words("certificates:file.paper"));
  const altered = Buffer.concat([pdf, Buffer.from("%")]);
  await send(`/v/${paper.serial}/${paper.code}`, altered);
  await expect(said).toContainText(words("certificates:file.altered"));
  await send("/verify", altered);
  await expect(said).toContainText(words("certificates:file.unknown"));
  await send("/verify", pdf);
  await expect(said).toContainText(words("certificates:file.paper"));
  await said.getByRole("link").click();
  await expect(page).toHaveURL(`/v/${paper.serial}/${paper.code}`);
});

test("the holder takes everything along, shares a link, and ends it", async ({ page, browser, house }) => {
  const paper = paperOf(house);
  await signIn(page, HR_CENTRAL);
  await page.goto("/certificates");
  await link(page, "certificates:list.wallet").click();
  await expect(page).toHaveURL("/wallet");
  const [archive] = await Promise.all([page.waitForEvent("download"), button(page, "wallet:page.all").click()]);
  expect(archive.suggestedFilename()).toBe(`giay-chung-nhan-${HR_CENTRAL}.zip`);
  const [credential] = await Promise.all([
    page.waitForEvent("download"),
    page.locator(`a[href="/certificates/${paper.public_id}/proof/credential"]`).click(),
  ]);
  expect(credential.suggestedFilename()).toBe(`${paper.serial}.jwt`);

  await link(page, "wallet:page.share").click();
  await page.locator('input[name="which"][value="chosen"]').check();
  await button(page, "wallet:share.submit").click();
  await expect(page.locator(".errors")).toContainText(words("wallet:share.nothingChosen"));
  await page.locator(`input[name="serial"][value="${paper.serial}"]`).check();
  await button(page, "wallet:share.submit").click();
  const address = (await page.locator(".share-link").getAttribute("href")) ?? "";
  expect(address).toMatch(/^\/s\/[\w-]{27}$/);

  const { javaScriptEnabled } = test.info().project.use;
  const stranger = await browser.newPage({
    javaScriptEnabled,
    baseURL: house.url,
    viewport: { width: 360, height: 740 },
  });
  await stranger.goto(address);
  await expect(stranger.getByRole("heading", { level: 1 })).toHaveText(paper.holder);
  await stranger.locator(`main a[href="/v/${paper.serial}/${paper.code}"]`).click();
  await expect(stranger.getByRole("heading", { level: 1 })).toHaveText(words("certificates:verified.status.valid"));
  await stranger.goto("/keys");
  await expect(stranger.locator("main")).toContainText("Ed25519");

  await page.goto("/wallet");
  await link(page, "wallet:shares.end").click();
  await button(page, "wallet:endShare.submit").click();
  await expect(page.locator(".toast")).toContainText(words("wallet:done.ended"));
  const answer = await stranger.goto(address);
  expect(answer?.status()).toBe(410);
  await expect(stranger.getByRole("heading", { level: 1 })).toHaveText(words("certificates:shared.ended"));
  await stranger.close();
});
