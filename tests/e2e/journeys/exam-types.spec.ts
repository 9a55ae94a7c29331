import { beginAllTypes, giveAnswer, inTokens, PER_PAGE, QUESTIONS, savedAnswer, TOTAL_EARNED } from "../all-types";
import { Caller } from "../caller";
import { learnAll } from "../learner";
import { button, COLLABORATOR, expect, ONE_STOP_OFFICER, signIn, test, words } from "../site";

test("an exam with every type of question, from the first answer to the review", async ({ page, house }, testInfo) => {
  test.setTimeout(120_000);
  const who = testInfo.project.use.javaScriptEnabled === false ? COLLABORATOR : ONE_STOP_OFFICER;
  await learnAll(house, await Caller.signedIn(house, who), "onboarding");
  const all = beginAllTypes(house, who, "onboarding");
  await signIn(page, who);
  await page.goto(`/attempts/${all.attempt}`);
  for (const [index, { answer }] of QUESTIONS.entries()) {
    const item = index + 1;
    await expect(page.locator(`#q${item}`)).toBeVisible();
    await giveAnswer(page, all, item, answer);
    if (item === QUESTIONS.length) await button(page, "exam:page.review").click();
    else if (item % PER_PAGE === 0) await button(page, "exam:page.next", { number: item + 1 }).click();
  }
  await expect(page).toHaveURL(/\/hand-in$/);
  for (const [index, { answer }] of QUESTIONS.entries()) {
    expect(savedAnswer(house, all.attempt, index + 1), `item ${index + 1}`).toEqual(inTokens(all, index + 1, answer));
  }

  // what was answered comes back as it was
  await page.goto(`/attempts/${all.attempt}?page=2`);
  const order = inTokens(all, 5, ["a", "b", "c", "d"]) as string[];
  for (const [index, token] of order.entries()) {
    await expect(page.locator(`[name="a5.${token}"]`)).toHaveValue(String(index + 1));
  }
  await expect(page.locator('[name="a7.number"]')).toHaveValue("12,5");
  await page.goto(`/attempts/${all.attempt}/hand-in`);
  await button(page, "exam:handIn.submit").click();
  await expect(page).toHaveURL(/\/result$/);
  const earned = String(Math.round(TOTAL_EARNED * 100) / 100).replace(".", ",");
  await expect(page.locator("main")).toContainText(`${earned}/${QUESTIONS.length}`);
  await expect(page.locator("main")).toContainText(words("question:review.verdict.partly"));
});
