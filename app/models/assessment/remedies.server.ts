import { reaches, type Tally } from "~/domain/assessment/grading";
import type { Viewer } from "~/domain/permissions/viewer";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { bankOf } from "~/models/bank/bank-of.server";
import { getCourseVersion } from "~/models/course/course-versions.server";
import { frameworksAsOf } from "~/models/course/frameworks.server";
import type { AttemptsOfCourse } from "./attempts-of.server";
import { loadResult } from "./load-result.server";

/** A competency in which an attempt fell short, with the lessons of the course to read again. */
export interface Remedy {
  competency: string;
  score: number;
  max: number;
  lessons: { key: string; title: string }[];
}

/**
 * Where to read again after an attempt: for each competency below the pass mark the lessons that its questions come from. Those of
 * the whole bank, so that the list says nothing of which questions were drawn or missed.
 */
export async function remediesOf(
  result: { courseVersionId: number; tallies: readonly Tally[]; passPercent: number },
  language: Language,
  now: Instant,
): Promise<Remedy[]> {
  const weak = result.tallies.filter(({ score, max }) => max > 0 && !reaches(score, max, result.passPercent));
  if (weak.length === 0) return [];
  const [course, bank, frameworks] = await Promise.all([
    getCourseVersion(result.courseVersionId),
    bankOf(result.courseVersionId),
    frameworksAsOf(civilDateOf(now)),
  ]);
  const titles = new Map(frameworks.competencies.content.competencies.map(({ key, title }) => [key, title[language]]));
  return weak.map(({ competency, score, max }) => {
    const keys = new Set(bank.filter((question) => question.competency === competency).map(({ lesson }) => lesson));
    const lessons = course.lessons.filter(({ key }) => keys.has(key));
    return {
      competency: titles.get(competency) ?? competency,
      score,
      max,
      lessons: lessons.map(({ key, title }) => ({ key, title: title[language] })),
    };
  });
}

/**
 * Where whoever may not go on at once reads again: after the last attempt that was failed and may be seen. Empty where another
 * attempt is open, or all is passed.
 */
export async function remediesAfterLast(
  viewer: Viewer,
  { next, ended }: Pick<AttemptsOfCourse, "next" | "ended">,
  language: Language,
  now: Instant,
): Promise<Remedy[]> {
  if (next.may || (next.reason.code !== "none-left" && next.reason.code !== "cooling-down")) return [];
  const last = ended.findLast((attempt) => !attempt.void && !attempt.passed && attempt.scoreShown);
  const result = last && (await loadResult(viewer, last.publicId, now));
  return result?.phase === "ended" ? remediesOf(result, language, now) : [];
}
