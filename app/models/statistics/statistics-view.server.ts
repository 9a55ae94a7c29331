import { answerText } from "~/domain/assessment/shown-answers";
import type { QuestionBody, QuestionType } from "~/domain/course/question";
import type { AnswerCount } from "~/domain/statistics/answer-table";
import type { QuestionStatistics } from "~/domain/statistics/exam-statistics";
import type { Language } from "~/domain/text/language";
import { type CivilDate, civilDateOf } from "~/domain/time/civil-date";
import { reader } from "../database.server";
import { questionContents } from "./exam-attempts.server";

/** The figures of a question with its words; the table of its answers stays behind. */
export interface QuestionLine extends Omit<QuestionStatistics, "answers" | "versions"> {
  stem: string;
  type: QuestionType;
}

export interface ShownAnswerLine extends AnswerCount {
  code: string;
  text: string;
  right: boolean;
}

/** Everything about one question. */
export interface QuestionFigures extends QuestionLine {
  /** course in whose bank it is kept */
  bank: string;
  versions: (QuestionStatistics["versions"][number] & { since: CivilDate })[];
  answers: {
    known: number;
    empty: AnswerCount;
    kind: "options" | "answers";
    rare: number;
    lines: ShownAnswerLine[];
  } | null;
}

/** The questions of a report in one language, in its order. */
export async function questionLines(
  questions: readonly QuestionStatistics[],
  language: Language,
): Promise<QuestionLine[]> {
  const newest = (question: QuestionStatistics) => question.versions.at(-1)?.version ?? 0;
  const contents = await questionContents(questions.map(newest));
  return questions.map((question) => {
    const { answers: _, versions: __, ...line } = question;
    return { ...line, ...wordsOf(contents.get(newest(question)), question.key, language) };
  });
}

/** One question of a report; null where the report has none with this key. */
export async function questionFigures(
  questions: readonly QuestionStatistics[],
  key: string,
  language: Language,
): Promise<QuestionFigures | null> {
  const question = questions.find((each) => each.key === key);
  if (!question) return null;
  const ids = question.versions.map(({ version }) => version);
  const [contents, since] = await Promise.all([questionContents(ids), recordedOn(ids)]);
  const content = contents.get(ids.at(-1) ?? 0);
  const { answers, versions, ...line } = question;
  return {
    ...line,
    ...wordsOf(content, key, language),
    bank: (content as { bank?: string } | undefined)?.bank ?? "",
    versions: versions.map((version) => ({ ...version, since: since.get(version.version) ?? "" })),
    answers: answers && {
      ...answers,
      lines: answers.lines.map(({ value, code, ...counts }) => ({
        ...counts,
        code,
        // what an older version offered may have no text in the newest
        text: (content && answerText(content, value, language)) || code,
      })),
    },
  };
}

function wordsOf(content: QuestionBody | undefined, key: string, language: Language) {
  return { stem: content?.stem[language] ?? key, type: content?.type ?? ("single" as const) };
}

async function recordedOn(ids: readonly number[]): Promise<Map<number, CivilDate>> {
  const client = await reader();
  const rows = await client.question_version.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, recorded_change: true },
  });
  const changes = await client.change.findMany({
    where: { id: { in: rows.map(({ recorded_change }) => recorded_change) } },
    select: { id: true, at: true },
  });
  const at = new Map(changes.map((change) => [change.id, civilDateOf(change.at)]));
  return new Map(rows.map(({ id, recorded_change }) => [id, at.get(recorded_change) ?? ""]));
}
