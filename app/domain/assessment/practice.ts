import type { VersionQuestion } from "../course/course-version";
import { isForPractice } from "../course/question-type";
import type { Instant } from "../time/civil-date";
import { type Random, shuffled } from "./random";

/** "practice": any of the questions; "weak": those that were not right, or long ago; "pre-test": those of lessons not done yet. */
export const PRACTICE_KINDS = ["practice", "weak", "pre-test"] as const;
export type PracticeKind = (typeof PRACTICE_KINDS)[number];

/** A person's last answer to a question in practice: the share that it earned. */
export interface LastAnswer {
  share: number;
  at: Instant;
}
/** By the question's key. */
export type LastAnswers = ReadonlyMap<string, LastAnswer>;

/** Questions of one run: as many as can be done in a tea break. */
export const PRACTICE_LENGTH = 10;

/** After so many days a right answer is asked for again. */
const FORGOTTEN_AFTER_DAYS = 60;

/** A lesson with fewer questions for practice than this cannot be skipped: one right answer may be a guess. */
const FEWEST_TO_SKIP = 2;

/** The questions that practice may show: never what is reserved for exams, and nothing that a marker has to judge. */
export function practicePool(bank: readonly VersionQuestion[]): VersionQuestion[] {
  return bank.filter((question) => isForPractice(question) && question.type !== "short-text");
}

/** Those that were not right the last time, or were last answered long ago. What was never answered is not weak. */
export function weakOnes(pool: readonly VersionQuestion[], last: LastAnswers, now: Instant): VersionQuestion[] {
  const forgottenBefore = new Date(Date.parse(now) - FORGOTTEN_AFTER_DAYS * 86_400_000).toISOString();
  return pool.filter(({ key }) => {
    const answer = last.get(key);
    return answer !== undefined && (answer.share < 1 || answer.at < forgottenBefore);
  });
}

/** A lesson that a pre-test can skip, with the questions that it asks. */
export interface SkippableLesson {
  lesson: string;
  questions: VersionQuestion[];
}

/** Lessons not done yet that have questions enough, in the order of the course. */
export function skippableLessons(
  pool: readonly VersionQuestion[],
  lessons: readonly { key: string; done: boolean }[],
): SkippableLesson[] {
  return lessons
    .filter(({ done }) => !done)
    .map(({ key }) => ({ lesson: key, questions: pool.filter(({ lesson }) => lesson === key) }))
    .filter(({ questions }) => questions.length >= FEWEST_TO_SKIP);
}

/**
 * The questions of a run: for practice those never answered first, then those answered longest ago; of the weak any; of a pre-test
 * all, lesson by lesson.
 */
export function choosePractice(
  kind: PracticeKind,
  of: {
    pool: readonly VersionQuestion[];
    last: LastAnswers;
    lessons: readonly { key: string; done: boolean }[];
    now: Instant;
  },
  random: Random,
): VersionQuestion[] {
  switch (kind) {
    case "practice": {
      const before = ({ key }: VersionQuestion) => of.last.get(key)?.at ?? "";
      const inTurn = shuffled(of.pool, random).sort((a, b) => before(a).localeCompare(before(b)));
      return shuffled(inTurn.slice(0, PRACTICE_LENGTH), random);
    }
    case "weak":
      return shuffled(weakOnes(of.pool, of.last, of.now), random).slice(0, PRACTICE_LENGTH);
    case "pre-test":
      return skippableLessons(of.pool, of.lessons).flatMap(({ questions }) => shuffled(questions, random));
  }
}

/** The lessons of a pre-test whose questions were all answered rightly: they are known. */
export function knownLessons(answered: readonly { lesson: string | null; share: number | null }[]): string[] {
  const lessons = new Set(answered.flatMap(({ lesson }) => lesson ?? []));
  return [...lessons].filter((key) => answered.every(({ lesson, share }) => lesson !== key || share === 1));
}
