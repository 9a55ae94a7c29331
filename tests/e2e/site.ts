import { type BrowserContext, test as base, type ConsoleMessage, expect, type Page } from "@playwright/test";
import { House } from "./house/house";
import { type Language, words } from "./words";

export { DAY, HOUR, MINUTE, SECOND } from "./house/house";
export { type Language, words } from "./words";
export { expect };

/** The password of every demo account. */
export const PASSWORD = "cau-noi-2026";

export const NEW_OFFICER = "VSS-00001";
export const FOCAL_DA_NANG = "VSS-00002";
export const HR_CENTRAL = "VSS-00003";
export const HR_HUNG_YEN = "VSS-00004";
export const LEADER_HUNG_YEN = "VSS-00005";
export const PROGRAMME_OWNER = "VSS-00006";
export const ADMINISTRATOR = "VSS-00007";
export const INSPECTOR = "VSS-00008";
export const ONE_STOP_OFFICER = "VSS-00009";
export const COLLABORATOR = "VSS-00010";

/** What no page may say in the browser's console: broken hydration, or something the site's own policy refuses. */
const TROUBLE = /hydrat|did not match|content security policy|minified react error/i;
/**
 * React throws this at a click in the milliseconds in which Remix still decodes its state; the click then does what it does
 * without JavaScript, and the page comes alive afterwards.
 */
const CLICK_BEFORE_HYDRATION = /react error #345/i;

interface WorkerHouses {
  /** the house of a test file; the one before it is closed */
  houseOf: (file: string) => Promise<House>;
}

export const test = base.extend<{ house: House; troubles: string[] }, { houses: WorkerHouses }>({
  houses: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from it
    async ({}, use) => {
      let open: { file: string; house: House } | null = null;
      await use({
        async houseOf(file) {
          if (open?.file === file) return open.house;
          await open?.house.close();
          open = { file, house: await House.open() };
          return open.house;
        },
      });
      await (open as { house: House } | null)?.house.close();
    },
    { scope: "worker" },
  ],
  house: async ({ houses }, use, testInfo) => use(await houses.houseOf(testInfo.file)),
  baseURL: async ({ house }, use) => use(house.url),
  troubles: [
    async ({ context }, use) => {
      const troubles: string[] = [];
      watch(context, troubles);
      await use(troubles);
      expect(troubles, "what the browser's console says").toEqual([]);
    },
    { auto: true },
  ],
});

/** Notes what goes wrong in the pages of a context, or in one page. */
export function watch(watched: BrowserContext | Page, troubles: string[]): void {
  const note = ({ message }: Error) => {
    if (!CLICK_BEFORE_HYDRATION.test(message)) troubles.push(message);
  };
  if ("newPage" in watched) watched.on("weberror", (error) => note(error.error()));
  else watched.on("pageerror", note);
  const hear = (message: ConsoleMessage) => {
    if (TROUBLE.test(message.text())) note(new Error(message.text()));
  };
  if ("newPage" in watched) watched.on("console", hear);
  else watched.on("console", hear);
}

/** Signs in by the form, and reads the privacy notice where it stands in the way. */
export async function signIn(page: Page, staffCode: string, password = PASSWORD): Promise<void> {
  await page.goto("/login");
  await page.locator("#login").fill(staffCode);
  await page.locator("#password").fill(password);
  await page.locator("form:has(#password) button").click();
  await expect(page).not.toHaveURL(/\/login/);
  if (page.url().includes("/notice")) {
    await page.locator("main form button").click();
    await expect(page).not.toHaveURL(/\/notice/);
  }
}

/** Changes to the other language by the switch in the masthead, or at the login gate. */
export async function switchLanguage(page: Page, to: Language): Promise<void> {
  await page.locator(`button[name="language"][value="${to}"]`).click();
  await expect(page.locator("html")).toHaveAttribute("lang", to);
}

/** A link or button of the page by the key of its text. */
export const link = (page: Page, key: string, values: Record<string, string | number> = {}) =>
  page.getByRole("link", { name: words(key, values) }).first();
export const button = (page: Page, key: string, values: Record<string, string | number> = {}) =>
  page.getByRole("button", { name: words(key, values) }).first();
