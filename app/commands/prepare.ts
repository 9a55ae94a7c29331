import { now } from "~/config/clock.server";
import { demoWanted } from "~/config/environment.server";
import { readCourses } from "~/content/course-package.server";
import { ContentProblems } from "~/content/yaml-file.server";
import { syncCourses } from "~/models/course/sync-courses.server";
import { disconnect } from "~/models/database.server";
import { loadOrganisationFiles } from "~/models/organisation/load-organisation-files.server";
import { loadDemo } from "../../prisma/demo/demo";
import { mayHoldDemo } from "../../prisma/demo/may-hold-demo";
import { step } from "./steps.mjs";

/** Fills an empty database; what is there already stays as it is. */
try {
  await step("Organisation: dated acts", () => loadOrganisationFiles("courses/organisation", now()));
  await step("Courses", () => syncCourses(readCourses("courses"), now()));
  if (demoWanted() && (await mayHoldDemo())) await loadDemo(now(), step);
} catch (error) {
  if (!(error instanceof ContentProblems)) throw error;
  console.error(`\n${error.message}\nThe database is as it was.`);
  process.exitCode = 1;
} finally {
  await disconnect();
}
