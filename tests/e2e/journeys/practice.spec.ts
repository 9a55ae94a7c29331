import type { Page } from "@playwright/test";
import type { House } from "../house/house";
import { practiceItemsOf } from "../learner";
import { button, expect, link, NEW_OFFICER, signIn, test, words } from "../site";
import { fillRight } from "./exam-on-screen";

const COURSE = "onboarding";

test.describe.configure({ mode: "serial" });

/** The public id of the run whose page is open. */
function runOn(page: Page): string {
  const id = /\/practice\/runs\/([^/?#]+)/.exec(page.url())?.[1];
  if (!id) throw new Error(`no run: ${page.url()}`);
  return id;
}

/** Goes through the open run: answers rightly, or says “I do not know” to the questions of a lesson. */
async function answerRun(page: Page, house: House, { unknown }: { unknown: string }): Promise<void> {
  const items = practiceItemsOf(house, runOn(page));
  for (const [index, item] of items.entries()) {
    await expect(page.locator("h1")).toHaveText(
      words("practice:run.title", { number: item.number, total: items.length }),
    );
    const knows = item.lesson !== unknown;
    if (knows) for (const [name, value] of Object.entries(item.right)) await fillRight(page, name, value);
    await page.locator(`.pager button${knows ? ":not([name])" : "[name=unknown]"}`).click();
    await expect(page.locator("main")).toContainText(item.key.explanation.vi);
    await expect(page.locator("main")).toContainText(words(`question:review.verdict.${knows ? "right" : "wrong"}`));
    await link(page, index < items.length - 1 ? "practice:run.next" : "practice:run.end").click();
  }
}

test("skips by a pre-test what is known already, and the course says so", async ({ page, house }) => {
  await signIn(page, NEW_OFFICER);
  await page.goto(`/courses/${COURSE}`);
  await link(page, "learning:course.toPractice").click();
  await expect(page).toHaveURL(`/practice/courses/${COURSE}`);
  await page.locator("form:has(input[value='pre-test']) button").click();
  await expect(page).toHaveURL(/\/practice\/runs\/[^/?]+$/);
  await answerRun(page, house, { unknown: "first-thirty-days" });

  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words("practice:end.titlePreTest"));
  await expect(page.locator(".note")).toContainText(words("practice:end.known", { count: 4 }) as string);
  await page.goto(`/courses/${COURSE}`);
  await expect(page.locator("main")).toContainText(words("learning:progress", { done: 4, total: 5 }) as string);
  await expect(page.locator(".steps li", { hasText: words("learning:course.known") as string })).toHaveCount(4);

  await page.goto(`/practice/courses/${COURSE}`);
  await expect(page.getByText(words("practice:course.preTest.tomorrow"))).toBeVisible();
  await expect(page.locator("form:has(input[value='pre-test'])")).toHaveCount(0);
});

test("goes over the weak questions until none is left", async ({ page, house }) => {
  await signIn(page, NEW_OFFICER);
  await page.goto("/practice");
  await page.getByRole("link", { name: "Nhập môn" }).click();
  await button(page, "practice:course.weak.start", { count: 3 }).click();
  await expect(page).toHaveURL(/\/practice\/runs\/[^/?]+$/);
  await answerRun(page, house, { unknown: "" });
  await expect(page.locator(".result")).toContainText("3/3");
  await link(page, "practice:end.again").click();
  await expect(page.getByText(words("practice:course.weak.none"))).toBeVisible();
});

/** By its whole name: a step of an ordering may begin with the same words. */
const answerButton = (page: Page) =>
  page.getByRole("button", { name: words("practice:run.answer") as string, exact: true });

test("is asked for an answer where there is none, and keeps what was answered after a reload", async ({
  page,
  house,
}) => {
  await signIn(page, NEW_OFFICER);
  await page.goto(`/practice/courses/${COURSE}`);
  await page.locator("form:has(input[value='practice']) button").click();
  await expect(page).toHaveURL(/\/practice\/runs\/[^/?]+$/);
  const [first] = practiceItemsOf(house, runOn(page));
  if (!first) throw new Error("an empty run");
  await expect(page.locator("main")).not.toContainText(first.key.explanation.vi);
  await answerButton(page).click();
  await expect(page.locator(".errors")).toContainText(words("practice:run.problem.empty") as string);
  await button(page, "practice:run.unknown").click();
  await expect(page).toHaveURL(/item=1$/);
  await expect(page.locator("main")).toContainText(first.key.explanation.vi);
  await page.reload();
  await expect(page.locator("main")).toContainText(first.key.explanation.vi);
  await expect(answerButton(page)).toHaveCount(0);
});
