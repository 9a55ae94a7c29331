/** What a decision says of a result that moved over or under the pass mark after the exam. */
export const EFFECT_DECISIONS = ["issue", "nothing", "revoke", "keep"] as const;
export type EffectDecision = (typeof EFFECT_DECISIONS)[number];

/** Why an attempt waits for a decision. */
export type AskedEffect = "gained" | "lost";

/** An attempt as it stands, and what it has earned. */
export interface EarningState {
  /** it stands as passed: not void, nothing waits for a marker */
  passed: boolean;
  /** the machine's own result of this round was a pass: what it earned was given then, at once */
  passedAtEnd: boolean;
  /** certificate, claim or evidence that rests on it */
  earned: "nothing" | "in-force" | "taken-back";
  /** what was decided last of this attempt */
  lastDecision: EffectDecision | null;
}

/**
 * Whether somebody has to decide what a later mark, a void or its withdrawal does to what an attempt earned; null: no. Nothing
 * of it happens by itself.
 */
export function askedEffect({ passed, passedAtEnd, earned, lastDecision }: EarningState): AskedEffect | null {
  if (lastDecision !== null && decidedAsPassed(lastDecision) === passed) return null;
  if (!passed) return earned === "in-force" ? "lost" : null;
  if (earned === "in-force") return null;
  if (earned === "taken-back") return "gained";
  return passedAtEnd ? null : "gained";
}

/** The decisions that are open: a pass gained is rewarded or not, one that was lost takes back what it gave or not. */
export function possibleDecisions(asked: AskedEffect): [EffectDecision, EffectDecision] {
  return asked === "gained" ? ["issue", "nothing"] : ["revoke", "keep"];
}

function decidedAsPassed(decision: EffectDecision): boolean {
  return decision === "issue" || decision === "nothing";
}
