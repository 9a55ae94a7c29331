import { coursesOf } from "~/domain/certification/programme-references";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { currentCourses } from "../course/courses-up-to.server";
import { frameworksAsOf } from "../course/frameworks.server";

export interface Option {
  value: string;
  label: string;
}

/** What can be assigned: each programme by a course that it asks for, as "programme/course". */
export async function assignableOptions(today: CivilDate, language: Language): Promise<Option[]> {
  const [frameworks, courses] = await Promise.all([frameworksAsOf(today), currentCourses(today)]);
  return frameworks.certifications.content.programmes.flatMap((programme) =>
    coursesOf(programme).map((asked) => {
      const course = courses.find(({ slug }) => slug === asked);
      return {
        value: `${programme.key}/${asked}`,
        label: `${programme.short[language]} (${course?.title[language] ?? asked})`,
      };
    }),
  );
}

export async function positionOptions(today: CivilDate, language: Language): Promise<Option[]> {
  const frameworks = await frameworksAsOf(today);
  return frameworks.positions.content.positions.map(({ key, title }) => ({ value: key, label: title[language] }));
}
