import { now } from "~/config/clock.server";
import { readCourses } from "~/content/course-package.server";
import { ContentProblems } from "~/content/yaml-file.server";
import { syncCourses } from "~/models/course/sync-courses.server";
import { disconnect } from "~/models/database.server";

/** `npm run courses:sync [directory]`: copies what is new under courses/ into the database, or says what is wrong. */
const directory = process.argv[2] ?? "courses";
try {
  const { frameworks, courses, unchanged, older } = await syncCourses(readCourses(directory), now());
  const fresh = [...frameworks, ...courses.map(({ slug, number }) => `${slug} ${number}`)];
  console.log(`${directory}: new: ${fresh.join(", ") || "none"}; unchanged: ${unchanged.join(", ") || "none"}.`);
  for (const name of older)
    console.warn(`${name}: an older version said the same; to go back to it, give it a new version.`);
} catch (error) {
  if (!(error instanceof ContentProblems)) throw error;
  console.error(error.message);
  console.error(`${directory}: ${error.problems.length} problems; the database is as it was.`);
  process.exitCode = 1;
} finally {
  await disconnect();
}
