import { lessonsOf, unitPublicId } from "../learner";
import { button, DAY, expect, FOCAL_DA_NANG, HR_CENTRAL, link, MINUTE, signIn, test, words } from "../site";
import { attemptOn, passExamOnScreen } from "./exam-on-screen";

const COURSE = "foreign-information";

test.describe.configure({ mode: "serial" });

test("sees why the course is assigned, and learns it", async ({ page, house }) => {
  await signIn(page, FOCAL_DA_NANG);
  await page.goto(`/courses/${COURSE}`);
  const why = page.locator(".why");
  await expect(why).toContainText("đầu mối");
  await expect(why).toContainText("BHXH thành phố Đà Nẵng");
  await expect(why).toContainText("14/09/2026");
  await expect(why).toContainText("Quy tắc mẫu số 3");
  await expect(page.locator("main")).toContainText(
    words("parts:door.lessonsFirst", { count: lessonsOf(house, COURSE).length }),
  );

  await page.goto("/");
  await expect(page.locator(".why")).toContainText("Quy tắc mẫu số 3");
  await link(page, "learning:today.beginLesson", { number: 1 }).click();
  for (const lesson of lessonsOf(house, COURSE)) {
    await expect(page).toHaveURL(`/courses/${COURSE}/lessons/${lesson}`);
    await page.locator(".pager button").click();
  }
  await expect(page).toHaveURL(`/courses/${COURSE}`);
});

test("fails the exam, waits a day, passes, and has the certificate", async ({ page, house }) => {
  await signIn(page, FOCAL_DA_NANG);
  await page.goto(`/courses/${COURSE}/exam`);
  await button(page, "exam:intro.start").click();
  await expect(page).toHaveURL(/\/attempts\/[^/]+$/);
  const first = attemptOn(page);
  await button(page, "exam:page.review").click();
  await expect(page.getByText(words("exam:handIn.openTitle"))).toBeVisible();
  await button(page, "exam:handIn.submit").click();
  await expect(page).toHaveURL(`/attempts/${first}/result`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words("exam:result.failed"));
  await expect(page.locator("main")).toContainText(words("exam:result.wait", { date: "22/11/2026" }));
  await expect(page.locator("main")).toContainText(words("exam:result.keyLater"));
  await expect(page.locator("main")).not.toContainText(words("question:review.right"));

  await page.goto(`/courses/${COURSE}/exam`);
  await expect(page.getByText(words("exam:intro.waitTitle"))).toBeVisible();
  await expect(button(page, "exam:intro.start")).toHaveCount(0);
  expect(house.count("attempt", "1 = 1"), "attempts").toBe(1);

  house.moveClock(DAY + MINUTE);
  await page.goto(`/courses/${COURSE}/exam`);
  await passExamOnScreen(page, house);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words("exam:result.passed"));
  await expect(page.locator("main")).toContainText(words("question:review.explanation"));
  await link(page, "exam:result.see").click();
  await expect(page.locator("article.cert")).toContainText("Trần Đình Khôi");
  await expect(page.locator("article.cert")).toContainText("ngày 22 tháng 11 năm 2026");
});

test("turns the province certified on the page of HR, from that day on", async ({ page, house }) => {
  await signIn(page, HR_CENTRAL);
  const daNang = page.locator(`.network a[href*="${unitPublicId(house, "bhxh-da-nang-2025")}"]`);
  await page.goto("/hr");
  await expect(daNang).toContainText(words("parts:network.certified"));
  await page.goto("/hr?ngay=2026-11-21");
  await expect(daNang).toContainText(words("parts:network.uncertified"));
});
