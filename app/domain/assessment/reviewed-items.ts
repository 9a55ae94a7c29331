import type { Bilingual } from "~/domain/text/bilingual";
import type { Citation } from "../course/citation";
import { inAuthorKeys, inTokens } from "./answer";
import type { AnswerValue } from "./answer-value";
import type { ItemMark } from "./grading";
import { itemForLearner, type LearnerItem } from "./learner-paper";
import type { Paper, PaperItem } from "./paper";
import type { ReviewPhase } from "./review";
import { rightAnswer, rightAnswerInWords } from "./right-answer";
import { type AnswerWords, answerInWords } from "./shown-answers";

/** An answer in this paper's tokens (null: none to show so), and in words. */
export interface ReviewedAnswer {
  value: AnswerValue | null;
  words: AnswerWords;
}

/** An item of an ended attempt; what the review phase keeps back is null. */
export type ReviewedItem = LearnerItem & {
  /** `right`: it earned all its marks; `pending`: a marker has not decided yet. `score` null: not to be seen */
  own: (ReviewedAnswer & { score: number | null; right: boolean; pending: boolean }) | null;
  rightAnswer: ReviewedAnswer | null;
  explanation: { text: Bilingual; citation: Citation; lesson: string | null } | null;
};

const NO_ANSWER: AnswerValue = "";

/** The items of an ended attempt as far as the phase allows; none where it allows nothing of them. */
export function reviewedItems(
  paper: Pick<Paper, "items">,
  answers: ReadonlyMap<number, { value: AnswerValue }>,
  marks: readonly ItemMark[],
  phase: ReviewPhase,
): ReviewedItem[] {
  if (!phase.ownAnswers && !phase.rightAnswers && !phase.explanations) return [];
  const marked = new Map(marks.map((mark) => [mark.item, mark]));
  return paper.items.map((item) => ({
    ...itemForLearner(item),
    own: phase.ownAnswers ? ownAnswer(item, answers.get(item.number)?.value, marked.get(item.number), phase) : null,
    rightAnswer: phase.rightAnswers ? rightOf(item) : null,
    explanation: phase.explanations
      ? { text: item.question.explanation, citation: item.question.citation, lesson: item.question.lesson }
      : null,
  }));
}

function ownAnswer(
  item: PaperItem,
  value: AnswerValue = NO_ANSWER,
  mark: ItemMark | undefined,
  phase: ReviewPhase,
): ReviewedItem["own"] {
  const score = mark?.score ?? 0;
  return {
    value,
    words: answerInWords(item.question, inAuthorKeys(item, value)),
    score: phase.score ? score : null,
    right: score === item.marks,
    pending: mark?.pending ?? false,
  };
}

/** Its tokens, for what has parts; words for all. */
function rightOf(item: PaperItem): ReviewedAnswer {
  const answer = rightAnswer(item.question);
  return {
    value: answer === null ? null : inTokens(item, answer),
    words: rightAnswerInWords(item.question),
  };
}
