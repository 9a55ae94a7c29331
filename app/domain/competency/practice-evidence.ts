import { z } from "zod";
import { competencyLevelSchema } from "~/domain/course/course";
import { addMonths, type CivilDate, type Span } from "~/domain/time/civil-date";

/** So many confirmed entries of the practice log within so many months prove a level for so long. */
export const practiceRuleSchema = z.strictObject({
  level: competencyLevelSchema,
  entries: z.int().min(1).max(50),
  within_months: z.int().min(1).max(60),
  /** of which so many led, not only joined */
  led: z.int().min(0).max(50).optional(),
  /** only what was done in another language than Vietnamese counts */
  foreign: z.boolean().optional(),
  holds_months: z.int().min(1).max(120),
});
export type PracticeRule = z.infer<typeof practiceRuleSchema>;

/** An entry of the practice log that was confirmed. */
export interface ConfirmedEntry {
  id: number;
  onDate: CivilDate;
  role: "led" | "joined";
  language: string;
}

/** A level that entries prove: `entryId` is the one that completed them, on whose day the proof begins. */
export interface PracticeEvidence extends Span {
  level: number;
  entryId: number;
}

/**
 * What entries of one competency prove by its rules: one proof for each entry and each rule that the entry completes together with
 * those of the months up to it. Whatever the order in which they were confirmed, the same entries prove the same.
 */
export function practiceEvidence(
  entries: readonly ConfirmedEntry[],
  rules: readonly PracticeRule[],
): PracticeEvidence[] {
  const inOrder = [...entries].sort((a, b) => (a.onDate < b.onDate ? -1 : a.onDate > b.onDate ? 1 : a.id - b.id));
  return rules.flatMap((rule) => {
    const counting = inOrder.filter(({ language }) => !rule.foreign || language !== "vi");
    return counting.flatMap((entry, index): PracticeEvidence[] => {
      const upToIt = counting
        .slice(0, index + 1)
        .filter(({ onDate }) => entry.onDate < addMonths(onDate, rule.within_months));
      const led = upToIt.filter(({ role }) => role === "led").length;
      if (upToIt.length < rule.entries || led < (rule.led ?? 0)) return [];
      const validTo = addMonths(entry.onDate, rule.holds_months);
      return [{ level: rule.level, entryId: entry.id, validFrom: entry.onDate, validTo }];
    });
  });
}

/** How far someone is on the way to what a rule asks for, on a date. */
export interface PracticeProgress {
  entries: number;
  led: number;
}

/** The entries that count for a rule on a date: those of its months up to then. */
export function practiceProgress(
  entries: readonly ConfirmedEntry[],
  rule: PracticeRule,
  asOf: CivilDate,
): PracticeProgress {
  const counting = entries.filter(
    ({ onDate, language }) =>
      onDate <= asOf && asOf < addMonths(onDate, rule.within_months) && (!rule.foreign || language !== "vi"),
  );
  return { entries: counting.length, led: counting.filter(({ role }) => role === "led").length };
}
