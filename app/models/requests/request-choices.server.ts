import type { Viewer } from "~/domain/permissions/viewer";
import { writeAppealed } from "~/domain/requests/appealed";
import type { RequestContent } from "~/domain/requests/request-kind";
import type { CivilDate, Instant } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { learningOf } from "../enrolment/learning.server";
import { appealable } from "../marking/appealable.server";

export interface Choice {
  value: string;
  label: string;
}

/** What the viewer can ask about: their own duties, competencies, exams and courses. */
export interface RequestChoices {
  /** programmes that are asked of them and not done, each with its day */
  programmes: (Choice & { due: CivilDate })[];
  competencies: Choice[];
  /** marks that can be appealed against, by the words of `writeAppealed`, newest first */
  attempts: Choice[];
  courses: Choice[];
}

export async function requestChoices(viewer: Viewer, now: Instant, language: Language): Promise<RequestChoices> {
  const { duties, frameworks, courses } = await learningOf(viewer, now);
  const { programmes } = frameworks.certifications.content;
  return {
    programmes: duties
      .filter(({ state }) => state !== "done" && state !== "waived")
      .map(({ programme, due }) => ({
        value: programme,
        label: programmes.find(({ key }) => key === programme)?.short[language] ?? programme,
        due,
      })),
    competencies: frameworks.competencies.content.competencies.map(({ key, title }) => ({
      value: key,
      label: title[language],
    })),
    attempts: await appealable(viewer, now, language),
    courses: courses.map(({ version }) => ({ value: version.slug, label: version.title[language] })),
  };
}

/** Whether what a request is about is the viewer's to ask. */
export function isAskable(content: RequestContent, choices: RequestChoices): boolean {
  const among = (list: readonly Choice[], value: string) => list.some((choice) => choice.value === value);
  switch (content.kind) {
    case "correct-record":
      return true;
    case "extend":
    case "exempt":
      return among(choices.programmes, content.programme);
    case "contest-level":
      return among(choices.competencies, content.competency);
    case "appeal-mark":
      return among(choices.attempts, writeAppealed(content));
    case "more-attempt":
      return among(choices.courses, content.course);
    case "ask-trainer":
      return content.course === null || among(choices.courses, content.course);
  }
}
