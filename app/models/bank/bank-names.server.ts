import { citationProblem } from "~/domain/course/citable";
import type { CourseVersion } from "~/domain/course/course-version";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { frameworksAsOf } from "../course/frameworks.server";

export interface NamedChoice {
  value: string;
  label: string;
}

/** What the questions of a bank can refer to, in the reader's language. */
export interface BankNames {
  competencies: NamedChoice[];
  lessons: NamedChoice[];
  documents: (NamedChoice & {
    /** may be cited from today until the course is reviewed */
    citable: boolean;
  })[];
}

export async function bankNames(course: CourseVersion, language: Language, today: CivilDate): Promise<BankNames> {
  const frameworks = await frameworksAsOf(today);
  const through = course.reviewBy > today ? course.reviewBy : today;
  return {
    competencies: frameworks.competencies.content.competencies.map(({ key, title }) => ({
      value: key,
      label: title[language],
    })),
    lessons: course.lessons
      .filter(({ origin }) => origin === null)
      .map(({ key, title }) => ({ value: key, label: title[language] })),
    documents: frameworks["legal-documents"].content.documents.map((document) => ({
      value: document.key,
      label: [document.number, document.title[language]].filter(Boolean).join(", "),
      // as weak a claim as there is: what cannot be cited even so, cannot be cited
      citable:
        citationProblem(
          { document: document.key, clause: document.title, mark: "REPORT" },
          document,
          today,
          through,
        ) === null,
    })),
  };
}

/** Names by "competency/…", "lesson/…", "document/…", for what a difference names. */
export function namesByKey({ competencies, lessons, documents }: BankNames): Record<string, string> {
  const entries = (kind: string, choices: readonly NamedChoice[]) =>
    choices.map(({ value, label }) => [`${kind}/${value}`, label] as const);
  return Object.fromEntries([
    ...entries("competency", competencies),
    ...entries("lesson", lessons),
    ...entries("document", documents),
  ]);
}
