import type { SheetDraft } from "./mark-sheet";

/** What the inputs of a mark are called on its form, by the key of the line. */
export const pointsField = (key: string) => `points-${key}`;
export const commentField = (key: string) => `comment-${key}`;
/** the comment on the whole */
export const COMMENT_FIELD = "comment";

/** A mark as a form's fields say it. What is no field of it is left out; texts too long are cut. */
export function sheetOfFields(fields: Readonly<Record<string, string>>): SheetDraft {
  const under = (prefix: string, longest: number) =>
    Object.fromEntries(
      Object.entries(fields)
        .filter(([name]) => name.startsWith(prefix))
        .map(([name, text]) => [name.slice(prefix.length), text.slice(0, longest)]),
    );
  return {
    points: under("points-", 20),
    comments: under("comment-", 4000),
    comment: (fields[COMMENT_FIELD] ?? "").slice(0, 4000),
  };
}
