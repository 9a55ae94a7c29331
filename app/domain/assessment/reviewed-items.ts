import type { Bilingual } from "~/domain/text/bilingual";
import type { Citation } from "../course/citation";
import type { ItemMark } from "./grading";
import { itemForLearner, type LearnerItem } from "./learner-paper";
import type { Paper, PaperItem, Token } from "./paper";
import type { ReviewPhase } from "./review";

/** An item of an ended attempt; what the review phase keeps back is null. */
export interface ReviewedItem extends LearnerItem {
  /** `right`: it earned all its marks */
  own: { tokens: Token[]; score: number; right: boolean } | null;
  rightTokens: Token[] | null;
  explanation: { text: Bilingual; citation: Citation; lesson: string | null } | null;
}

/** The items of an ended attempt as far as the phase allows; none where it allows nothing. */
export function reviewedItems(
  paper: Pick<Paper, "items">,
  answers: ReadonlyMap<number, { tokens: Token[] }>,
  marks: readonly ItemMark[],
  phase: ReviewPhase,
): ReviewedItem[] {
  if (!phase.ownAnswers && !phase.rightAnswers && !phase.explanations) return [];
  const scores = new Map(marks.map(({ item, score }) => [item, score]));
  return paper.items.map((item) => ({
    ...itemForLearner(item),
    own: phase.ownAnswers
      ? ownAnswer(item, answers.get(item.number)?.tokens ?? [], scores.get(item.number) ?? 0)
      : null,
    rightTokens: phase.rightAnswers ? item.key.correct : null,
    explanation: phase.explanations
      ? { text: item.key.explanation, citation: item.key.citation, lesson: item.key.lesson }
      : null,
  }));
}

function ownAnswer(item: PaperItem, tokens: Token[], score: number): ReviewedItem["own"] {
  return { tokens, score, right: score === item.marks };
}
