import type { QuestionBody, QuestionBodyOf } from "../course/question";
import { type AnswerValue, isEmptyAnswer } from "./answer-value";
import { isRightNumber } from "./numeric-answer";
import { shareOfPairs, shareOfPlaces } from "./ranking";
import { isAccepted } from "./spelling";

/**
 * The share of an item's marks that an answer in the author's keys earns, 0 to 1; null where a marker decides. No answer earns
 * nothing, and the right answer all. What stands in between:
 * - single, true/false: all or nothing.
 * - multiple: "net" (right chosen − wrong chosen) ÷ right options, never below 0, so a wrong choice takes back what a right one
 *   earned; "each": the share of options judged rightly, chosen or left; "all-or-nothing".
 * - matching: the share of left sides with their right one; or all or nothing.
 * - ordering: "pairs" and "places" (see ranking.ts); or all or nothing.
 * - fill-in: the share of gaps filled as accepted. Numeric: all or nothing (see numeric-answer.ts).
 * - judgement: the weight of the chosen option; a ranking by pairs, against the order of the weights.
 * - short text: all where it is one of those accepted, else a marker decides. Task: a marker decides.
 */
export function shareOf(question: QuestionBody, answer: AnswerValue): number | null {
  if (isEmptyAnswer(answer)) return 0;
  switch (question.type) {
    case "single":
    case "truefalse":
    case "multiple":
      return shareOfChoice(question, listIn(answer));
    case "matching": {
      const rights = entriesIn(answer);
      const found = question.pairs.filter(({ key }) => rights[key] === key).length / question.pairs.length;
      return question.credit === "all-or-nothing" ? Math.floor(found) : found;
    }
    case "ordering":
      return shareOfOrder(question, listIn(answer));
    case "fill-in": {
      const texts = entriesIn(answer);
      const right = question.gaps.filter(({ key, accepted }) => isAccepted(texts[key] ?? "", accepted, question));
      return right.length / question.gaps.length;
    }
    case "numeric":
      return isRightNumber(question, entriesIn(answer)) ? 1 : 0;
    case "judgement":
      return shareOfJudgement(question, listIn(answer));
    case "short-text":
      return isAccepted(String(answer), question.accepted ?? [], question) ? 1 : null;
    case "task":
      return null;
  }
}

/** The keys of a ranking from the heaviest option to the lightest. */
export function rightRanking({ options }: Pick<QuestionBodyOf<"judgement">, "options">): string[] {
  return [...options].sort((a, b) => b.weight - a.weight).map(({ key }) => key);
}

function shareOfChoice(question: QuestionBodyOf<"single" | "multiple" | "truefalse">, chosen: string[]): number {
  const { options } = question;
  const right = options.filter(({ correct, key }) => correct && chosen.includes(key)).length;
  const wrong = new Set(chosen).size - right;
  const rightOnes = options.filter(({ correct }) => correct).length;
  const all = right === rightOnes && wrong === 0 ? 1 : 0;
  if (question.type !== "multiple" || question.credit === "all-or-nothing") return all;
  if (question.credit === "each") return Math.max(0, (options.length - wrong - (rightOnes - right)) / options.length);
  return Math.max(0, (right - wrong) / rightOnes);
}

function shareOfOrder({ steps, credit }: QuestionBodyOf<"ordering">, given: string[]): number {
  const right = steps.map(({ key }) => key);
  if (credit === "all-or-nothing") return given.join() === right.join() ? 1 : 0;
  return credit === "places" ? shareOfPlaces(given, right) : shareOfPairs(given, right);
}

function shareOfJudgement(question: QuestionBodyOf<"judgement">, given: string[]): number {
  if (question.answer === "rank") return shareOfPairs(given, rightRanking(question));
  return question.options.find(({ key }) => key === given[0])?.weight ?? 0;
}

function listIn(answer: AnswerValue): string[] {
  return Array.isArray(answer) ? answer : [];
}

function entriesIn(answer: AnswerValue): Record<string, string> {
  return typeof answer === "object" && !Array.isArray(answer) ? answer : {};
}
