import type { Paper, PaperItem, Token } from "./paper";

export type AnswerRefusal =
  /** the paper has no such item */
  | { code: "unknown-item"; item: number }
  /** the item has no such option */
  | { code: "unknown-option"; item: number }
  /** several options where one is asked for, or one option twice */
  | { code: "too-many-options"; item: number };

/**
 * The chosen options of an item as they are kept: in the order of the paper, none twice. No option at all clears the
 * answer. Text from a browser is never kept, only tokens that the paper itself holds.
 */
export function readAnswer(
  paper: Pick<Paper, "items">,
  item: number,
  chosen: readonly string[],
): { ok: true; tokens: Token[] } | { ok: false; refusal: AnswerRefusal } {
  const found = paper.items.find(({ number }) => number === item);
  if (!found) return { ok: false, refusal: { code: "unknown-item", item } };
  const known = found.options.map(({ token }) => token);
  if (!chosen.every((token) => known.includes(token))) return { ok: false, refusal: { code: "unknown-option", item } };
  const most = takesSeveral(found) ? known.length : 1;
  if (chosen.length > most || new Set(chosen).size < chosen.length) {
    return { ok: false, refusal: { code: "too-many-options", item } };
  }
  return { ok: true, tokens: known.filter((token) => chosen.includes(token)) };
}

/** True where several options may be chosen. */
export function takesSeveral({ type }: Pick<PaperItem, "type">): boolean {
  return type === "multiple";
}
