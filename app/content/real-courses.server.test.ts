import { describe, expect, it } from "vitest";
import { drawQuestions } from "~/domain/assessment/blueprint";
import { shownPercent } from "~/domain/assessment/grading";
import { rightAnswer } from "~/domain/assessment/right-answer";
import { shareOf } from "~/domain/assessment/share";
import { paperLength } from "~/domain/course/exam";
import { isForExams } from "~/domain/course/question-type";
import { seeded } from "../../tests/fixtures/exam-questions";
import { readCourses } from "./course-package.server";

const { courses } = readCourses("courses");

it("reads every course that the programmes need", () => {
  expect(courses.map(({ course }) => course.manifest.slug)).toEqual(
    expect.arrayContaining([
      "clarification-dossier",
      "communication-skills",
      "equipment-livestream",
      "foreign-information",
      "information-security",
      "onboarding",
      "one-stop-situations",
      "service-ethics",
    ]),
  );
});

describe.each(courses.map(({ course }) => [course.manifest.slug, course] as const))("%s", (_, course) => {
  it("draws a full paper, each time from another part of the bank, which the right answers pass", () => {
    const papers = Array.from({ length: 20 }, (_, seed) =>
      drawQuestions(course.questions, course.exam.sections, seeded(seed)),
    );
    for (const { drawn, bankShortfall } of papers) {
      expect(bankShortfall).toEqual([]);
      expect(drawn).toHaveLength(paperLength(course.exam));
      const shares = drawn.map(({ question }) => shareOf(question, rightAnswer(question) ?? []) ?? 0);
      expect(
        shownPercent(
          shares.reduce((sum, share) => sum + share, 0),
          shares.length,
        ),
      ).toBe(100);
    }
    const asked = new Set(papers.flatMap(({ drawn }) => drawn.map(({ question }) => question.key)));
    expect(asked.size).toBeGreaterThan(paperLength(course.exam));
  });

  it("gives every question for exams an answer that earns all of it", () => {
    const short = course.questions
      .filter(isForExams)
      .filter((question) => question.type !== "short-text" || question.accepted?.length)
      .filter((question) => shareOf(question, rightAnswer(question) ?? []) !== 1);
    expect(short.map(({ key }) => key)).toEqual([]);
  });
});
