import { LRUCache } from "lru-cache";
import { lessonHtml } from "~/content/lesson-html.server";
import type { NextAttempt } from "~/domain/assessment/attempt-policy";
import type { LessonText } from "~/domain/course/course-version";
import type { Viewer } from "~/domain/permissions/viewer";
import type { Instant } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { translators } from "~/i18n/translators.server";
import { getLesson } from "~/models/course/course-versions.server";
import { activityStates } from "~/models/interactive/load-activity-state.server";
import { type PracticeResult, practiceOf } from "~/models/interactive/practice-of.server";
import { type CitationView, citationViews } from "./citation-views.server";
import { type CourseCard, cardOf, type LessonEntry, lessonEntries } from "./course-pages.server";
import { courseOf } from "./learning.server";

export interface LessonPage {
  course: CourseCard;
  lessons: LessonEntry[];
  exam: NextAttempt;
  key: string;
  number: number;
  title: string;
  goal: string;
  minutes: number;
  /** safe: made from Markdown by our own reader */
  html: string;
  done: boolean;
  citations: CitationView[];
  activity: LessonActivity | null;
  previous: LessonEntry | null;
  following: LessonEntry | null;
}

export interface LessonActivity {
  id: number;
  title: string;
  packageHash: string;
  state: string | null;
  best: PracticeResult | null;
}

/** One lesson of the version that the viewer learns; null: the course has none with this key. */
export async function lessonPage(
  viewer: Viewer,
  slug: string,
  key: string,
  language: Language,
  now: Instant,
): Promise<LessonPage | null> {
  const found = await courseOf(viewer, slug, now);
  const lesson = found && (await getLesson(found.course.version.id, key));
  if (!found || !lesson) return null;
  const { course, learning } = found;
  const lessons = lessonEntries(course, language);
  const place = lessons.findIndex((entry) => entry.key === key);
  return {
    course: cardOf(course, language),
    lessons,
    exam: course.standing.exam,
    key,
    number: lesson.ordinal,
    title: lesson.title[language],
    goal: lesson.goal[language],
    minutes: lesson.minutes,
    html: htmlOf(lesson, language),
    done: lessons[place]?.done ?? false,
    citations: citationViews(
      lesson.citations,
      learning.frameworks["legal-documents"].content.documents,
      language,
      learning.today,
    ),
    activity: await activityOf(viewer, lesson, language),
    previous: lessons[place - 1] ?? null,
    following: lessons[place + 1] ?? null,
  };
}

async function activityOf(viewer: Viewer, lesson: LessonText, language: Language): Promise<LessonActivity | null> {
  if (!lesson.activity) return null;
  const { id, title, package: packages } = lesson.activity;
  const packageHash = packages[language];
  const [states, results] = await Promise.all([
    activityStates(viewer.personId, [packageHash]),
    practiceOf(viewer.personId, [id]),
  ]);
  return {
    id,
    title: title[language],
    packageHash,
    state: states.get(packageHash) ?? null,
    best: results.get(id) ?? null,
  };
}

/** Lessons never change, so their HTML is made once. */
const rendered = new LRUCache<string, string>({ max: 500 });

function htmlOf(lesson: LessonText, language: Language): string {
  const key = `${lesson.id} ${language}`;
  const known = rendered.get(key);
  if (known !== undefined) return known;
  const word = (box: string) => translators[language].t(`learning:box.${box}`);
  const labels = {
    remember: word("remember"),
    example: word("example"),
    careful: word("careful"),
    practice: word("practice"),
  };
  const html = lessonHtml(lesson.body[language], { labels });
  rendered.set(key, html);
  return html;
}
