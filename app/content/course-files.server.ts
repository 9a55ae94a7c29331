import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { type CourseManifest, courseManifestSchema, isDrawn } from "~/domain/course/course";
import { type Exam, examSchema } from "~/domain/course/exam";
import { type QuestionBank, questionBankSchema } from "~/domain/course/question";
import type { Bilingual } from "~/domain/text/bilingual";
import { LANGUAGES } from "~/domain/text/language";
import { type ReadActivity, readActivity } from "./activity-files.server";
import { type CoursePicture, readCoursePictures } from "./course-pictures.server";
import type { H5pLibrary } from "./h5p-library.server";
import { readLessonFile } from "./lesson-file.server";
import type { ProblemList } from "./problem-list.server";
import { readYamlFile, type YamlFile } from "./yaml-file.server";

/** The files of one course that could be read, each checked by itself. */
export interface CourseFiles {
  /** the folder's name */
  slug: string;
  manifest: YamlFile<CourseManifest>;
  bank: YamlFile<QuestionBank>;
  exam: YamlFile<Exam>;
  /** own lessons' Markdown by key; a lesson with problems is left out */
  bodies: Map<string, Bilingual>;
  /** by key; an activity with problems is null */
  activities: Map<string, ReadActivity | null>;
  /** by the names of their files; a picture with problems is null */
  pictures: Map<string, CoursePicture | null>;
}

/** Reads one course folder; null where course.yaml, questions.yaml or exam.yaml has problems of its own. */
export function readCourseFiles(
  directory: string,
  libraries: ReadonlyMap<string, H5pLibrary>,
  problems: ProblemList,
): CourseFiles | null {
  const manifest = problems.attempt(() => readYamlFile(path.join(directory, "course.yaml"), courseManifestSchema));
  const bank = problems.attempt(() =>
    readYamlFile<QuestionBank>(path.join(directory, "questions.yaml"), questionBankSchema),
  );
  const exam = problems.attempt(() => readYamlFile(path.join(directory, "exam.yaml"), examSchema));
  const activities = readActivities(path.join(directory, "activities"), libraries, problems);
  const pictures = readCoursePictures(path.join(directory, "pictures"), problems);
  const bodies = manifest ? readBodies(path.join(directory, "lessons"), manifest, problems) : new Map();
  if (!manifest || !bank || !exam) return null;
  return { slug: path.basename(directory), manifest, bank, exam, bodies, activities, pictures };
}

function readActivities(directory: string, libraries: ReadonlyMap<string, H5pLibrary>, problems: ProblemList) {
  const activities = new Map<string, ReadActivity | null>();
  for (const key of folders(directory)) {
    activities.set(
      key,
      problems.attempt(() => readActivity(path.join(directory, key), libraries)),
    );
  }
  return activities;
}

function readBodies(directory: string, manifest: YamlFile<CourseManifest>, problems: ProblemList) {
  const bodies = new Map<string, Bilingual>();
  const expected = new Set<string>();
  for (const lesson of manifest.value.lessons) {
    if (isDrawn(lesson)) continue;
    const [vi, en] = LANGUAGES.map((language) => {
      const name = `${lesson.key}.${language}.md`;
      expected.add(name);
      return problems.attempt(() => readLessonFile(path.join(directory, name)));
    });
    if (vi && en) bodies.set(lesson.key, { vi, en });
  }
  for (const name of existsSync(directory) ? readdirSync(directory) : []) {
    if (name.endsWith(".md") && !expected.has(name)) {
      problems.add(path.join(directory, name), 1, "no lesson of course.yaml has this file");
    }
  }
  return bodies;
}

/** The names of the folders in a directory, sorted; none where it does not exist. */
export function folders(directory: string): string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}
