import { writeFileSync } from "node:fs";
import iconv from "iconv-lite";
import { button, expect, HR_CENTRAL, link, signIn, test, words } from "../site";

const HEAD = "Mã cán bộ;Họ và tên;Đơn vị;Vị trí việc làm;Từ ngày;Email công vụ";
const UNIT = "BHXH tỉnh Hưng Yên";

/** As old editors store Vietnamese: vowels with their own marks composed, tones apart. */
function windows1258(text: string): Buffer {
  const apart = text
    .normalize("NFD")
    .replace(/(\p{L})([\u0323\u0300\u0301\u0303\u0309])([\u0302\u0306\u031b])/gu, "$1$3$2")
    .replace(/[aeouAEOU][\u0302\u0306\u031b]/g, (pair) => pair.normalize("NFC"));
  return iconv.encode(apart, "windows-1258");
}

test("a file of people: tried, put right, carried out, links handed out, undone", async ({
  page,
  house,
  javaScriptEnabled,
}, info) => {
  // each of the two runs brings its own people
  const code = javaScriptEnabled === false ? "NJS" : "JS";
  const fileOf = (day: string) => {
    const lines = [
      HEAD,
      `${code}-1;Đỗ Thị Mới;${UNIT};Cán bộ truyền thông;01/11/2026;moi.${code.toLowerCase()}@vss.example`,
      `${code}-2;Phạm Hữu Thọ;${UNIT};Cán bộ truyền thông;${day};`,
    ];
    const file = info.outputPath(`${code}-${day.replaceAll("/", "-")}.csv`);
    writeFileSync(file, windows1258(lines.join("\r\n")));
    return file;
  };
  const bringIn = async (file: string) => {
    await page.goto("/imports/new");
    await page.locator("#file").setInputFiles(file);
    await button(page, "imports:upload.submit").click();
    await expect(page.locator("#column0")).toHaveValue("staffCode", { timeout: 30_000 });
    await button(page, "imports:columns.submit").click();
    await expect(page.getByRole("heading", { name: words("imports:result.rows") })).toBeVisible({ timeout: 30_000 });
  };
  const people = () => house.count("person", "staff_code LIKE ?", `${code}-%`);
  const postings = () => house.count("posting", "retracted_change IS NULL");
  test.setTimeout(180_000);

  await signIn(page, HR_CENTRAL);
  const before = postings();

  // a mistake: its row, its column and its reason are named, and nothing is written
  await bringIn(fileOf("31/02/2026"));
  await expect(page.locator("main")).toContainText("Từ ngày (E)");
  await expect(page.locator("main")).toContainText("31/02/2026");
  expect(people()).toBe(0);

  // it is not carried out by oversight
  await link(page, "imports:result.carryOut").click();
  await button(page, "imports:confirm.submit").click();
  await expect(page.getByRole("alert")).toBeVisible();
  expect(people()).toBe(0);

  // put right, it is carried out whole
  await bringIn(fileOf("02/11/2026"));
  await link(page, "imports:result.carryOut").click();
  await button(page, "imports:confirm.submit").click();
  await expect(link(page, "imports:result.undo")).toBeVisible({ timeout: 30_000 });
  expect(people()).toBe(2);
  expect(postings()).toBe(before + 2);
  const done = page.url();

  // the new people get a sheet each
  await page.locator('main a[href$="/slips"]').click();
  await button(page, "imports:slips.make").click();
  await expect(page.locator("article.report")).toHaveCount(2);
  const address = await page.locator("article.report b").first().innerText();
  expect(address).toMatch(/\/slip\/[\w-]{20,}$/);

  // and it can be taken back
  await page.goto(done);
  await link(page, "imports:result.undo").click();
  await page.locator("#note").fill("Tệp gửi nhầm");
  await button(page, "imports:undo.submit").click();
  await expect(page.locator("main")).toContainText(words("imports:state.undone") as string);
  expect(postings()).toBe(before);
});
