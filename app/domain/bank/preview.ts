import { itemForLearner } from "../assessment/learner-paper";
import { partsInOrder, rightsOf } from "../assessment/paper-parts";
import { rightAnswerInWords } from "../assessment/right-answer";
import { type ShownItem, shownItem } from "../assessment/shown-item";
import { type ShownWords, shownWords } from "../assessment/shown-words";
import type { VersionQuestion } from "../course/course-version";
import type { Question } from "../course/question";
import { LANGUAGES, type Language } from "../text/language";

/** A question as a learner sees it, and what is right; for those who keep the bank. */
export interface QuestionPreview {
  language: Language;
  stem: string;
  /** null: a task, which is done outside of exams */
  item: ShownItem | null;
  right: ShownWords;
  explanation: string;
}

/** The question in every language. Its items are numbered from 1, so that the fields of both can stand on a page. */
export function previewsOf(question: Question): QuestionPreview[] {
  return LANGUAGES.map((language, index) => ({
    language,
    stem: question.stem[language],
    item: question.type === "task" ? null : itemOf(question, index + 1, language),
    right: shownWords(rightAnswerInWords(question), language),
    explanation: question.explanation[language],
  }));
}

/** The same order each time, which is not the author's: the right one would show. */
const STEADY = () => 0.4;

function itemOf(question: Question, number: number, language: Language): ShownItem {
  const held = { ...question, id: 0, bank: "" } as VersionQuestion;
  const named = (keys: readonly string[]) => keys.map((key): [string, string] => [key, key]);
  const others = held.type === "matching" ? { others: named([...rightsOf(held)].sort()) } : {};
  const parts = named(partsInOrder(held, STEADY));
  return shownItem(itemForLearner({ number, marks: 1, question: held, parts, others: [], ...others }), language);
}
