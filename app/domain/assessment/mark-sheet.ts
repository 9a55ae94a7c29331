import { z } from "zod";

/** Points are given in quarters. */
export const POINT_STEP = 0.25;

/** One line to mark: a criterion of a rubric, or an item of a paper that is looked at again. */
export interface SheetLine {
  key: string;
  /** the most that it earns */
  most: number;
  /** what it has now, in an appeal against a paper: left empty it stays, changed it owes a reason */
  stands: number | null;
}

const typed = z.string().max(4000);

/** A mark as it is written, finished or not: texts as they were typed, by the key of the line. */
export const sheetDraftSchema = z.strictObject({
  points: z.record(z.string().max(80), z.string().max(20)),
  comments: z.record(z.string().max(80), typed),
  comment: typed,
});
export type SheetDraft = z.infer<typeof sheetDraftSchema>;

export const EMPTY_SHEET: SheetDraft = { points: {}, comments: {}, comment: "" };

/** A finished mark as it is kept. */
export const sheetSchema = z.strictObject({
  points: z.record(z.string(), z.number()),
  comments: z.record(z.string(), z.string()),
  comment: z.string(),
});
export type Sheet = z.infer<typeof sheetSchema>;

export type SheetProblem = { line: string; problem: "missing" | "not-a-number" | "out-of-bounds" | "steps" | "reason" };

/**
 * A finished mark from what was typed: each line has its points, within its bounds and in steps; what an appeal changes is given
 * a reason. A comma may stand for the decimal point.
 */
export function readSheet(
  draft: SheetDraft,
  lines: readonly SheetLine[],
): { sheet: Sheet; points: number; max: number } | { problems: SheetProblem[] } {
  const problems: SheetProblem[] = [];
  const points: Record<string, number> = {};
  const comments: Record<string, string> = {};
  for (const { key, most, stands } of lines) {
    const comment = (draft.comments[key] ?? "").trim();
    if (comment !== "") comments[key] = comment;
    const text = (draft.points[key] ?? "").trim().replace(",", ".");
    if (text === "") {
      if (stands === null) problems.push({ line: key, problem: "missing" });
      else points[key] = stands;
      continue;
    }
    const value = /^\d{1,3}(\.\d{1,4})?$/.test(text) ? Number(text) : null;
    if (value === null) problems.push({ line: key, problem: "not-a-number" });
    else if (value > most) problems.push({ line: key, problem: "out-of-bounds" });
    else if (stands !== null && isSame(value, stands)) points[key] = stands;
    // the full points of a line are always possible, whatever they are
    else if (value !== most && !Number.isInteger(value / POINT_STEP)) problems.push({ line: key, problem: "steps" });
    else if (stands !== null && comment === "") problems.push({ line: key, problem: "reason" });
    else points[key] = value;
  }
  if (problems.length > 0) return { problems };
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return {
    sheet: { points, comments, comment: draft.comment.trim() },
    points: sum(lines.map(({ key }) => points[key] ?? 0)),
    max: sum(lines.map(({ most }) => most)),
  };
}

function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) < 1e-4;
}
