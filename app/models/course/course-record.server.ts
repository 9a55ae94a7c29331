import { contentHash } from "~/content/canonical-json.server";
import type { ReadCourse } from "~/content/course-package.server";
import type { CourseManifest } from "~/domain/course/course";
import type { LessonOrigin } from "~/domain/course/course-package";

/** The `content` of a course_version row. */
export type VersionContent = Pick<CourseManifest, "title" | "summary" | "audience" | "evidence" | "review_by"> & {
  /** drawn lessons by key */
  origins: Record<string, LessonOrigin>;
  /** hash of what is taught and asked, without the code that plays the activities */
  taught: string;
};

/** A course that is to be recorded: two with the same hash are the same version. */
export interface CourseRecord {
  read: ReadCourse;
  slug: string;
  hash: string;
  content: VersionContent;
}

export function courseRecord(read: ReadCourse): CourseRecord {
  const { course, packages } = read;
  const { slug, title, summary, audience, evidence, review_by } = course.manifest;
  const hashes = Object.fromEntries([...packages].map(([key, { vi, en }]) => [key, { vi: vi.hash, en: en.hash }]));
  const origins = Object.fromEntries(course.lessons.flatMap(({ key, origin }) => (origin ? [[key, origin]] : [])));
  return {
    read,
    slug,
    hash: contentHash({ course, packages: hashes }),
    content: { title, summary, audience, evidence, review_by, origins, taught: contentHash(course) },
  };
}
