import path from "node:path";
import { ACTIVITY_CONTENT, type ActivityContent, activityManifestSchema } from "~/domain/course/activity";
import type { PackageActivity } from "~/domain/course/course-package";
import { LANGUAGES, type Language } from "~/domain/text/language";
import { type ActivityPackage, buildActivityPackage, hasLibrary } from "./activity-package.server";
import type { H5pLibrary } from "./h5p-library.server";
import { ProblemList } from "./problem-list.server";
import { readYamlFile } from "./yaml-file.server";

/** An activity as read, with the packages that play it. */
export interface ReadActivity {
  activity: PackageActivity;
  packages: Record<Language, ActivityPackage>;
}

/**
 * Reads activities/<key>/: activity.yaml and the content in both languages.
 * @throws ContentProblems when one is missing or does not fit the library, or the library does not exist
 */
export function readActivity(directory: string, libraries: ReadonlyMap<string, H5pLibrary>): ReadActivity {
  const problems = new ProblemList();
  const { file, value, lineOf } = readYamlFile(path.join(directory, "activity.yaml"), activityManifestSchema);
  const { library, title } = value;
  if (!hasLibrary(library, libraries)) {
    problems.add(file, lineOf(["library"]), `the library ${library} is missing in h5p-libraries`);
  }
  const [vi, en] = LANGUAGES.map((language) =>
    problems.attempt<ActivityContent>(
      // JSON is YAML, and this reader knows the lines
      () =>
        readYamlFile<ActivityContent>(path.join(directory, `content.${language}.json`), ACTIVITY_CONTENT[library])
          .value,
    ),
  );
  problems.throwIfAny();
  if (!vi || !en) throw new Error("content without problems is there");
  const content = { vi, en };
  const packageIn = (language: Language) =>
    buildActivityPackage({ library, title: title[language], language, content: content[language] }, libraries);
  return {
    activity: { key: path.basename(directory), library, title, content },
    packages: { vi: packageIn("vi"), en: packageIn("en") },
  };
}
