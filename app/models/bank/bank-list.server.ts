import { type Purpose, purposeOf } from "~/domain/bank/bank-check";
import { citationProblem } from "~/domain/course/citable";
import type { Difficulty, QuestionType } from "~/domain/course/question";
import type { Viewer } from "~/domain/permissions/viewer";
import { hasPower } from "~/domain/permissions/viewer";
import { foldForSearch, matchesSearch } from "~/domain/text/fold-for-search";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { frameworksAsOf } from "../course/frameworks.server";
import { bankOfCourse, findBank } from "./bank-entries.server";
import { type BankNames, bankNames, namesByKey } from "./bank-names.server";
import { bankOf } from "./bank-of.server";
import { mayReadBanks } from "./bank-readers.server";

export const QUESTIONS_PAGE = 25;

export interface BankFilter {
  /** words of the stem, the key or the explanation, accents or not */
  text: string;
  tag: string | null;
  competency: string | null;
  difficulty: Difficulty | null;
  type: QuestionType | null;
  status: "active" | "retired" | null;
  purpose: Purpose | null;
  /** only those whose citation holds no longer */
  stale: boolean;
  /** from 1 */
  page: number;
}

export interface BankLine {
  key: string;
  /** the bank it is kept in */
  bank: string;
  stem: string;
  type: QuestionType;
  competency: string;
  difficulty: Difficulty;
  tags: string[];
  purpose: Purpose;
  citation: string;
  citable: boolean;
  status: "active" | "retired";
  /** edited here */
  edited: boolean;
}

export interface BankPage {
  slug: string;
  title: string;
  total: number;
  all: number;
  lines: BankLine[];
  /** tags that questions of the bank bear */
  tags: string[];
  competencies: BankNames["competencies"];
  may: { edit: boolean };
}

/** The questions that a course's exam and practice can draw, and those retired from its bank, narrowed by a filter. */
export async function bankPage(
  viewer: Viewer,
  slug: string,
  filter: BankFilter,
  today: CivilDate,
  language: Language,
): Promise<BankPage | null> {
  const bank = mayReadBanks(viewer) ? await findBank(slug, today) : null;
  if (!bank) return null;
  const { course } = bank;
  const [names, frameworks, questions] = await Promise.all([
    bankNames(course, language, today),
    frameworksAsOf(today),
    bankOf(course.id),
  ]);
  const named = namesByKey(names);
  const documents = new Map(
    frameworks["legal-documents"].content.documents.map((document) => [document.key, document]),
  );
  const through = course.reviewBy > today ? course.reviewBy : today;
  const { entries } = await bankOfCourse(course);
  const retired = [...entries.values()].filter(({ status }) => status === "retired").map(({ question }) => question);
  const all = [
    ...questions.map((question) => ({ question, status: "active" as const })),
    ...retired.map((question) => ({ question, status: "retired" as const })),
  ];
  const lines = all
    .filter(({ question, status }) => fitsFilter(question, status, filter))
    .map(({ question, status }): BankLine => {
      const document = documents.get(question.citation.document);
      return {
        key: question.key,
        bank: question.bank,
        stem: question.stem[language],
        type: question.type,
        competency: named[`competency/${question.competency}`] ?? question.competency,
        difficulty: question.difficulty,
        tags: question.tags ?? [],
        purpose: purposeOf(question),
        citation: `${document?.number ?? document?.title[language] ?? question.citation.document}, ${question.citation.clause[language]}`,
        citable: document !== undefined && citationProblem(question.citation, document, today, through) === null,
        status,
        edited: entries.get(question.key)?.by === "app",
      };
    })
    .filter(({ citable }) => !filter.stale || !citable);
  const used = new Set(all.map(({ question }) => question.competency));
  return {
    slug,
    title: course.title[language],
    total: lines.length,
    all: all.length,
    lines: lines.slice((filter.page - 1) * QUESTIONS_PAGE, filter.page * QUESTIONS_PAGE),
    tags: [...new Set(all.flatMap(({ question }) => question.tags ?? []))].sort(),
    competencies: names.competencies.filter(({ value }) => used.has(value)),
    may: { edit: hasPower(viewer, "edit-questions") },
  };
}

interface Filtered {
  key: string;
  type: QuestionType;
  use?: "exam" | "practice" | "both";
  tags?: string[];
  competency: string;
  difficulty: Difficulty;
  stem: { vi: string; en: string };
  explanation: { vi: string; en: string };
}

function fitsFilter(question: Filtered, status: "active" | "retired", filter: BankFilter): boolean {
  const { text, tag, competency, difficulty, type, purpose } = filter;
  if (filter.status !== null && status !== filter.status) return false;
  if (tag !== null && !question.tags?.includes(tag)) return false;
  if (competency !== null && question.competency !== competency) return false;
  if (difficulty !== null && question.difficulty !== difficulty) return false;
  if (type !== null && question.type !== type) return false;
  if (purpose !== null && purposeOf(question) !== purpose) return false;
  if (text === "") return true;
  const { key, stem, explanation } = question;
  return matchesSearch(foldForSearch([key, stem.vi, stem.en, explanation.vi, explanation.en].join(" ")), text);
}
