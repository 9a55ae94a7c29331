import type { Page } from "@playwright/test";
import type { House } from "../house/house";
import { paperOf } from "../learner";
import { button, expect } from "../site";

/** The public id of the attempt whose page is open. */
export function attemptOn(page: Page): string {
  const id = /\/attempts\/([^/?#]+)/.exec(page.url())?.[1];
  if (!id) throw new Error(`no attempt: ${page.url()}`);
  return id;
}

/** Gives every right answer on the open paper, page by page by the buttons, and ends at the review. */
export async function answerOnScreen(page: Page, house: House, { flag = [] }: { flag?: number[] } = {}): Promise<void> {
  const id = attemptOn(page);
  const { items, perPage } = paperOf(house, id);
  for (const { number, right } of items) {
    await expect(page.locator(`#q${number}`)).toBeVisible();
    for (const [name, value] of Object.entries(right)) await fillRight(page, name, value);
    if (flag.includes(number)) await page.locator(`input[name="f${number}"]`).check();
    if (number === items.length) await button(page, "exam:page.review").click();
    else if (number % perPage === 0) await button(page, "exam:page.next", { number: number + 1 }).click();
  }
  await expect(page).toHaveURL(`/attempts/${id}/hand-in`);
}

/** From the page before the exam to the result, all answers right. */
export async function passExamOnScreen(page: Page, house: House): Promise<void> {
  await button(page, "exam:intro.start").click();
  await expect(page).toHaveURL(/\/attempts\/[^/]+$/);
  await answerOnScreen(page, house);
  await button(page, "exam:handIn.submit").click();
  await expect(page).toHaveURL(/\/result$/);
}

/** Fills a field, whatever it is, as its form would send it. */
export async function fillRight(page: Page, name: string, value: string | readonly string[]): Promise<void> {
  if (name.startsWith("s")) return;
  const field = page.locator(`[name="${name}"]`);
  if (typeof value !== "string") {
    for (const token of value) await page.locator(`[name="${name}"][value="${token}"]`).check();
  } else if ((await field.evaluate((element) => element.tagName)) === "SELECT") await field.selectOption(value);
  else await field.fill(value);
}
