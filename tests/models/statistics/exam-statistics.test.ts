import "../database-for-test";
import { beforeAll, describe, expect, it } from "vitest";
import { EVERYTHING } from "~/domain/statistics/report-filter";
import { reader, recordChange } from "~/models/database.server";
import { newPublicId } from "~/models/public-id.server";
import { keptReport, makeReport, stateOfResults } from "~/models/statistics/exam-report.server";
import { computeExamStatistics } from "~/models/statistics/exam-statistics.server";
import { computeSimilarity } from "~/models/statistics/similar-attempts.server";
import { examForTest, questionForTest } from "../../fixtures/exam-questions";
import { insertCourse } from "../../fixtures/exam-takers";

const COURSE = "statistics-course";
const AT = "2026-11-21T05:00:00.000Z";
let questions: number[];
let version: number;

beforeAll(async () => {
  const bank = Array.from({ length: 6 }, (_, index) => questionForTest(index + 1, { type: "single" }));
  version = await insertCourse(COURSE, examForTest(), bank);
  const rows = await (await reader()).question_version.findMany({ orderBy: { id: "asc" }, select: { id: true } });
  questions = rows.map(({ id }) => id);
  // person 1 to 24 know more and more; "a" is right; everyone else chooses "b" or "c"
  for (let person = 1; person <= 24; person++) {
    const choices = questions.map((_, item) => ((person * 7 + item * 5) % 24 < person ? "a" : person % 2 ? "b" : "c"));
    await insertAttempt(person, choices);
  }
  // a second attempt and a void one
  await insertAttempt(3, ["a", "a", "a", "a", "a", "a"], { number: 2, hour: 9 });
  await insertAttempt(40, ["a", "a", "a", "a", "a", "a"], { void: true });
});

function insertAttempt(
  person: number,
  choices: string[],
  { number = 1, hour = 1, void: isVoid = false }: { number?: number; hour?: number; void?: boolean } = {},
): Promise<void> {
  const started = `2026-11-20T0${hour}:00:00.000Z`;
  const ended_at = `2026-11-20T0${hour}:20:00.000Z`;
  const marks = choices.map((choice, index) => ({
    item: index + 1,
    score: choice === "a" ? 1 : 0,
    max: 1,
    question: questions[index],
    answer: [choice],
  }));
  const score = marks.reduce((sum, mark) => sum + mark.score, 0);
  return recordChange({ kind: "test", at: AT }, async (rows, recorded_change) => {
    const { id } = await rows.attempt.create({
      data: {
        public_id: newPublicId(),
        person_id: person,
        enrolment_id: 0,
        course_version_id: version,
        number,
        started_at: started,
        deadline_at: ended_at,
        paper: "{}",
        recorded_change,
      },
    });
    const end = { ended_at, ended_by: "submit", score, max_score: 6, passed: score >= 4.2 };
    await rows.attempt_result.create({
      data: { attempt_id: id, ...end, marks: JSON.stringify(marks), recorded_change },
    });
    await rows.attempt_log.createMany({
      data: [
        { attempt_id: id, kind: "page-shown", page: 1, at: started },
        { attempt_id: id, kind: "page-shown", page: 2, at: `2026-11-20T0${hour}:05:00.000Z` },
      ],
    });
    if (isVoid) await rows.attempt_void.create({ data: { attempt_id: id, reason: "illness", recorded_change } });
  });
}

describe("statistics of an exam", () => {
  it("count each person's first attempt, without void ones", async () => {
    const report = await computeExamStatistics({ courseSlug: COURSE, filter: EVERYTHING });
    expect(report.score.attempts).toBe(24);
    expect(report.leftOut).toEqual({ void: 1, pending: 0, later: 1 });
    expect(report.questions).toHaveLength(6);
    expect(report.pages).toEqual([
      { page: 1, n: 24, medianSeconds: 300 },
      { page: 2, n: 24, medianSeconds: 900 },
    ]);
    expect(report.medianMinutes).toBe(20);
    const [first] = report.questions;
    expect(first?.answers?.lines.find(({ right }) => right)?.code).toBe("a");
    expect(JSON.stringify(report)).not.toContain('"person"');
  });

  it("can count all attempts, those of a day, and of a version", async () => {
    const of = async (change: Partial<typeof EVERYTHING>) =>
      (await computeExamStatistics({ courseSlug: COURSE, filter: { ...EVERYTHING, ...change } })).score.attempts;
    expect(await of({ counted: "all" })).toBe(25);
    expect(await of({ from: "2026-11-21" })).toBe(0);
    expect(await of({ until: "2026-11-20" })).toBe(24);
    expect(await of({ version: version + 1 })).toBe(0);
  });

  it("flag the option that nobody chose", async () => {
    const { questions: lines } = await computeExamStatistics({ courseSlug: COURSE, filter: EVERYTHING });
    expect(lines.every(({ flags }) => flags.includes("unused-option"))).toBe(true);
  });

  it("are kept until a result is added", async () => {
    const order = { kind: "statistics" as const, courseSlug: COURSE, filter: EVERYTHING };
    await makeReport(order, AT);
    expect((await keptReport(order))?.state).toBe(await stateOfResults());
    await insertAttempt(50, ["a", "b", "b", "b", "b", "b"]);
    expect((await keptReport(order))?.state).not.toBe(await stateOfResults());
  });
});

it("finds two who made the same rare mistakes, and nobody else", async () => {
  const course = "similar-course";
  const bank = Array.from({ length: 6 }, (_, index) => questionForTest(index + 1, { type: "single" }));
  version = await insertCourse(course, examForTest(), bank);
  const rows = await (await reader()).question_version.findMany({
    where: { key: { startsWith: course } },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  questions = rows.map(({ id }) => id);
  for (let person = 100; person < 160; person++) {
    await insertAttempt(
      person,
      questions.map((_, item) => ((person + item) % 2 ? "b" : "a")),
    );
  }
  await insertAttempt(201, ["d", "d", "d", "d", "a", "d"]);
  await insertAttempt(202, ["d", "d", "d", "d", "d", "a"]);
  // not at the same time
  await insertAttempt(203, ["d", "d", "d", "d", "d", "a"], { hour: 9 });
  const { pairs } = await computeSimilarity({ courseSlug: course, filter: EVERYTHING });
  expect(pairs).toHaveLength(1);
  expect(pairs[0]).toMatchObject({ same: 4, bothWrong: 4 });
});
