import { type Purpose, purposeOf } from "~/domain/bank/bank-check";
import { previewsOf, type QuestionPreview } from "~/domain/bank/preview";
import { type Difference, questionDifferences } from "~/domain/bank/question-difference";
import { citationProblem } from "~/domain/course/citable";
import type { Question } from "~/domain/course/question";
import type { Viewer } from "~/domain/permissions/viewer";
import { hasPower } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { frameworksAsOf } from "../course/frameworks.server";
import { reader } from "../database.server";
import { type CitationView, citationViews } from "../enrolment/citation-views.server";
import { findBank } from "./bank-entries.server";
import { bankNames, namesByKey } from "./bank-names.server";
import { mayReadBanks } from "./bank-readers.server";
import { proposalsWhere } from "./proposal-rows.server";
import { type HistoryLine, questionHistory } from "./question-history.server";
import { questionVersion, withoutBank } from "./question-versions.server";

export interface QuestionView {
  key: string;
  bank: string;
  course: string;
  /** what names are called that differences name */
  names: Record<string, string>;
  question: Pick<Question, "type" | "competency" | "difficulty" | "lesson"> & { tags: string[] };
  purpose: Purpose;
  status: "active" | "retired";
  previews: QuestionPreview[];
  citation: CitationView | null;
  /** false: the document was replaced, or ends before the course is reviewed */
  citable: boolean;
  history: HistoryLine[];
  /** papers that hold it, in any version */
  papers: number;
  /** what the files say differently; null: the same, or nothing */
  filesDiffer: Difference[] | null;
  /** edited here, and the files do not have it any more (or never had) */
  notInFiles: boolean;
  /** open proposals about it */
  open: string[];
  may: { edit: boolean };
}

/** A question of a bank as those who keep it see it, key and all. Null: no such question, or not for the viewer. */
export async function loadQuestion(
  viewer: Viewer,
  slug: string,
  key: string,
  today: CivilDate,
  language: Language,
): Promise<QuestionView | null> {
  const bank = mayReadBanks(viewer) ? await findBank(slug, today) : null;
  const entry = bank?.entries.get(key);
  if (!bank || !entry) return null;
  const question = withoutBank(entry.question);
  const [names, frameworks, history, files, proposals] = await Promise.all([
    bankNames(bank.course, language, today),
    frameworksAsOf(today),
    questionHistory(key, today),
    entry.filesVersionId === null || entry.filesVersionId === entry.versionId
      ? null
      : questionVersion(entry.filesVersionId),
    proposalsWhere(await reader(), { question_key: key, bank: slug }, 20),
  ]);
  const documents = frameworks["legal-documents"].content.documents;
  const document = documents.find((each) => each.key === question.citation.document);
  const through = bank.course.reviewBy > today ? bank.course.reviewBy : today;
  const papers = new Map(history.map((line) => [line.versionId, line.papers]));
  return {
    key,
    bank: slug,
    course: bank.course.title[language],
    names: namesByKey(names),
    question: {
      type: question.type,
      competency: question.competency,
      difficulty: question.difficulty,
      lesson: question.lesson,
      tags: question.tags ?? [],
    },
    purpose: purposeOf(question),
    status: entry.status,
    previews: previewsOf(question),
    citation: citationViews([question.citation], documents, language, today)[0] ?? null,
    citable: document !== undefined && citationProblem(question.citation, document, today, through) === null,
    history,
    papers: [...papers.values()].reduce((sum, count) => sum + count, 0),
    filesDiffer: files ? questionDifferences(question, withoutBank(files.question)) : null,
    notInFiles: entry.filesVersionId === null,
    open: proposals
      .filter(({ standing }) => ["draft", "proposed", "returned"].includes(standing.state))
      .map(({ publicId }) => publicId),
    may: { edit: hasPower(viewer, "edit-questions") },
  };
}
