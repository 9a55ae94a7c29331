import type { Citation } from "~/domain/course/citation";
import type { ChangeKind, Track } from "~/domain/course/course";
import { lessonBehind } from "~/domain/course/course-package";
import type { CourseVersion, LessonText, VersionActivity, VersionQuestion } from "~/domain/course/course-version";
import type { Exam } from "~/domain/course/exam";
import type { BankQuestion } from "~/domain/course/question";
import type { activity, PrismaClient } from "../generated/client";
import type { VersionContent } from "./course-record.server";
import { loadOnce } from "./immutable-rows.server";

/** A course version with its lessons, without their texts. @throws Error when there is none with this id */
export function getCourseVersion(id: number): Promise<CourseVersion> {
  return loadOnce(`course version ${id}`, (client) => loadVersion(id, client));
}

/** A lesson of a version with its text, or null where the version has none with this key. */
export async function getLesson(versionId: number, key: string): Promise<LessonText | null> {
  const { lessons } = await getCourseVersion(versionId);
  const lesson = lessons.find((each) => each.key === key);
  if (!lesson) return null;
  return loadOnce(`lesson ${lesson.id}`, async (client) => {
    const select = { body_vi: true, body_en: true };
    const { body_vi, body_en } = await client.lesson.findUniqueOrThrow({ where: { id: lesson.id }, select });
    return { ...lesson, body: { vi: body_vi, en: body_en } };
  });
}

/** The bank of a version, in the order of the questions' ids; with the key, so never for a learner's browser. */
export function questionsOfVersion(versionId: number): Promise<VersionQuestion[]> {
  return loadOnce(`questions of ${versionId}`, async (client) => {
    const { slug, lessons } = await getCourseVersion(versionId);
    const links = await client.course_question.findMany({ where: { course_version_id: versionId } });
    const rows = await client.question_version.findMany({
      where: { id: { in: links.map(({ question_version_id }) => question_version_id) } },
      orderBy: { id: "asc" },
    });
    return rows.map(({ id, content }) => {
      const question = JSON.parse(content) as BankQuestion;
      return { ...question, id, lesson: lessonBehind(question, slug, lessons) };
    });
  });
}

async function loadVersion(id: number, client: PrismaClient): Promise<CourseVersion> {
  const row = await client.course_version.findUniqueOrThrow({ where: { id } });
  const course = await client.course.findUniqueOrThrow({ where: { id: row.course_id } });
  const activities = (await client.activity.findMany({ where: { course_version_id: id } })).map(asActivity);
  const lessons = await client.lesson.findMany({
    where: { course_version_id: id },
    omit: { body_vi: true, body_en: true },
    orderBy: { ordinal: "asc" },
  });
  const { title, summary, audience, evidence, review_by, origins } = JSON.parse(row.content) as VersionContent;
  return {
    id: row.id,
    courseId: course.id,
    slug: course.slug,
    track: course.track as Track,
    number: row.number,
    hash: row.hash,
    changeKind: row.change_kind as ChangeKind,
    validFrom: row.valid_from,
    reviewBy: review_by,
    title,
    summary,
    audience,
    evidence,
    exam: JSON.parse(row.exam) as Exam,
    lessons: lessons.map((lesson) => ({
      id: lesson.id,
      key: lesson.key,
      ordinal: lesson.ordinal,
      minutes: lesson.minutes,
      title: { vi: lesson.title_vi, en: lesson.title_en },
      goal: { vi: lesson.goal_vi, en: lesson.goal_en },
      citations: JSON.parse(lesson.citations) as Citation[],
      activity: activities.find(({ key }) => key === lesson.activity_key) ?? null,
      origin: origins[lesson.key] ?? null,
    })),
  };
}

function asActivity(row: activity): VersionActivity {
  return {
    id: row.id,
    key: row.key,
    library: row.library,
    title: { vi: row.title_vi, en: row.title_en },
    package: { vi: row.package_vi, en: row.package_en },
  };
}
