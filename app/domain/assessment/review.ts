import type { ReviewMoment, ReviewMoments } from "../course/exam";
import type { Instant } from "../time/civil-date";
import type { ReviewRule } from "./paper";

/** How long "just-after" lasts where the exam does not say, in minutes. */
const JUST_AFTER_MINUTES = 15;

/** The phases of an ended attempt, one after the other. */
type PhaseOfReview = "just-after" | "while-open" | "after-close";

/** What a learner may see of an ended attempt. */
export interface ReviewPhase {
  score: boolean;
  /** the own answers, and which of them were right */
  ownAnswers: boolean;
  rightAnswers: boolean;
  /** why the right answer is right, with the citation and the lesson to read again */
  explanations: boolean;
}

export interface ReviewFacts {
  /** null: not ended, or not graded: nothing may be seen */
  endedAt: Instant | null;
  /** the person has passed the exam of this course version, in this attempt or another */
  passed: boolean;
  /** see `isExamClosed` */
  closed: boolean;
}

/**
 * What may be shown now: what any of the rule's moments opens. The phase "just-after" lasts a number of minutes from the
 * end, even where the exam closes in them.
 */
export function reviewPhase(rule: ReviewRule, facts: ReviewFacts, now: Instant): ReviewPhase {
  const phase = phaseOfReview(rule, facts, now);
  const opens = (moment: ReviewMoment) =>
    moment === "after-submit" || (moment === "after-pass" && facts.passed) || moment === phase;
  const open = (moments: ReviewMoments) => phase !== null && [moments].flat().some(opens);
  return {
    score: open(rule.score ?? "after-submit"),
    ownAnswers: open(rule.ownAnswers),
    rightAnswers: open(rule.rightAnswers),
    explanations: open(rule.explanations),
  };
}

/** Null before the end. */
function phaseOfReview(
  { justAfterMinutes = JUST_AFTER_MINUTES }: ReviewRule,
  { endedAt, closed }: ReviewFacts,
  now: Instant,
): PhaseOfReview | null {
  if (endedAt === null) return null;
  const until = new Date(Date.parse(endedAt) + justAfterMinutes * 60_000).toISOString();
  if (now < until) return "just-after";
  return closed ? "after-close" : "while-open";
}

/**
 * Whether an exam is closed for a person: its window is over, or the exam day in which they sat it. An exam that has neither is
 * closed to whoever has passed it. Used-up attempts close nothing: a further one can be granted, and the bank serves
 * others.
 */
export function isExamClosed(
  { closesAt, passed }: { closesAt: Instant | null; passed: boolean },
  now: Instant,
): boolean {
  return closesAt === null ? passed : now >= closesAt;
}
