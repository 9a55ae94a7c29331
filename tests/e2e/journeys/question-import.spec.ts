import { readFileSync } from "node:fs";
import ExcelJS from "exceljs";
import { button, expect, PROGRAMME_OWNER, signIn, test, words } from "../site";

const BANK = "/bank/service-ethics";

test("a file of questions: exported, changed with a mistake, put right, seen, sent for approval", async ({
  page,
  house,
  javaScriptEnabled,
}, info) => {
  // each of the two runs brings its own question
  const mine = javaScriptEnabled === false ? "se-brought-nojs" : "se-brought-js";
  await signIn(page, PROGRAMME_OWNER);
  await page.goto(`${BANK}/import`);
  const downloading = page.waitForEvent("download");
  await page.locator(`a[href="${BANK}/export/xlsx"]`).click();
  const exported = await (await downloading).path();

  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(readFileSync(exported) as unknown as ExcelJS.Buffer);
  const sheet = workbook.worksheets[0] as ExcelJS.Worksheet;
  const headings = sheet.getRow(1).values as string[];
  const column = (heading: string) => headings.indexOf(heading);
  const last = sheet.rowCount + 1;
  // the first question once more, as a new one
  sheet.getRow(2).eachCell((cell, place) => {
    sheet.getCell(last, place).value = cell.value;
  });
  sheet.getCell(last, column("Mã câu hỏi · Key")).value = mine;
  sheet.getCell(last, column("Câu hỏi (Việt)")).value = "Câu được nhập từ tệp?";
  sheet.getCell(last, column("Mức độ · Difficulty")).value = "dễ";
  const bringIn = async (name: string) => {
    const file = info.outputPath(name);
    await workbook.xlsx.writeFile(file);
    await page.goto(`${BANK}/import`);
    await page.locator("#file").setInputFiles(file);
    await button(page, "bank:import.submit").click();
    await expect(page.getByRole("heading", { level: 1, name: words("bank:import.preview") })).toBeVisible();
  };
  const proposals = () => house.count("question_proposal", "bank = 'service-ethics' AND question_key = ?", mine);

  await bringIn("wrong.xlsx");
  const cell = sheet.getCell(last, column("Mức độ · Difficulty")).address;
  await expect(page.locator("main")).toContainText(`Ô ${cell}, trang “Câu hỏi”`);
  await expect(page.locator("main")).toContainText("dễ");
  await expect(page.getByRole("button", { name: /để duyệt/ })).toHaveCount(0);
  expect(proposals()).toBe(0);

  sheet.getCell(cell).value = "1";
  await bringIn("right.xlsx");
  await expect(page.locator("main")).toContainText("Câu được nhập từ tệp?");
  expect(proposals()).toBe(0);
  await page.getByRole("button", { name: /để duyệt/ }).click();
  await expect(page.getByRole("status")).toContainText(words("bank:import.done"));
  expect(proposals()).toBe(1);
});
