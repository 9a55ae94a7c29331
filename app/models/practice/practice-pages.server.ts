import type { Viewer } from "~/domain/permissions/viewer";
import type { Instant } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { type CourseOfLearner, courseOf, learningOf } from "~/models/enrolment/learning.server";
import { lastAnswers } from "./last-answers.server";
import { hadPreTest, practiceOfCourse, type RunInList, runsOf } from "./practice-of-course.server";

/** A course in the overview of practice. */
export interface PracticeCard {
  slug: string;
  title: string;
  questions: number;
  practised: number;
  weak: number;
}

/** The viewer's courses that have something to practise; those with weak questions first. */
export async function practiceCards(viewer: Viewer, language: Language, now: Instant): Promise<PracticeCard[]> {
  const [{ courses }, last] = await Promise.all([learningOf(viewer, now), lastAnswers(viewer.personId)]);
  const cards = await Promise.all(
    courses.map(async (course) => {
      const { pool, practised, weak } = await practiceOfCourse(course, last, now);
      return { ...headOf(course, language), questions: pool.length, practised, weak };
    }),
  );
  return cards.filter(({ questions }) => questions > 0).sort((a, b) => b.weak - a.weak);
}

export interface PracticePage extends PracticeCard {
  /** titles of the lessons that a pre-test could skip now, and how many questions it would ask; null: none is offered */
  preTest: { lessons: string[]; questions: number } | null;
  /** one was begun today: the next can be begun tomorrow */
  preTestToday: boolean;
  runs: RunInList[];
}

const RUNS_SHOWN = 5;

/** What can be practised in a course of the viewer's own; null: there is no such course for them. */
export async function practicePage(
  viewer: Viewer,
  slug: string,
  language: Language,
  now: Instant,
): Promise<PracticePage | null> {
  const [found, last] = await Promise.all([courseOf(viewer, slug, now), lastAnswers(viewer.personId)]);
  if (!found) return null;
  const { version } = found.course;
  const [{ pool, practised, weak, skippable }, preTestToday, runs] = await Promise.all([
    practiceOfCourse(found.course, last, now),
    hadPreTest(viewer, version.id, now),
    runsOf(viewer.personId, version.id, RUNS_SHOWN),
  ]);
  const titles = new Map(version.lessons.map(({ key, title }) => [key, title[language]]));
  return {
    ...headOf(found.course, language),
    questions: pool.length,
    practised,
    weak,
    preTest:
      skippable.length === 0
        ? null
        : {
            lessons: skippable.map(({ lesson }) => titles.get(lesson) ?? lesson),
            questions: skippable.reduce((sum, { questions }) => sum + questions.length, 0),
          },
    preTestToday,
    runs,
  };
}

function headOf({ version }: CourseOfLearner, language: Language) {
  return { slug: version.slug, title: version.title[language] };
}
