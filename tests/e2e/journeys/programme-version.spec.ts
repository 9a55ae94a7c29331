import type { Page } from "@playwright/test";
import { button, expect, link, PROGRAMME_OWNER, signIn, test, words } from "../site";

const FROM = "2027-03-01";
const SHOWN = "01/03/2027";

/** The form for new rules of a programme, as it begins: with the rules that hold. */
async function openForm(page: Page, programme: string): Promise<void> {
  await signIn(page, PROGRAMME_OWNER);
  await page.goto(`/programmes/${programme}`);
  await link(page, "programmes:page.change").click();
  await expect(page.locator("#requires")).toBeVisible();
}

test("new rules are seen before they are set, hold from their day, and can be taken back until then", async ({
  page,
  house,
}) => {
  await openForm(page, "onboarding");
  await expect(page.locator("#requires")).toHaveValue(/thi onboarding/);
  await page.locator("#from").fill(FROM);
  await page.locator("#method").selectOption("completion");
  await page.locator("#months").fill("18");
  await page.locator("#window").fill("60");
  await page.locator("#grace").fill("15");
  await page.locator("#reason").fill("Theo Kế hoạch 15/KH-BHXH");
  await button(page, "programmes:form.preview").click();
  const preview = page.locator("main section").filter({ hasText: words("programmes:preview.title") });
  await expect(preview).toContainText(words("programmes:preview.since", { from: SHOWN }));
  await expect(preview).toContainText(words("programmes:validity.completion", { count: 18 }));
  expect(house.count("programme_version", "1 = 1")).toBe(0);

  await button(page, "programmes:preview.submit").click();
  await expect(page.locator(".toast")).toContainText(words("programmes:done.set"));
  const versions = page.locator("main .timeline > li");
  await expect(versions.first()).toContainText(words("programmes:version.future"));
  await expect(versions.first()).toContainText(SHOWN);
  await expect(versions.first()).toContainText(words("programmes:rules.windowDays", { count: 60 }));
  await expect(versions.first()).toContainText("Theo Kế hoạch 15/KH-BHXH");
  await expect(versions.nth(1)).toContainText(words("programmes:version.now"));
  await expect(versions.nth(1)).toContainText(words("programmes:version.through", { date: "28/02/2027" }));
  // today's rules are what they were
  await expect(page.locator("main .facts").first()).toContainText(words("programmes:validity.none"));

  await link(page, "programmes:version.takeBack").click();
  await button(page, "programmes:takeBack.submit").click();
  await expect(page.locator(".toast")).toContainText(words("programmes:done.taken-back"));
  await expect(versions.first()).toContainText(words("programmes:version.now"));
});

test("programmes that would ask for each other are refused at the field, and what was typed stays", async ({
  page,
  house,
}) => {
  await openForm(page, "information-security");
  const typed = "tất cả:\n  thi information-security\n  giấy foreign-information-focal";
  await page.locator("#from").fill(FROM);
  await page.locator("#requires").fill(typed);
  await page.locator("#reason").fill("Gộp hai chương trình");
  await button(page, "programmes:form.preview").click();

  const summary = page.getByRole("alert");
  await expect(summary).toContainText(
    "Tập huấn đầu mối TTĐN → An toàn thông tin, bí mật nhà nước → Tập huấn đầu mối TTĐN",
  );
  await summary.getByRole("link").click();
  await expect(page.locator("#requires")).toBeFocused();
  await expect(page.locator("#requires")).toHaveAttribute("aria-invalid", "true");
  await expect(page.locator("#requires-error")).toContainText(words("programmes:problem.circle"));
  await expect(page.locator("#requires")).toHaveValue(typed);
  await expect(page.locator("#from")).toHaveValue(FROM);
  await expect(page.locator("#reason")).toHaveValue("Gộp hai chương trình");
  expect(house.count("programme_version", "programme = 'information-security'")).toBe(0);
});

test("each field that was left empty or cannot be read says so, beside the day and the reason too", async ({
  page,
}) => {
  await openForm(page, "service-ethics-counter");
  await page.locator("#requires").fill("thi service-ethics\nhọc chăm chỉ");
  await page.locator("#months").fill("0");
  await button(page, "programmes:form.preview").click();
  await expect(page.getByRole("alert").getByRole("link")).toHaveText([
    words("programmes:problem.date"),
    words("programmes:problem.number", { least: 1, most: 240 }),
    words("programmes:problem.line.unknown", { line: 2, text: "học chăm chỉ" }),
    words("programmes:problem.reason"),
  ]);
  await expect(page.locator("#requires")).toHaveValue("thi service-ethics\nhọc chăm chỉ");
  await expect(page.locator("#months")).toHaveValue("0");
});
