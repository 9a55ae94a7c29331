import { readCourses } from "~/content/course-package.server";
import { ContentProblems } from "~/content/yaml-file.server";

/** `npm run courses:check [directory]`: names everything that is wrong under courses/, or says what is there. */
const directory = process.argv[2] ?? "courses";
try {
  const { courses } = readCourses(directory);
  const questions = courses.reduce((sum, { course }) => sum + course.questions.length, 0);
  const lessons = courses.reduce((sum, { course }) => sum + course.lessons.length, 0);
  console.log(`${directory}: ${courses.length} courses, ${lessons} lessons, ${questions} questions: nothing is wrong.`);
} catch (error) {
  if (!(error instanceof ContentProblems)) throw error;
  console.error(error.message);
  console.error(`${directory}: ${error.problems.length} problems.`);
  process.exitCode = 1;
}
