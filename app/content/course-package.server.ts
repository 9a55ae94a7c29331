import path from "node:path";
import { isDrawn, type OwnLesson } from "~/domain/course/course";
import type { CoursePackage, LessonOrigin, PackageLesson } from "~/domain/course/course-package";
import type { FrameworkContents } from "~/domain/course/frameworks";
import type { Language } from "~/domain/text/language";
import type { ActivityPackage } from "./activity-package.server";
import { checkProvingTasks } from "./competency-checks.server";
import { type CourseSurroundings, checkCourse, questionsOf } from "./course-checks.server";
import { type CourseFiles, folders, readCourseFiles } from "./course-files.server";
import type { CoursePicture } from "./course-pictures.server";
import { checkFrameworks, type FrameworkFiles, readFrameworkFiles } from "./framework-files.server";
import { type H5pLibrary, readLibraries } from "./h5p-library.server";
import { ProblemList } from "./problem-list.server";
import { checkProgrammes } from "./programme-checks.server";

/** A checked course and the H5P packages of its activities, by activity key and language. */
export interface ReadCourse {
  course: CoursePackage;
  packages: ReadonlyMap<string, Record<Language, ActivityPackage>>;
  /** of the course's own questions */
  pictures: readonly CoursePicture[];
}

/** Everything under courses/, checked. */
export interface ReadCourses {
  frameworks: FrameworkContents;
  courses: ReadCourse[];
}

const LIBRARIES = "h5p-libraries";
/** folders beside the courses that are none */
const NO_COURSES = new Set([LIBRARIES, "organisation"]);

/**
 * Reads and cross-checks the frameworks, the H5P libraries and every course under a directory.
 * @throws ContentProblems with file, line and reason of all that is wrong
 */
export function readCourses(directory: string): ReadCourses {
  const problems = new ProblemList();
  const libraries =
    problems.attempt(() => readLibraries(path.join(directory, LIBRARIES))) ?? new Map<string, H5pLibrary>();
  const slugs = new Set(folders(directory).filter((name) => !NO_COURSES.has(name)));
  const courses = new Map<string, CourseFiles>();
  for (const slug of slugs) {
    const files = readCourseFiles(path.join(directory, slug), libraries, problems);
    if (files) courses.set(slug, files);
  }
  const frameworks = readFrameworkFiles(directory, problems);
  const around: CourseSurroundings = { courses, slugs, frameworks };
  checkFrameworks(frameworks, slugs, problems);
  checkProgrammes(frameworks, slugs, courses, problems);
  if (courses.size === slugs.size) checkProvingTasks(frameworks, courses, problems);
  for (const course of courses.values()) checkCourse(course, around, problems);
  problems.throwIfAny();
  return {
    frameworks: contentsOf(frameworks),
    courses: [...courses.values()].map((course) => resolve(course, courses)),
  };
}

function contentsOf(files: FrameworkFiles): FrameworkContents {
  return Object.fromEntries(
    Object.entries(files).map(([kind, file]) => [kind, file?.value]),
  ) as unknown as FrameworkContents;
}

/** Puts drawn lessons and questions in place; the course has been checked, so that everything it names is there. */
function resolve(course: CourseFiles, courses: ReadonlyMap<string, CourseFiles>): ReadCourse {
  const { lessons, ...manifest } = course.manifest.value;
  const resolved = lessons.map((lesson): { from: CourseFiles; lesson: PackageLesson } => {
    if (!isDrawn(lesson)) return { from: course, lesson: packageLesson(lesson.key, lesson, course, null) };
    const from = present(courses.get(lesson.from.course));
    const original = present(from.manifest.value.lessons.find(({ key }) => key === lesson.from.lesson));
    if (isDrawn(original)) throw new Error("a drawn lesson is drawn from an own lesson");
    return { from, lesson: packageLesson(lesson.key, original, from, lesson.from) };
  });
  const activities = resolved.flatMap(({ from, lesson }) =>
    lesson.activity === null ? [] : [present(from.activities.get(lesson.activity))],
  );
  return {
    course: {
      manifest,
      lessons: resolved.map(({ lesson }) => lesson),
      activities: activities.map(({ activity }) => activity),
      questions: questionsOf(course, courses),
      exam: course.exam.value,
    },
    packages: new Map(activities.map(({ activity, packages }) => [activity.key, packages])),
    pictures: [...course.pictures.values()].map(present),
  };
}

function packageLesson(key: string, lesson: OwnLesson, from: CourseFiles, origin: LessonOrigin | null): PackageLesson {
  const { minutes, title, goal, citations, activity } = lesson;
  const body = present(from.bodies.get(lesson.key));
  return { key, minutes, title, goal, body, citations, activity: activity ?? null, origin };
}

function present<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error("the checks let a missing part pass");
  return value;
}
