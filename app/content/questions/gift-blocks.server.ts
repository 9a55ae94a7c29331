import type { LocatedProblem } from "~/domain/question-files/place";
import { placesOf } from "./gift-text.server";

/** The text of one question, with what stands in comments before it. */
export interface GiftBlock {
  text: string;
  /** the number of each of its lines in the file, from 1 */
  lines: readonly number[];
  /** what our own comment says, as it stands there */
  ours: { line: number; text: string } | null;
  /** the category in which it stands, or "" */
  category: string;
}

const OURS = /^\s*\/\/ ?cau-noi: ?(\{.*)$/;
const COMMENT = /^\s*\/\//;
const CATEGORY = /^\s*\$CATEGORY:\s*(.*)$/i;

/**
 * Parts a GIFT text into questions: an empty line ends one, but not within its braces; there the next title does, and the brace
 * was forgotten.
 */
export function giftBlocks(text: string): { blocks: GiftBlock[]; problems: LocatedProblem[] } {
  const blocks: GiftBlock[] = [];
  const problems: LocatedProblem[] = [];
  let category = "";
  let ours: GiftBlock["ours"] = null;
  let lines: string[] = [];
  let numbers: number[] = [];
  let depth = 0;
  let afterEmpty = false;
  const end = () => {
    if (lines.length > 0) {
      const place = { kind: "line", line: numbers[0] ?? 1 } as const;
      if (depth === 0) blocks.push({ text: lines.join("\n"), lines: numbers, ours, category });
      else problems.push({ place, code: depth > 0 ? "open-brace" : "stray-brace", params: {} });
    }
    if (lines.length > 0 || depth !== 0) ours = null;
    lines = [];
    numbers = [];
    depth = 0;
  };
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    const empty = line.trim() === "";
    const own = OURS.exec(line);
    if (depth > 0 && afterEmpty && (own || /^\s*::/.test(line))) end();
    afterEmpty = empty;
    if (own?.[1] !== undefined) {
      end();
      ours = { line: index + 1, text: own[1] };
    } else if (COMMENT.test(line)) {
    } else if (empty && depth <= 0) {
      end();
    } else if (depth === 0 && lines.length === 0 && CATEGORY.test(line)) {
      category = (CATEGORY.exec(line)?.[1] ?? "").trim();
    } else {
      lines.push(line);
      numbers.push(index + 1);
      for (const { found } of placesOf(line, /[{}]/)) depth = depth < 0 ? depth : depth + (found === "{" ? 1 : -1);
    }
  }
  end();
  return { blocks, problems };
}
