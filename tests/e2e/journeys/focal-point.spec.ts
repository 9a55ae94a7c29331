import type { Page } from "@playwright/test";
import { Caller } from "../caller";
import type { House } from "../house/house";
import { lessonsOf, unitPublicId } from "../learner";
import { button, DAY, expect, FOCAL_DA_NANG, HR_CENTRAL, link, MINUTE, signIn, test, words } from "../site";
import { attemptOn, passExamOnScreen } from "./exam-on-screen";

const COURSE = "foreign-information";
const SECURITY = "information-security";
const DOSSIER = "clarification-dossier";

test.describe.configure({ mode: "serial" });

/** What the programme asks for beside this exam: information security, passed on screen, and a dossier that was told as passed. */
async function passBeforehand(page: Page, house: House): Promise<void> {
  const caller = await Caller.signedIn(house, FOCAL_DA_NANG);
  for (const course of [SECURITY, DOSSIER])
    for (const lesson of lessonsOf(house, course))
      await caller.post(`/courses/${course}/lessons/${lesson}`, { form: {} });
  tellDossier(house);
  await page.goto(`/courses/${SECURITY}/exam`);
  await passExamOnScreen(page, house);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words("exam:result.passed"));
}

function tellDossier(house: House): void {
  const { person, enrolment, version, course } = house.row<
    Record<"person" | "enrolment" | "version" | "course", number>
  >(
    `SELECT e.person_id AS person, e.id AS enrolment, e.course_version_id AS version, c.id AS course
     FROM enrolment e JOIN course c ON c.id = e.course_id JOIN person p ON p.id = e.person_id
     WHERE c.slug = ? AND p.staff_code = ?`,
    DOSSIER,
    FOCAL_DA_NANG,
  );
  const at = "2026-11-21T02:00:00.000Z";
  const put = (sql: string, ...values: (string | number | bigint)[]) =>
    house.database.prepare(sql).run(...values).lastInsertRowid;
  const change = put("INSERT INTO change (at, kind) VALUES (?, 'test')", at);
  const work = put(
    `INSERT INTO task_work (public_id, person_id, enrolment_id, course_version_id, question_key, question_version_id, at, recorded_change)
     VALUES ('journeydossier00', ?, ?, ?, 'clarification-dossier', 1, ?, ?)`,
    ...[person, enrolment, version, at, change],
  );
  put(
    "INSERT INTO task_hand_in (work_id, round, text, files, confirmed_at, recorded_change) VALUES (?, 0, '', '[]', ?, ?)",
    ...[work, at, change],
  );
  const subject = put(
    `INSERT INTO marking_subject (public_id, kind, work_id, round, course_id, person_id, markers, threshold, recorded_change)
     VALUES ('journeysubject00', 'task', ?, 0, ?, ?, 2, 0.2, ?)`,
    ...[work, course, person, change],
  );
  put(
    `INSERT INTO mark_release (subject_id, points, max_points, how, passed, account_id, at, recorded_change)
     VALUES (?, 9, 10, 'mean', 1, 1, ?, ?)`,
    ...[subject, at, change],
  );
}

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
  await passBeforehand(page, house);
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
