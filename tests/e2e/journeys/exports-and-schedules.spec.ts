import { readFileSync } from "node:fs";
import ExcelJS from "exceljs";
import { Caller } from "../caller";
import { unitPublicId } from "../learner";
import { button, expect, HR_HUNG_YEN, LEADER_HUNG_YEN, link, NEW_OFFICER, signIn, test, words } from "../site";

test("an HR officer has the list as a file of each kind, with the people of the page and no others", async ({
  page,
  house,
}) => {
  await signIn(page, HR_HUNG_YEN);
  await page.goto("/hr/certification?state=all");
  const caller = await Caller.signedIn(house, HR_HUNG_YEN);
  const file = async (format: string, search = "state=all") => {
    const answer = await caller.get(`/reports/files/certification/${format}?${search}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Content-Disposition")).toContain(`.${format}"`);
    return Buffer.from(await answer.arrayBuffer());
  };
  const csv = (await file("csv")).toString("utf8");
  const lines = csv.trim().split("\r\n").length - 1;
  expect(lines).toBeGreaterThan(0);
  await expect(page.locator("main")).toContainText(String(words("hr:certification.count", { count: lines })));
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await file("xlsx")) as unknown as ArrayBuffer);
  expect((workbook.worksheets[1]?.rowCount ?? 0) - 1).toBe(lines);
  expect((await file("pdf")).subarray(0, 5).toString()).toBe("%PDF-");

  const daNang = unitPublicId(house, "bhxh-da-nang-2025");
  for (const address of [
    `/reports/files/certification/xlsx?unit=${daNang}`,
    "/reports/files/certification/docx",
    "/reports/files/secrets/csv",
    "/reports/files/provinces/pdf",
  ])
    expect((await caller.get(address)).status).toBe(404);
  expect((await caller.get("/reports/files/certification/csv?state=dead")).status).toBe(400);
  const learner = await Caller.signedIn(house, NEW_OFFICER);
  expect((await learner.get("/reports/files/certification/csv")).status).toBe(404);
});

test("the list behind a figure is taken away with as many lines as the figure said, and sent at times", async ({
  page,
}) => {
  await signIn(page, HR_HUNG_YEN);
  await page.goto("/reports/board");
  const figure = page.locator('main a[href*="/reports/board/people?"][href*="board=never"]').last();
  const said = Number(await figure.innerText());
  expect(said).toBeGreaterThan(0);
  await figure.click();
  await expect(page.locator("main")).toContainText(String(words("hr:certification.count", { count: said })));
  const download = page.waitForEvent("download");
  await link(page, "exports:download.csv").click();
  const csv = readFileSync(await (await download).path(), "utf8");
  expect(csv.trim().split("\r\n")).toHaveLength(said + 1);
  await link(page, "exports:download.schedule").click();
  await expect(page.locator("main")).toContainText(String(words("exports:schedules.kind.board-people")));
});

test("a report is scheduled with its filters, kept where something is missing, and ended", async ({ page, house }) => {
  await signIn(page, HR_HUNG_YEN);
  await page.goto(`/reports/schedules/new?address=${encodeURIComponent("/hr/certification?state=expired")}`);
  await page.getByLabel(words("exports:schedules.name")).fill("Hết hiệu lực");
  await page.getByLabel(words("exports:schedules.recipient")).fill("Không Ai Cả");
  await button(page, "exports:schedules.submit").click();
  await expect(page.getByRole("alert")).toContainText(String(words("exports:schedules.problem.recipient")));
  await expect(page.getByLabel(words("exports:schedules.name"))).toHaveValue("Hết hiệu lực");
  await page.getByLabel(words("exports:schedules.recipient")).fill(LEADER_HUNG_YEN);
  await button(page, "exports:schedules.submit").click();
  await expect(page.getByRole("status")).toContainText(String(words("exports:schedules.set")));
  const address = new URL(page.url()).pathname;

  // whoever gets it sees it, others do not
  expect((await (await Caller.signedIn(house, LEADER_HUNG_YEN)).get(address)).status).toBe(200);
  expect((await (await Caller.signedIn(house, NEW_OFFICER)).get(address)).status).toBe(404);

  await link(page, "exports:schedules.end").click();
  await button(page, "exports:schedules.end").click();
  await expect(page.getByRole("status")).toContainText(String(words("exports:schedules.ended")));
  await expect(page.locator("main")).toContainText(String(words("exports:schedules.over")));
});

test("a learner chooses what comes by mail, and a link from another house stops nothing", async ({ page }) => {
  await signIn(page, NEW_OFFICER);
  await page.goto("/account");
  await link(page, "learning:reminders.mailLink").click();
  await page.getByLabel(words("exports:choices.kind.reminders")).uncheck();
  await button(page, "exports:choices.submit").click();
  await expect(page.getByRole("status")).toContainText(String(words("exports:choices.saved")));
  await expect(page.getByLabel(words("exports:choices.kind.reminders"))).not.toBeChecked();
  expect((await page.goto("/mail/stop/abc.reminders.xyz"))?.status()).toBe(404);
});
