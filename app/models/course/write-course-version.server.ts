import { canonicalJson, contentHash } from "~/content/canonical-json.server";
import type { BankQuestion } from "~/domain/course/question";
import type { Rows } from "../database.server";
import type { CourseRecord, VersionContent } from "./course-record.server";

/**
 * Writes a course as a new immutable version: the version, its lessons, activities and questions. A question that is known
 * under its key with the same content is named, not written again.
 * @returns the version's id
 * @throws Error when the course would change its track
 */
export async function writeCourseVersion(record: CourseRecord, rows: Rows, changeId: number): Promise<number> {
  const { slug, hash, content } = record;
  const { manifest, exam, questions } = record.read.course;
  const courseId = await courseNamed(slug, manifest.track, rows, changeId);
  const { id } = await rows.course_version.create({
    data: {
      course_id: courseId,
      number: manifest.version,
      hash,
      change_kind: (await onlyCodeIsNew(courseId, content, rows)) ? "minor" : manifest.change,
      valid_from: manifest.valid_from,
      content: canonicalJson(content),
      exam: canonicalJson(exam),
      recorded_change: changeId,
    },
    select: { id: true },
  });
  await writeLessons(id, record, rows);
  const questionIds = await questionVersions(questions, rows, changeId);
  await rows.course_question.createMany({
    data: questionIds.map((question_version_id) => ({ course_version_id: id, question_version_id })),
  });
  return id;
}

async function courseNamed(slug: string, track: string, rows: Rows, changeId: number): Promise<number> {
  const known = await rows.course.findUnique({ where: { slug } });
  if (known && known.track !== track) {
    throw new Error(`the course ${slug} belongs to the track ${known.track}: a course does not change its track`);
  }
  if (known) return known.id;
  return (await rows.course.create({ data: { slug, track, recorded_change: changeId } })).id;
}

/** Nobody has to learn again because the code that plays an activity was mended. */
async function onlyCodeIsNew(courseId: number, content: VersionContent, rows: Rows): Promise<boolean> {
  const latest = await rows.course_version.findFirst({ where: { course_id: courseId }, orderBy: { id: "desc" } });
  return latest !== null && (JSON.parse(latest.content) as VersionContent).taught === content.taught;
}

async function writeLessons(versionId: number, { read }: CourseRecord, rows: Rows): Promise<void> {
  const { lessons, activities } = read.course;
  await rows.lesson.createMany({
    data: lessons.map(({ key, minutes, title, goal, body, citations, activity }, index) => ({
      course_version_id: versionId,
      key,
      ordinal: index + 1,
      minutes,
      title_vi: title.vi,
      title_en: title.en,
      goal_vi: goal.vi,
      goal_en: goal.en,
      body_vi: body.vi,
      body_en: body.en,
      citations: canonicalJson(citations),
      activity_key: activity,
    })),
  });
  await rows.activity.createMany({
    data: activities.map(({ key, library, title }) => ({
      course_version_id: versionId,
      key,
      library,
      title_vi: title.vi,
      title_en: title.en,
      package_vi: read.packages.get(key)?.vi.hash ?? "",
      package_en: read.packages.get(key)?.en.hash ?? "",
    })),
  });
}

/** Ids of the questions' versions, in the order of the questions. */
async function questionVersions(questions: readonly BankQuestion[], rows: Rows, changeId: number): Promise<number[]> {
  const wanted = questions.map((question) => ({
    key: question.key,
    hash: contentHash(question),
    content: canonicalJson(question),
    recorded_change: changeId,
  }));
  const where = { hash: { in: wanted.map(({ hash }) => hash) } };
  const known = new Set(
    (await rows.question_version.findMany({ where, select: { hash: true } })).map((row) => row.hash),
  );
  await rows.question_version.createMany({ data: wanted.filter(({ hash }) => !known.has(hash)) });
  const written = await rows.question_version.findMany({ where, select: { id: true, hash: true } });
  const ids = new Map(written.map(({ id, hash }) => [hash, id]));
  return wanted.map(({ hash }) => ids.get(hash) as number);
}
