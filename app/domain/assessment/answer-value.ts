/**
 * An answer by the type of its question. Single, multiple, true/false and a judgement's best: the chosen tokens. Ordering and a
 * judgement's ranking: all tokens in the order given. Matching: left to right. Fill-in: gap to text. Numeric: `number` as
 * it was typed, `unit` a token. Short text: the text. Kept answers are in the form that `readAnswer` makes: nothing
 * given is [], {} or "".
 */
export type AnswerValue = string[] | Record<string, string> | string;

/** True where nothing was answered, or the answer was cleared. */
export function isEmptyAnswer(value: AnswerValue): boolean {
  if (typeof value === "string") return value.trim() === "";
  if (Array.isArray(value)) return value.length === 0;
  return Object.values(value).every((text) => text.trim() === "");
}

/** True where two answers in kept form say the same. */
export function sameAnswer(a: AnswerValue, b: AnswerValue): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: AnswerValue): string {
  if (typeof value === "string" || Array.isArray(value)) return JSON.stringify(value);
  return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
