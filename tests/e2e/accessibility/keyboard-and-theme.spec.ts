import type { Page } from "@playwright/test";
import { Caller } from "../caller";
import { learnAll, paperOf, startExam } from "../learner";
import {
  expect,
  FOCAL_DA_NANG,
  LEADER_HUNG_YEN,
  NEW_OFFICER,
  PASSWORD,
  signIn,
  switchLanguage,
  test,
  words,
} from "../site";

test("the theme of the account holds against that of the device", async ({ page }) => {
  await signIn(page, NEW_OFFICER);
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await background();
  await page.emulateMedia({ colorScheme: "light" });
  const light = await background();
  expect(dark).not.toBe(light);
  for (const [theme, expected] of [
    ["dark", dark],
    ["light", light],
  ] as const) {
    await page.goto("/account");
    await page.locator(`input[name="theme"][value="${theme}"]`).check();
    await page.locator('form:has(input[name="theme"]) button').click();
    await expect(page).toHaveURL(/saved=1/);
    await page.emulateMedia({ colorScheme: theme === "dark" ? "light" : "dark" });
    await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
    expect(await background()).toBe(expected);
  }
});

test("by keyboard alone: the skip link comes first, then one signs in", async ({ page }) => {
  await page.goto("/login");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: words("parts:skip") });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.locator("#login")).toBeFocused();
  await page.keyboard.type(FOCAL_DA_NANG);
  await page.keyboard.press("Tab");
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page).not.toHaveURL(/\/login/);
});

test("by keyboard alone: an exam is answered and handed in", async ({ page, house }) => {
  await signIn(page, LEADER_HUNG_YEN);
  const caller = await Caller.of(house, page.context());
  await learnAll(house, caller, "onboarding");
  const attempt = await startExam(caller, "onboarding");
  await page.goto(`/attempts/${attempt}`);
  const focused = page.locator(":focus");
  const { items, perPage } = paperOf(house, attempt);
  for (let first = 1; first <= items.length; first += perPage) {
    await expect(page.locator(`#q${first}`)).toBeVisible();
    for (let number = first; number < first + perPage; number++) {
      await tabTo(page, `[name="a${number}"], [name^="a${number}."]`);
      const kind = await focused.evaluate((field) => (field as HTMLInputElement).type);
      if (kind === "radio" || kind === "checkbox") {
        await page.keyboard.press("Space");
        await expect(focused).toBeChecked();
      } else if (kind === "select-one") await page.keyboard.press("ArrowDown");
      else await page.keyboard.type("1");
    }
    await tabTo(page, ".pager button");
    await page.keyboard.press("Enter");
  }
  await expect(page).toHaveURL(/\/hand-in$/);
  await tabTo(page, ".pager button");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/result$/);
  expect(house.count("response", "value NOT IN ('[]', '{}', '\"\"')")).toBeGreaterThanOrEqual(items.length);
});

/** Presses Tab until something that matches has the focus, and sees that the focus shows. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) {
      const outline = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        const near = [element, element.closest("label")].filter((each) => each !== null);
        return near.some(
          (each) => getComputedStyle(each).outlineStyle !== "none" || getComputedStyle(each).boxShadow !== "none",
        );
      });
      expect(outline, "the focus shows").toBe(true);
      return;
    }
  }
  throw new Error(`Tab does not reach ${selector}`);
}

test("switching the language keeps the page", async ({ page }) => {
  await signIn(page, NEW_OFFICER);
  await page.goto("/courses/onboarding");
  await switchLanguage(page, "en");
  await expect(page).toHaveURL("/courses/onboarding");
  await switchLanguage(page, "vi");
  await expect(page).toHaveURL("/courses/onboarding");
});
