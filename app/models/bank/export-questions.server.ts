import { writeGift } from "~/content/questions/gift-writer.server";
import { questionsDocument } from "~/documents/questions-document.server";
import { questionsWorkbook, type TemplateChoices } from "~/documents/questions-workbook.server";
import type { Question } from "~/domain/course/question";
import { hasPower, type Viewer } from "~/domain/permissions/viewer";
import { EXAMPLES } from "~/domain/question-files/examples";
import type { ExportStatus } from "~/domain/question-files/export-status";
import { flatten } from "~/domain/question-files/flatten";
import { guideLines } from "~/domain/question-files/guide";
import type { QuestionFormat } from "~/domain/question-files/place";
import type { CivilDate } from "~/domain/time/civil-date";
import { frameworksAsOf } from "../course/frameworks.server";
import { type Bank, findBank } from "./bank-entries.server";
import { withoutBank } from "./question-versions.server";

/** The questions of a bank in the versions that hold, as a file; null: no such bank for this viewer. */
export async function exportQuestions(
  viewer: Viewer,
  slug: string,
  format: QuestionFormat,
  status: ExportStatus,
  today: CivilDate,
): Promise<Uint8Array | null> {
  const bank = hasPower(viewer, "see-course-sources") ? await findBank(slug, today) : null;
  if (!bank) return null;
  const questions = [...bank.entries.values()]
    .filter((entry) => status === "all" || entry.status === status)
    .map(({ question }) => withoutBank(question));
  return fileOf(format, questions, bank.course.title.vi, slug, await choicesFor(bank, today));
}

/** An example of each type and the guide, to be filled in; its lists are those of a bank, where one is named. */
export async function questionTemplate(
  viewer: Viewer,
  format: QuestionFormat,
  slug: string | null,
  today: CivilDate,
): Promise<Uint8Array | null> {
  if (!hasPower(viewer, "see-course-sources")) return null;
  const bank = slug === null ? null : await findBank(slug, today);
  return fileOf(format, EXAMPLES, "Mẫu câu hỏi · Question template", "mau", await choicesFor(bank, today));
}

async function fileOf(
  format: QuestionFormat,
  questions: readonly Question[],
  title: string,
  slug: string,
  choices: TemplateChoices,
): Promise<Uint8Array> {
  if (format === "gift") return new TextEncoder().encode(writeGift(questions, slug).text);
  const flat = questions.map(flatten);
  return format === "xlsx"
    ? questionsWorkbook(flat, choices, guideLines())
    : questionsDocument(flat, title, guideLines());
}

async function choicesFor(bank: Bank | null, today: CivilDate): Promise<TemplateChoices> {
  const frameworks = await frameworksAsOf(today);
  return {
    competencies: frameworks.competencies.content.competencies.map(({ key }) => key),
    documents: frameworks["legal-documents"].content.documents.map(({ key }) => key),
    lessons: (bank?.course.lessons ?? []).filter(({ origin }) => origin === null).map(({ key }) => key),
  };
}
