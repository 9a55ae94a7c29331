import type { BankQuestion, Question } from "~/domain/course/question";
import { loadOnce } from "../course/immutable-rows.server";

export interface RecordedQuestion {
  id: number;
  key: string;
  /** as its author wrote it: its lesson is one of the bank's course */
  question: BankQuestion;
}

/** One version of a question, by its id; null where there is none. */
export function questionVersion(id: number): Promise<RecordedQuestion | null> {
  return loadOnce(`question version ${id}`, async (client) => {
    const row = await client.question_version.findUnique({
      where: { id },
      select: { id: true, key: true, content: true },
    });
    return row && { id: row.id, key: row.key, question: JSON.parse(row.content) as BankQuestion };
  });
}

/** The question alone, as its schema knows it. */
export function withoutBank({ bank: _, ...question }: BankQuestion): Question {
  return question as Question;
}
