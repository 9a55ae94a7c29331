import { expect, LEADER_HUNG_YEN, signIn, test } from "./site";

test("the first page is there although the list of addresses has not come yet", async ({ page, house: _ }) => {
  await page.route("**/__manifest?*", (route) => route.abort());
  await signIn(page, LEADER_HUNG_YEN);
  await expect(page).toHaveURL("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("navigation").first()).toBeVisible();
});
