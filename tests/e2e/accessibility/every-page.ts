import AxeBuilder from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import type { House } from "../house/house";
import { expect, type Language, signIn, switchLanguage, test, watch } from "../site";
import { KINDS, prepare } from "./kinds-of-pages";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** What can differ between the themes; the rest of a page is the same in both. */
const RULES_OF_COLOUR = ["color-contrast", "link-in-text-block"];
const NARROWEST = 320;
const LOCALES: Record<Language, string> = { vi: "vi-VN", en: "en-GB" };

/** One signed-in browser context a person: the login itself is looked at elsewhere. */
const contexts = new Map<string, BrowserContext>();

async function contextOf(browser: Browser, house: House, staffCode: string | null, language: Language) {
  const key = `${house.url} ${staffCode}`;
  const open = contexts.get(key);
  if (open) return open;
  const context = await browser.newContext({ baseURL: house.url, locale: LOCALES[language], reducedMotion: "reduce" });
  if (staffCode !== null) {
    const page = await context.newPage();
    await signIn(page, staffCode);
    if (language === "en") await switchLanguage(page, language);
    await page.close();
  }
  contexts.set(key, context);
  return context;
}

/**
 * A test for each kind of page: its frame, no sideways scrolling, nothing in the console; in Vietnamese no violation that axe finds in
 * either theme.
 */
export function everyPageIn(language: Language): void {
  for (const kind of KINDS) {
    test(`${language}: ${kind.name}`, async ({ browser, house, troubles }) => {
      await prepare(house);
      const context = await contextOf(browser, house, kind.as, language);
      const page = await context.newPage();
      watch(page, troubles);
      await page.emulateMedia({ colorScheme: "light" });
      const answer = await page.goto(kind.path(house));
      expect(answer?.status()).toBe(kind.status ?? 200);
      await kind.act?.(page);

      await expect(page.locator("html")).toHaveAttribute("lang", language);
      expect(await page.title()).toMatch(/\S/);
      await expect(page.locator("h1")).toHaveCount(1);
      await expect(page.locator("h1")).not.toBeEmpty();
      await expect(page.locator("main#main")).toHaveCount(1);
      // what axe looks for is the same in both languages; what differs is how wide the words are
      if (language === "vi") {
        expect.soft(await violations(page, { type: "tag", values: RULES }), "light").toEqual([]);
        await page.emulateMedia({ colorScheme: "dark" });
        expect.soft(await violations(page, { type: "rule", values: RULES_OF_COLOUR }), "dark").toEqual([]);
      }
      await page.setViewportSize({ width: NARROWEST, height: 640 });
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect.soft(width, "width of the page").toBe(NARROWEST);
      await page.close();
    });
  }
}

async function violations(page: Page, runOnly: { type: "tag" | "rule"; values: string[] }): Promise<string[]> {
  const results = await new AxeBuilder({ page })
    .options({ runOnly, resultTypes: ["violations"] })
    // the frame of an activity is a page of its own; the other mode opens a new window for each look at frames
    .exclude("iframe[sandbox]")
    .setLegacyMode()
    .analyze();
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ html, any, all }) =>
        `${id}: ${html.slice(0, 160)} ${[...any, ...all].map(({ message }) => message).join("; ")}`,
    ),
  );
}
