import { inAuthorKeys } from "~/domain/assessment/answer";
import type { AnswerValue } from "~/domain/assessment/answer-value";
import type { ItemMark } from "~/domain/assessment/grading";
import type { SheetLine } from "~/domain/assessment/mark-sheet";
import type { Paper } from "~/domain/assessment/paper";
import { rightAnswerInWords } from "~/domain/assessment/right-answer";
import { type AnswerWords, answerInWords } from "~/domain/assessment/shown-answers";
import type { Criterion } from "~/domain/course/question";
import type { Bilingual } from "~/domain/text/bilingual";
import { paperOf } from "../assessment/paper-of.server";
import { savedAnswers } from "../assessment/saved-answers.server";
import { questionVersion } from "../course/question-version.server";
import type { Rows } from "../database.server";
import { getTask, type TaskFile } from "../tasks/task-record.server";
import type { RecordedSubject } from "./subject-rows.server";

/** An item of a paper that is looked at again in an appeal. */
export interface AppealedItem {
  number: number;
  stem: Bilingual;
  answer: AnswerWords;
  right: AnswerWords;
  score: number;
  max: number;
}

/** The work behind a subject, without a word of whose it is, and the lines by which it is marked. */
export type MarkedWork = { lines: SheetLine[] } & (
  | { what: "task"; stem: Bilingual; criteria: Criterion[]; text: string; files: TaskFile[] }
  | { what: "item"; stem: Bilingual; criteria: Criterion[]; text: string }
  | { what: "paper"; items: AppealedItem[] }
);

/** What a marker reads. The caller has established that the viewer may mark the subject. */
export async function markedWork(client: Rows, subject: RecordedSubject): Promise<MarkedWork> {
  if (subject.workId !== null) return taskWork(client, subject.workId, subject.round);
  if (subject.attemptId === null) throw new Error(`subject ${subject.publicId} names no work`);
  const { paper, marks } = await attemptMarks(client, subject.attemptId, subject.round);
  if (subject.kind === "appeal") return paperWork(client, subject.attemptId, paper, marks);
  const question = await questionVersion(subject.questionVersionId ?? 0);
  const answer = marks.find(({ item }) => item === subject.item)?.answer;
  const criteria = "criteria" in question ? question.criteria : [];
  return {
    what: "item",
    stem: question.stem,
    criteria,
    lines: criteria.map(asLine),
    text: typeof answer === "string" ? answer : "",
  };
}

async function taskWork(client: Rows, workId: number, round: number): Promise<MarkedWork> {
  const work = await getTask(client, workId);
  const handIn = work?.handIns.find((one) => one.round === round);
  if (!work || !handIn) throw new Error(`work ${workId} was not handed in`);
  const { stem, criteria } = work.task;
  const files = work.files.filter(({ publicId }) => handIn.files.includes(publicId));
  return { what: "task", stem, criteria, lines: criteria.map(asLine), text: handIn.text, files };
}

function asLine({ key, points }: Criterion): SheetLine {
  return { key, most: points, stands: null };
}

/** The frozen paper of an attempt and the marks that hold of a round. */
export async function attemptMarks(
  client: Rows,
  attemptId: number,
  round: number,
): Promise<{ paper: Paper; marks: ItemMark[] }> {
  const [row] = await client.$queryRaw<{ paper: string; marks: string }[]>`
    SELECT a.paper, r.marks
    FROM attempt a JOIN attempt_result r ON r.attempt_id = a.id
    WHERE a.id = ${attemptId} AND r.round = ${round} ORDER BY r.ordinal DESC LIMIT 1`;
  if (!row) throw new Error(`attempt ${attemptId} has no result`);
  return { paper: await paperOf(row.paper), marks: JSON.parse(row.marks) as ItemMark[] };
}

async function paperWork(
  client: Rows,
  attemptId: number,
  paper: Paper,
  marks: readonly ItemMark[],
): Promise<MarkedWork> {
  // results of before say no answers: then they are read where they were saved
  const saved = marks.some(({ answer }) => answer === undefined) ? await savedAnswers(client, attemptId) : new Map();
  const items = paper.items.map((item): AppealedItem => {
    const mark = marks.find((each) => each.item === item.number);
    const typed: { value: AnswerValue } | undefined = saved.get(item.number);
    const answer = mark?.answer === undefined ? (typed ? inAuthorKeys(item, typed.value) : null) : mark.answer;
    return {
      number: item.number,
      stem: item.question.stem,
      answer: answerInWords(item.question, answer ?? ""),
      right: rightAnswerInWords(item.question),
      score: mark?.score ?? 0,
      max: mark?.max ?? item.marks,
    };
  });
  const lines = items.map(({ number, score, max }) => ({ key: String(number), most: max, stands: score }));
  return { what: "paper", items, lines };
}
