import type { QuestionBody } from "../course/question";
import { type AnswerTable, answerTable } from "./answer-table";
import { byQuestion } from "./by-question";
import type { CollectedMarks } from "./collected-marks";
import { ITEM_FLAGS, type ItemFlag, itemFlags } from "./item-flags";
import { type ItemStatistics, itemStatistics } from "./item-statistics";
import { type ScoreStatistics, scoreStatistics } from "./score-statistics";

/** Attempts below which a figure is not told: by chance it could be anything. */
export interface LeastAttempts {
  item: number;
  reliability: number;
}

export const LEAST_ATTEMPTS: LeastAttempts = { item: 10, reliability: 20 };

export interface QuestionStatistics extends ItemStatistics {
  key: string;
  flags: ItemFlag[];
  /** null: no result says what was answered */
  answers: AnswerTable | null;
}

export interface ExamStatistics {
  score: ScoreStatistics;
  /** flagged ones first, the gravest flag before the others, then by key */
  questions: QuestionStatistics[];
}

/** All figures of an exam. `contentOf` gives a question version's content. */
export function examStatistics(
  marks: CollectedMarks,
  contentOf: (version: number) => QuestionBody,
  least: LeastAttempts = LEAST_ATTEMPTS,
): ExamStatistics {
  const columns = byQuestion(marks);
  const items = itemStatistics(columns, marks.attempts, least.item);
  const questions = columns.map((column, index): QuestionStatistics => {
    const item = items[index] as ItemStatistics;
    const newest = item.versions.at(-1)?.version ?? 0;
    const answers = answerTable(column, marks.answers[index] ?? [], contentOf(newest));
    return { key: marks.questions[index] ?? "", ...item, answers, flags: itemFlags(item, answers, least.item) };
  });
  return { score: scoreStatistics(marks, least.reliability), questions: questions.sort(byConcern) };
}

function byConcern(a: QuestionStatistics, b: QuestionStatistics): number {
  return concern(a) - concern(b) || (a.key < b.key ? -1 : 1);
}

function concern({ flags: [first] }: QuestionStatistics): number {
  return first === undefined ? ITEM_FLAGS.length : ITEM_FLAGS.indexOf(first);
}
