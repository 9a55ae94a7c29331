import type { CourseVersion } from "~/domain/course/course-version";
import type { QuestionBody } from "~/domain/course/question";
import { type CivilDate, civilDateOf } from "~/domain/time/civil-date";
import { bankOf } from "../bank/bank-of.server";
import { courseVersionsUpTo } from "../course/courses-up-to.server";
import { reader } from "../database.server";

/** A question that a course's exams may have asked, with all its versions. */
export interface AskedQuestion {
  courseId: number;
  key: string;
  /** oldest first */
  versions: { id: number; since: CivilDate; content: QuestionBody }[];
  /** the version that the bank has now; null: it is no longer drawn */
  present: number | null;
}

/** The course of a slug as it is now; null where there is none. */
export async function examCourse(slug: string, today: CivilDate): Promise<CourseVersion | null> {
  return (await courseVersionsUpTo(today)).get(slug)?.[0] ?? null;
}

/** Null: the course or the question does not exist. */
export async function askedQuestion(slug: string, key: string, today: CivilDate): Promise<AskedQuestion | null> {
  const course = await examCourse(slug, today);
  if (!course) return null;
  const client = await reader();
  const rows = await client.$queryRaw<{ id: bigint; content: string; at: string }[]>`
    SELECT q.id, q.content, c.at FROM question_version q JOIN change c ON c.id = q.recorded_change
    WHERE q.key = ${key} ORDER BY q.id`;
  if (rows.length === 0) return null;
  const versions = rows.map(({ id, content, at }) => ({
    id: Number(id),
    since: civilDateOf(at),
    content: JSON.parse(content) as QuestionBody,
  }));
  const present = (await bankOf(course.id)).find((question) => question.key === key)?.id ?? null;
  return { courseId: course.courseId, key, versions, present };
}

/** The questions of the course's bank, for a list to choose from. */
export async function bankQuestions(slug: string, today: CivilDate): Promise<QuestionBody[]> {
  const course = await examCourse(slug, today);
  return course ? bankOf(course.id) : [];
}
