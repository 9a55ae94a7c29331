import "../database-for-test";
import { beforeAll, describe, expect, it } from "vitest";
import { inTokens } from "~/domain/assessment/answer";
import type { AnswerValue } from "~/domain/assessment/answer-value";
import type { PaperItem } from "~/domain/assessment/paper";
import type { PracticeKind } from "~/domain/assessment/practice";
import { rightAnswer } from "~/domain/assessment/right-answer";
import type { VersionQuestion } from "~/domain/course/course-version";
import type { QuestionType } from "~/domain/course/question";
import type { Viewer } from "~/domain/permissions/viewer";
import { reader, writeRows } from "~/models/database.server";
import { completeLesson } from "~/models/enrolment/complete-lesson.server";
import { coursePage } from "~/models/enrolment/course-pages.server";
import { courseOf } from "~/models/enrolment/learning.server";
import { answerPractice } from "~/models/practice/answer-practice.server";
import { findRunOf, type PracticeRun } from "~/models/practice/find-run.server";
import { practiceCards, practicePage } from "~/models/practice/practice-pages.server";
import { runPage } from "~/models/practice/run-page.server";
import { startPractice } from "~/models/practice/start-practice.server";
import { newPublicId } from "~/models/public-id.server";
import { examForTest, questionForTest } from "../../fixtures/exam-questions";
import { insertCourse, insertTaker, minutesAfter } from "../../fixtures/exam-takers";

const COURSE = "course-one";
const NOW = "2026-11-22T05:00:00.000Z";
/** the same day and the next one in Viet Nam */
const EVENING = "2026-11-22T16:59:59.000Z";
const TOMORROW = "2026-11-22T17:00:00.000Z";

let version: number;

const practised = (id: number, type: QuestionType, lesson: string): VersionQuestion => ({
  ...questionForTest(id, { type, use: id % 2 ? "practice" : "both" }),
  lesson,
});

beforeAll(async () => {
  version = await insertCourse(COURSE, examForTest(), [
    practised(1, "single", "lesson-one"),
    practised(2, "matching", "lesson-one"),
    practised(3, "numeric", "lesson-two"),
    practised(4, "ordering", "lesson-two"),
    practised(5, "fill-in", "lesson-two"),
    { ...practised(6, "short-text", "lesson-two") },
    ...[10, 11, 12, 13, 14, 15].map((id) => questionForTest(id)),
  ]);
});

async function begin(viewer: Viewer, kind: PracticeKind, now = NOW): Promise<PracticeRun> {
  const started = await startPractice(viewer, COURSE, { kind, once: newPublicId() }, now);
  if (!started?.ok) throw new Error(`not begun: ${JSON.stringify(started)}`);
  const run = await findRunOf(viewer.personId, started.publicId);
  if (!run) throw new Error("no run");
  return run;
}

const right = (item: PaperItem): AnswerValue => inTokens(item, rightAnswer(item.question) ?? "");
const answer = (viewer: Viewer, run: PracticeRun, item: PaperItem, value: unknown, now = NOW) =>
  answerPractice(viewer, run.publicId, { item: item.number, value, unknown: false }, now);
const doNotKnow = (viewer: Viewer, run: PracticeRun, item: PaperItem, now = NOW) =>
  answerPractice(viewer, run.publicId, { item: item.number, value: "", unknown: true }, now);

/** Answers all: rightly where the question's lesson is among `rightly`. */
async function answerAll(viewer: Viewer, run: PracticeRun, rightly: readonly string[], now = NOW): Promise<void> {
  for (const item of run.paper.items) {
    const knows = rightly.includes(item.question.lesson ?? "");
    const done = knows ? answer(viewer, run, item, right(item), now) : doNotKnow(viewer, run, item, now);
    expect(await done).toEqual({ ok: true });
  }
}

async function completions(viewer: Viewer) {
  const client = await reader();
  const enrolments = await client.enrolment.findMany({ where: { person_id: viewer.personId } });
  const lessons = await client.lesson_completion.findMany({
    where: { enrolment_id: { in: enrolments.map(({ id }) => id) } },
    orderBy: { lesson_id: "asc" },
  });
  const courses = await client.course_completion.count({ where: { person_id: viewer.personId } });
  return {
    how: lessons.map(({ how }) => how),
    changes: new Set(lessons.map((row) => row.recorded_change)).size,
    courses,
  };
}

describe("a run", () => {
  it("asks what is for practice, never what is reserved for exams", async () => {
    const run = await begin(await insertTaker(version, 0), "practice");
    expect(run.paper.items.map(({ question }) => question.key).sort()).toEqual([1, 2, 3, 4, 5].map((id) => `q-${id}`));
  });

  it("is begun once, though its form is sent twenty times at once", async () => {
    const viewer = await insertTaker(version, 0);
    const once = newPublicId();
    const begun = await Promise.all(
      Array.from({ length: 20 }, () => startPractice(viewer, COURSE, { kind: "practice", once }, NOW)),
    );
    expect(begun.every((each) => each?.ok && each.publicId === once)).toBe(true);
    expect(await (await reader()).practice_run.count({ where: { person_id: viewer.personId } })).toBe(1);
  });

  it("under somebody else's id, or no id, is begun under another", async () => {
    const [viewer, stranger] = [await insertTaker(version, 0), await insertTaker(version, 0)];
    const mine = await begin(viewer, "practice");
    for (const once of [mine.publicId, "../x", ""]) {
      const started = await startPractice(stranger, COURSE, { kind: "practice", once }, NOW);
      expect(started).toMatchObject({ ok: true });
      expect(started?.ok && started.publicId).not.toBe(once);
    }
  });

  it("shows nothing of the key before the answer, and all of it after", async () => {
    const viewer = await insertTaker(version, 0);
    const run = await begin(viewer, "practice");
    const [item] = run.paper.items as [PaperItem];
    const before = await runPage(viewer, run.publicId, 1, "vi", NOW);
    expect(before?.item).toMatchObject({ review: null });
    expect(JSON.stringify(before)).not.toMatch(/SECRET|73\.645/);
    await answer(viewer, run, item, right(item));
    const after = await runPage(viewer, run.publicId, 1, "vi", NOW);
    expect(after?.item?.review).toMatchObject({
      verdict: "right",
      explanation: "SECRET explanation vi",
      lesson: { key: item.question.lesson },
    });
    // without a number: the next one, again without its key
    const next = await runPage(viewer, run.publicId, null, "vi", NOW);
    expect(next?.item).toMatchObject({ shown: { number: 2 }, review: null });
  });

  it("keeps the first answer, whatever is sent again", async () => {
    const viewer = await insertTaker(version, 0);
    const run = await begin(viewer, "practice");
    const [item] = run.paper.items as [PaperItem];
    const sent = await Promise.all(Array.from({ length: 10 }, () => doNotKnow(viewer, run, item)));
    expect(sent.every((each) => each?.ok)).toBe(true);
    expect(await answer(viewer, run, item, right(item))).toEqual({ ok: true });
    expect((await findRunOf(viewer.personId, run.publicId))?.answers).toEqual([{ item: 1, value: "", share: 0 }]);
  });

  it.each<[string, unknown, string]>([
    ["nothing", [], "empty"],
    ["another shape", 5, "bad-shape"],
    ["an option of another paper", ["zzzzzz"], "unknown-option"],
  ])("refuses %s and records nothing", async (_, value, because) => {
    const viewer = await insertTaker(version, 0);
    const run = await begin(viewer, "practice");
    const item = run.paper.items.find(({ question }) => question.type === "single") as PaperItem;
    expect(await answer(viewer, run, item, value)).toEqual({ ok: false, because });
    expect(await answerPractice(viewer, run.publicId, { item: 99, value: [], unknown: true }, NOW)).toEqual({
      ok: false,
      because: "unknown-item",
    });
    expect((await findRunOf(viewer.personId, run.publicId))?.answers).toEqual([]);
  });

  it("is nobody else's: not found", async () => {
    const [viewer, stranger] = [await insertTaker(version, 0), await insertTaker(version, 0)];
    const run = await begin(viewer, "practice");
    const [item] = run.paper.items as [PaperItem];
    expect(await runPage(stranger, run.publicId, 1, "vi", NOW)).toBeNull();
    expect(await answer(stranger, run, item, right(item))).toBeNull();
    expect(await startPractice(viewer, "no-course", { kind: "practice", once: "" }, NOW)).toBeNull();
    expect(await practicePage(viewer, "no-course", "vi", NOW)).toBeNull();
  });

  it("ends with its last answer and says what to read again; it counts for nothing", async () => {
    const viewer = await insertTaker(version, 0);
    const run = await begin(viewer, "practice");
    await answerAll(viewer, run, ["lesson-one", "lesson-two"]);
    const end = await runPage(viewer, run.publicId, null, "en", NOW);
    expect(end).toMatchObject({ item: null, answered: 5, right: 5, known: [] });
    expect((await findRunOf(viewer.personId, run.publicId))?.endedAt).toBe(NOW);
    expect(await completions(viewer)).toEqual({ how: [], changes: 0, courses: 0 });
  });
});

describe("weak questions", () => {
  it("are those not right the last time, or long ago; they go when they are right", async () => {
    const viewer = await insertTaker(version, 0);
    expect(await startPractice(viewer, COURSE, { kind: "weak", once: "" }, NOW)).toEqual({
      ok: false,
      because: "nothing",
    });
    await answerAll(viewer, await begin(viewer, "practice"), ["lesson-one"]);
    expect(await practiceCards(viewer, "vi", NOW)).toEqual([
      { slug: COURSE, title: COURSE, questions: 5, practised: 5, weak: 3 },
    ]);
    const weak = await begin(viewer, "weak");
    expect(weak.paper.items.every(({ question }) => question.lesson === "lesson-two")).toBe(true);
    await answerAll(viewer, weak, ["lesson-two"]);
    expect((await practicePage(viewer, COURSE, "vi", NOW))?.weak).toBe(0);
    expect((await practicePage(viewer, COURSE, "vi", minutesAfter(NOW, 61 * 24 * 60)))?.weak).toBe(5);
  });
});

describe("a pre-test", () => {
  it("records the lessons whose questions were all right as known, in one change", async () => {
    const viewer = await insertTaker(version, 0);
    expect((await practicePage(viewer, COURSE, "vi", NOW))?.preTest).toEqual({
      lessons: ["lesson-one", "lesson-two"],
      questions: 5,
    });
    const run = await begin(viewer, "pre-test");
    await answerAll(viewer, run, ["lesson-one"]);
    expect(await completions(viewer)).toEqual({ how: ["pre-test"], changes: 1, courses: 0 });
    const page = await coursePage(viewer, COURSE, "vi", NOW);
    expect(page?.lessons.map(({ key, done, known }) => [key, done, known])).toEqual([
      ["lesson-one", true, true],
      ["lesson-two", false, false],
    ]);
    expect(await runPage(viewer, run.publicId, null, "vi", NOW)).toMatchObject({ known: [{ key: "lesson-one" }] });
  });

  it("that knows all lessons finishes the reading, so the exam is open", async () => {
    const viewer = await insertTaker(version, 0);
    await answerAll(viewer, await begin(viewer, "pre-test"), ["lesson-one", "lesson-two"]);
    expect(await completions(viewer)).toEqual({ how: ["pre-test", "pre-test"], changes: 1, courses: 1 });
    expect((await courseOf(viewer, COURSE, NOW))?.course.standing.progress).toMatchObject({
      done: 2,
      nextLesson: null,
    });
    expect((await practicePage(viewer, COURSE, "vi", NOW))?.preTest).toBeNull();
  });

  it("is begun once a day for a course version, by twenty clicks too", async () => {
    const viewer = await insertTaker(version, 0);
    const begun = await Promise.all(
      Array.from({ length: 20 }, () => startPractice(viewer, COURSE, { kind: "pre-test", once: newPublicId() }, NOW)),
    );
    expect(begun.filter((each) => each?.ok)).toHaveLength(1);
    expect(await startPractice(viewer, COURSE, { kind: "pre-test", once: "" }, EVENING)).toEqual({
      ok: false,
      because: "pre-test-today",
    });
    expect(await practicePage(viewer, COURSE, "vi", EVENING)).toMatchObject({ preTestToday: true });
    expect(await startPractice(viewer, COURSE, { kind: "pre-test", once: "" }, TOMORROW)).toMatchObject({ ok: true });
  });

  it("asks nothing of lessons that are done, and leaves one that was read meanwhile as it is", async () => {
    const viewer = await insertTaker(version, 1);
    const run = await begin(viewer, "pre-test");
    expect(run.paper.items.every(({ question }) => question.lesson === "lesson-two")).toBe(true);
    const lesson = run.course.lessons[1]?.id ?? 0;
    await completeLesson(viewer, run.course, lesson, NOW);
    await answerAll(viewer, run, ["lesson-two"]);
    expect((await completions(viewer)).how).toEqual(["read", "read"]);
    expect((await findRunOf(viewer.personId, run.publicId))?.endedAt).toBe(NOW);
  });

  it("half right, or left in the middle, makes nothing known", async () => {
    const viewer = await insertTaker(version, 0);
    const run = await begin(viewer, "pre-test");
    const matching = run.paper.items.find(({ question }) => question.type === "matching") as PaperItem;
    const half = Object.fromEntries(Object.entries(right(matching)).slice(1));
    expect(await answer(viewer, run, matching, half)).toEqual({ ok: true });
    expect((await completions(viewer)).how).toEqual([]);
    for (const item of run.paper.items.filter((each) => each !== matching))
      await answer(viewer, run, item, right(item));
    expect((await completions(viewer)).how).toEqual(["pre-test"]);
  });

  it("whose end was not recorded is ended by whoever looks next", async () => {
    const viewer = await insertTaker(version, 0);
    const run = await begin(viewer, "pre-test");
    const [last, ...others] = run.paper.items as [PaperItem, ...PaperItem[]];
    for (const item of others) await answer(viewer, run, item, right(item));
    // the answer is there, the end is not: as after a crash between the two
    await writeRows((rows) =>
      rows.practice_answer.create({
        data: {
          run_id: run.id,
          item: last.number,
          question_key: last.question.key,
          question_version_id: last.question.id,
          value: JSON.stringify(right(last)),
          share: 1,
          at: NOW,
        },
      }),
    );
    await Promise.all(Array.from({ length: 5 }, () => runPage(viewer, run.publicId, null, "vi", NOW)));
    expect(await completions(viewer)).toEqual({ how: ["pre-test", "pre-test"], changes: 1, courses: 1 });
  });
});
