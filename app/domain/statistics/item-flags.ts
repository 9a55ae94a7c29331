import type { AnswerTable } from "./answer-table";
import type { ItemStatistics } from "./item-statistics";
import { settled } from "./moments";

/** What makes a question worth a second look, gravest first. */
export const ITEM_FLAGS = [
  /** who knows more does worse */
  "negative",
  /** a wrong option draws more of the strong than the right one */
  "wrong-option-stronger",
  "weak",
  "too-hard",
  "too-easy",
  "unused-option",
  "weighs-more",
  "weighs-less",
] as const;
export type ItemFlag = (typeof ITEM_FLAGS)[number];

/** Where a figure becomes a flag; shares 0 to 1. */
export const FLAG_LIMITS = {
  /** correlation with the rest, below which a question tells strong from weak too little */
  weak: 0.1,
  easy: 0.95,
  hard: 0.2,
  /** effective weight over planned weight */
  more: 1.75,
  less: 0.4,
} as const;

/** Flags of a question, gravest first; none while too few had it. `least`: attempts that figures of a question need. */
export function itemFlags(item: ItemStatistics, answers: AnswerTable | null, least: number): ItemFlag[] {
  if (item.n < least) return [];
  const { facility, correlation, planned, effective } = item;
  const extreme = facility > FLAG_LIMITS.easy || facility < FLAG_LIMITS.hard;
  const weighs = effective === null ? null : settled(effective / planned);
  const negative = correlation !== null && correlation < 0;
  const found: Record<ItemFlag, boolean> = {
    negative,
    "wrong-option-stronger": wrongOptionStronger(answers),
    weak: !negative && !extreme && correlation !== null && correlation < FLAG_LIMITS.weak,
    "too-hard": facility < FLAG_LIMITS.hard,
    "too-easy": facility > FLAG_LIMITS.easy,
    "unused-option": answers?.kind === "options" && answers.lines.some(({ right, count }) => !right && count === 0),
    "weighs-more": weighs !== null && weighs > FLAG_LIMITS.more,
    // what nearly everyone knows, or nobody, cannot spread the marks: that has its own word
    "weighs-less": !negative && !extreme && weighs !== null && weighs < FLAG_LIMITS.less,
  };
  return ITEM_FLAGS.filter((flag) => found[flag]);
}

function wrongOptionStronger(answers: AnswerTable | null): boolean {
  if (answers?.kind !== "options") return false;
  const best = Math.max(...answers.lines.filter(({ right }) => !right).map(({ upper }) => upper));
  return answers.lines.some(({ right, upper }) => right && upper < best);
}
