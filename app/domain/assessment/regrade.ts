import { z } from "zod";
import { keySchema } from "../course/key";
import type { QuestionBody, QuestionBodyOf } from "../course/question";
import type { AnswerValue } from "./answer-value";
import { type Grade, gradeOf, type ItemMark } from "./grading";
import { shareOf } from "./share";

const texts = z.array(z.string().trim().min(1).max(500)).min(1).max(20);
/** the question versions whose marks change */
const versions = z.array(z.int()).min(1);

/** What counts from now on for a question that was asked in exams. */
export const regradeRuleSchema = z.discriminatedUnion("kind", [
  /** the key of another version of the question, as a rule the one that the bank has now */
  z.strictObject({ kind: z.literal("present-key"), versions, key: z.int() }),
  /** these options are right too; nobody loses by it */
  z.strictObject({ kind: z.literal("also-options"), versions, options: z.array(keySchema).min(1) }),
  /** these answers are right too, in a gap by its key, else under "" */
  z.strictObject({ kind: z.literal("also-texts"), versions, texts: z.record(z.string(), texts) }),
  z.strictObject({ kind: z.literal("everybody-right"), versions }),
  /** it counts for nobody: neither its marks nor what it could earn */
  z.strictObject({ kind: z.literal("left-out"), versions }),
]);
export type RegradeRule = z.infer<typeof regradeRuleSchema>;
export const REGRADE_KINDS = ["present-key", "also-options", "also-texts", "everybody-right", "left-out"] as const;
export type RegradeKind = (typeof REGRADE_KINDS)[number];

/** A mark that a regrade has touched. */
export interface RegradedMark extends ItemMark {
  /** what the item could earn before it was left out */
  was?: number;
}

/** The kinds of regrade that a question allows. */
export function regradeKindsFor({ type }: Pick<QuestionBody, "type">): RegradeKind[] {
  const options = type === "single" || type === "multiple" || type === "truefalse" || type === "judgement";
  const words = type === "fill-in" || type === "numeric" || type === "short-text";
  return REGRADE_KINDS.filter((kind) => (kind !== "also-options" || options) && (kind !== "also-texts" || words));
}

/**
 * The marks after a regrade, and what they come to; null where nothing changes. A mark stays as it is where its answer is not
 * known, where a marker decides (of which the rule for all cannot speak), or where `decided` says that one has.
 * @param contentOf the content of a question version
 */
export function regraded(
  marks: readonly RegradedMark[],
  rule: RegradeRule,
  { contentOf, decided, passPercent }: Regrading,
): Grade | null {
  let changed = false;
  const after = marks.map((mark) => {
    if (mark.question === undefined || !rule.versions.includes(mark.question) || decided.has(mark.item)) return mark;
    const next = regradedMark(mark, rule, contentOf);
    if (next.score === mark.score && next.max === mark.max && next.pending === mark.pending) return mark;
    changed = true;
    return next;
  });
  return changed ? gradeOf(after, passPercent) : null;
}

export interface Regrading {
  contentOf: (version: number) => QuestionBody;
  /** items that a marker has decided */
  decided: ReadonlySet<number>;
  passPercent: number;
}

function regradedMark(
  { pending: _, was, ...mark }: RegradedMark,
  rule: RegradeRule,
  contentOf: (version: number) => QuestionBody,
): RegradedMark {
  const max = was ?? mark.max;
  if (rule.kind === "left-out") return { ...mark, score: 0, max: 0, was: max };
  if (rule.kind === "everybody-right") return { ...mark, score: max, max };
  const kept = { ...mark, ...(_ && { pending: _ }), ...(was !== undefined && { was }) };
  if (mark.answer === undefined) return kept;
  const share = mark.answer === null ? 0 : shareBy(rule, mark.answer, contentOf, mark.question as number);
  return share === null ? kept : { ...mark, score: share * max, max };
}

function shareBy(
  rule: Exclude<RegradeRule, { kind: "left-out" | "everybody-right" }>,
  answer: AnswerValue,
  contentOf: (version: number) => QuestionBody,
  version: number,
): number | null {
  if (rule.kind === "present-key") return shareOf(contentOf(rule.key), answer);
  const question = contentOf(version);
  const before = shareOf(question, answer);
  const also =
    rule.kind === "also-options"
      ? shareWithOptions(question, rule.options, answer)
      : shareWithTexts(question, rule.texts, answer);
  return before === null && also !== 1 ? null : Math.max(before ?? 0, also);
}

function shareWithOptions(question: QuestionBody, options: readonly string[], answer: AnswerValue): number {
  const chosen = Array.isArray(answer) ? answer : [];
  if (question.type === "multiple") {
    const widened = question.options.map((option) => ({
      ...option,
      correct: option.correct || options.includes(option.key),
    }));
    return shareOf({ ...question, options: widened }, answer) ?? 0;
  }
  if (question.type === "judgement" && question.answer === "rank") return 0;
  return chosen.length === 1 && options.includes(chosen[0] ?? "") ? 1 : 0;
}

function shareWithTexts(
  question: QuestionBody,
  also: Readonly<Record<string, readonly string[]>>,
  answer: AnswerValue,
): number {
  switch (question.type) {
    case "fill-in": {
      const gaps = question.gaps.map((gap) => ({ ...gap, accepted: [...gap.accepted, ...(also[gap.key] ?? [])] }));
      return shareOf({ ...question, gaps }, answer) ?? 0;
    }
    case "short-text":
      return shareOf({ ...question, accepted: [...(question.accepted ?? []), ...(also[""] ?? [])] }, answer) ?? 0;
    case "numeric":
      return Math.max(
        0,
        ...numbersIn(also[""] ?? []).map((value) => shareOf(withAnswer(question, value), answer) ?? 0),
      );
    default:
      return 0;
  }
}

/** Numbers as people here write them: "12,5" or "12.5". */
export function numbersIn(list: readonly string[]): number[] {
  return list.map((text) => Number(text.trim().replace(",", "."))).filter(Number.isFinite);
}

function withAnswer(question: QuestionBodyOf<"numeric">, answer: number): QuestionBodyOf<"numeric"> {
  return { ...question, answer };
}

/** What a regrade does to one attempt. */
export interface RegradeMove {
  from: { score: number; max: number; passed: boolean };
  to: { score: number; max: number; passed: boolean };
}

export type MoveKind = "gains-pass" | "loses-pass" | "up" | "down";

export function moveKind({ from, to }: RegradeMove): MoveKind {
  if (from.passed !== to.passed) return to.passed ? "gains-pass" : "loses-pass";
  return to.score / (to.max || 1) >= from.score / (from.max || 1) ? "up" : "down";
}

/** Items on which a marker has spoken: whose mark differs between a result of the machine and a later one of a person. */
export function decidedItems(results: readonly { kind: string; marks: readonly ItemMark[] }[]): Set<number> {
  const decided = new Set<number>();
  for (const [index, { kind, marks }] of results.entries()) {
    if (kind !== "marked" && kind !== "appealed") continue;
    const before = new Map(results[index - 1]?.marks.map((mark) => [mark.item, mark]));
    for (const mark of marks) {
      const earlier = before.get(mark.item);
      if (!earlier || earlier.score !== mark.score || earlier.pending !== mark.pending) decided.add(mark.item);
    }
  }
  return decided;
}
