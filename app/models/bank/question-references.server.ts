import type { QuestionProblem } from "~/domain/bank/question-problems";
import { citationProblem } from "~/domain/course/citable";
import type { CourseVersion } from "~/domain/course/course-version";
import type { Question } from "~/domain/course/question";
import type { CivilDate } from "~/domain/time/civil-date";
import { frameworksAsOf } from "../course/frameworks.server";
import { pictureExists } from "./pictures.server";

/**
 * What a question of a course's bank refers to and is not there: its competency, its lesson, a document that may be cited from
 * today until the course is reviewed, its pictures.
 */
export async function referenceProblems(
  question: Question,
  course: CourseVersion,
  today: CivilDate,
): Promise<QuestionProblem[]> {
  const frameworks = await frameworksAsOf(today);
  const problems: QuestionProblem[] = [];
  if (!frameworks.competencies.content.competencies.some(({ key }) => key === question.competency)) {
    problems.push({ field: "competency", problem: "competency-unknown" });
  }
  if (!course.lessons.some(({ key, origin }) => key === question.lesson && origin === null)) {
    problems.push({ field: "lesson", problem: "lesson-unknown" });
  }
  const document = frameworks["legal-documents"].content.documents.find(
    ({ key }) => key === question.citation.document,
  );
  const through = course.reviewBy > today ? course.reviewBy : today;
  if (!document) problems.push({ field: "citation.document", problem: "document-unknown" });
  else if (citationProblem(question.citation, document, today, through) !== null) {
    problems.push({ field: "citation.document", problem: "document-not-citable" });
  }
  for (const [index, figure] of (question.figures ?? []).entries()) {
    if ("picture" in figure && !(await pictureExists(figure.picture))) {
      problems.push({ field: `figures.${index}`, problem: "picture-unknown" });
    }
  }
  return problems;
}
