import type { Statement } from "./statement";

// This file runs in the learner's browser, too: it names the schema's type and leaves zod behind.

/** Points of a whole activity. */
export interface RootScore {
  score: number;
  max: number;
}

const RESULT_VERBS = ["http://adlnet.gov/expapi/verbs/answered", "http://adlnet.gov/expapi/verbs/completed"];

/** True for a verb that tells a result; the others (attempted, interacted …) only tell that somebody is at work. */
export function tellsResult(verbId: unknown): boolean {
  return RESULT_VERBS.some((verb) => verb === verbId);
}

/** True when the statement tells a result of the whole activity, not of a part of it. */
export function isRootResult({ verb, object, context }: Statement): boolean {
  const parents = context?.contextActivities?.parent ?? [];
  return tellsResult(verb.id) && parents.length === 0 && !/[?&]subContentId=/i.test(object.id);
}

/**
 * The score of the whole activity, or null where the statement tells none: a part's statement, a chapter of a book that is
 * completed without a score, points outside 0 to the maximum. It is practice: a package can claim any score.
 */
export function rootScore(statement: Statement): RootScore | null {
  const { raw, max } = statement.result?.score ?? {};
  if (!isRootResult(statement) || raw == null || max == null) return null;
  return max > 0 && raw >= 0 && raw <= max ? { score: raw, max } : null;
}
