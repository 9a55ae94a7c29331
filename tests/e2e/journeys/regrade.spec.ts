import { Caller } from "../caller";
import { takeCourse } from "../learner";
import { button, COLLABORATOR, expect, signIn, test, words } from "../site";

const EXAM_OFFICER = "VSS-00013";

test("an exam officer regrades a question after a preview, once; the old result stays readable", async ({
  page,
  house,
}) => {
  const learner = await Caller.signedIn(house, COLLABORATOR);
  await takeCourse(house, learner, "onboarding", "fail");
  const { attempt, marks, slug } = house.row<{ attempt: string; marks: string; slug: string }>(
    `SELECT a.public_id AS attempt, r.marks, c.slug FROM attempt a JOIN attempt_result r ON r.attempt_id = a.id
     JOIN person p ON p.id = a.person_id JOIN course_version v ON v.id = a.course_version_id JOIN course c ON c.id = v.course_id
     WHERE p.staff_code = ? ORDER BY a.id LIMIT 1`,
    COLLABORATOR,
  );
  const missed = (JSON.parse(marks) as { score: number; max: number; question: number }[]).find(
    ({ score, max }) => score < max,
  );
  const { key } = house.row<{ key: string }>("SELECT key FROM question_version WHERE id = ?", missed?.question ?? 0);

  await signIn(page, EXAM_OFFICER);
  await page.goto(`/exams/${slug}/statistics`);
  await expect(page.locator("main")).toContainText(words("statistics:flagged.title"));
  await page.goto(`/exams/${slug}/regrade/new?question=${key}`);
  // what is missing is said beside its field
  await button(page, "statistics:regrade.toPreview").click();
  await expect(page.locator("#kind-error")).toContainText(words("statistics:regrade.wrong.kind"));
  await page.locator('input[name="kind"][value="everybody-right"]').check();
  await button(page, "statistics:regrade.toPreview").click();
  await expect(page).toHaveURL(/\/regrade\/preview\?/);
  await expect(page.locator(`main a[href="/exams/attempts/${attempt}"]`)).toBeVisible();
  const preview = page.url();

  await page.locator("#reason").fill("Câu hỏi có hai cách hiểu");
  await page.locator("form:has(#reason) button").click();
  await expect(page.locator(".toast")).toContainText(words("statistics:regrade.done"));
  await expect(page.locator("main")).toContainText("Câu hỏi có hai cách hiểu");

  // done once: there is nothing left to move
  await page.goto(preview);
  await expect(page.locator("#reason")).toHaveCount(0);
  await page.goto(`/exams/attempts/${attempt}`);
  await expect(page.locator("main")).toContainText(words("statistics:history.kind.regraded"));
  await expect(page.locator("main")).toContainText(words("statistics:history.kind.ended"));
});
