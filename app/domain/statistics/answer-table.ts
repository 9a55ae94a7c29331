import type { AnswerValue } from "../assessment/answer-value";
import type { QuestionBody } from "../course/question";
import { abilityGroups } from "./ability-groups";
import type { QuestionColumn } from "./by-question";
import { EMPTY, type GivenAnswer, UNKNOWN } from "./collected-marks";
import { settled } from "./moments";

/** How often something was answered: takers in all, and the share of each group of takers, 0 to 1. */
export interface AnswerCount {
  count: number;
  share: number;
  upper: number;
  lower: number;
}

/** A line of the table: an option, or a whole answer. */
export interface AnswerLine extends AnswerCount {
  /** key of the option, or the code of the answer */
  code: string;
  value: AnswerValue;
  /** an option that is right, an answer that earned all */
  right: boolean;
}

export interface AnswerTable {
  /** takers whose answers are known, those who left it empty included */
  known: number;
  empty: AnswerCount;
  /** `options`: every option, also those that nobody chose; `answers`: the most frequent, the right ones first */
  kind: "options" | "answers";
  lines: AnswerLine[];
  /** answers of the other kind that were given too rarely to be shown: words may tell who wrote them */
  rare: number;
}

/** An answer in someone's own words is shown from this many takers on. */
const SHOWN_FROM = 3;
const MOST_LINES = 12;

/**
 * What was answered to a question, by option where there are options, else by whole answer. Null where no result says what was
 * answered. `question` is its newest version among those answered; options that it no longer has are told by their key.
 */
export function answerTable(
  column: QuestionColumn,
  answers: readonly GivenAnswer[],
  question: QuestionBody,
): AnswerTable | null {
  const tally = tallied(column, answers.length);
  if (tally.known === 0) return null;
  const lineOf = (code: string, value: AnswerValue, right: boolean, of: readonly number[]): AnswerLine => ({
    code,
    value,
    right,
    ...tally.count(of),
  });
  const empty = tally.count([EMPTY]);
  if ("options" in question && !(question.type === "judgement" && question.answer === "rank")) {
    return { known: tally.known, empty, kind: "options", lines: optionLines(question, answers, lineOf), rare: 0 };
  }
  const lines = answers.map(({ code, value }, index) => lineOf(code, value, tally.earnedAll(index), [index]));
  const shown = lines
    .filter(({ count }) => count >= SHOWN_FROM)
    .sort((a, b) => Number(b.right) - Number(a.right) || b.count - a.count || (a.code < b.code ? -1 : 1))
    .slice(0, MOST_LINES);
  return { known: tally.known, empty, kind: "answers", lines: shown, rare: lines.length - shown.length };
}

function optionLines(
  question: Extract<QuestionBody, { options: unknown }>,
  answers: readonly GivenAnswer[],
  lineOf: (code: string, value: AnswerValue, right: boolean, of: readonly number[]) => AnswerLine,
): AnswerLine[] {
  const rightKeys = new Set(
    question.options.flatMap((option) =>
      ("correct" in option ? option.correct : option.weight === 1) ? [option.key] : [],
    ),
  );
  const keys = new Set(question.options.map(({ key }) => key));
  const chosenWith = (key: string) =>
    answers.flatMap(({ value }, index) => (Array.isArray(value) && value.includes(key) ? [index] : []));
  for (const { value } of answers) if (Array.isArray(value)) for (const key of value) keys.add(key);
  return [...keys].map((key) => lineOf(key, [key], rightKeys.has(key), chosenWith(key)));
}

/** By index of the answer, with `EMPTY` as the last: how many gave it, and how many of each group. */
function tallied({ answer, share, whole }: QuestionColumn, size: number) {
  const { upper, lower } = abilityGroups(whole);
  const place = (index: number) => (index === EMPTY ? size : index);
  const [all, strong, weak, lost] = [0, 1, 2, 3].map(() => new Float64Array(size + 1)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  let [known, strongKnown, weakKnown] = [0, 0, 0];
  for (let at = 0; at < answer.length; at++) {
    if (answer[at] === UNKNOWN) continue;
    const index = place(answer[at] as number);
    const [up, low] = [upper[at] as number, lower[at] as number];
    known++;
    strongKnown += up;
    weakKnown += low;
    all[index] = (all[index] as number) + 1;
    strong[index] = (strong[index] as number) + up;
    weak[index] = (weak[index] as number) + low;
    if ((share[at] as number) < 1) lost[index] = (lost[index] as number) + 1;
  }
  const sum = (of: Float64Array, indexes: readonly number[]) =>
    indexes.reduce((total, index) => total + (of[place(index)] as number), 0);
  const part = (count: number, of: number) => (of > 0 ? settled(count / of) : 0);
  return {
    known,
    /** most who gave it earned all: an answer may be right in one version and not in another */
    earnedAll: (index: number) => (lost[index] as number) * 2 < (all[index] as number),
    count: (indexes: readonly number[]): AnswerCount => ({
      count: sum(all, indexes),
      share: part(sum(all, indexes), known),
      upper: part(sum(strong, indexes), strongKnown),
      lower: part(sum(weak, indexes), weakKnown),
    }),
  };
}
