import type { ReviewMoment } from "../course/exam";
import type { ReviewRule } from "./paper";

/** What a learner may see of an ended attempt. */
export interface ReviewPhase {
  /** the own answers, and which of them were right */
  ownAnswers: boolean;
  rightAnswers: boolean;
  /** why the right answer is right, with the citation and the lesson to read again */
  explanations: boolean;
}

/**
 * What may be shown. `ended`: the attempt has ended and is graded; before that, nothing may. `passed`: the person has passed
 * the exam of this course version, in this attempt or another. Used-up attempts open nothing: a further attempt can
 * be granted, and the bank serves others.
 */
export function reviewPhase(rule: ReviewRule, { ended, passed }: { ended: boolean; passed: boolean }): ReviewPhase {
  const open = (moment: ReviewMoment) => ended && (moment === "after-submit" || (moment === "after-pass" && passed));
  return {
    ownAnswers: open(rule.ownAnswers),
    rightAnswers: open(rule.rightAnswers),
    explanations: open(rule.explanations),
  };
}
