import type { Question } from "../course/question";
import type { PaperItem, Token } from "./paper";

/**
 * Question types that can stand in a booklet: what is answered by letters can be read from an answer sheet by two people without
 * judging anything.
 */
const ON_PAPER = ["single", "multiple", "truefalse"] as const satisfies readonly Question["type"][];

/** True where a question can be printed and its answer typed in: pictures and tables stay on screen. */
export function isForPaper({ type, figures }: Pick<Question, "type" | "figures">): boolean {
  return (ON_PAPER as readonly string[]).includes(type) && !figures?.length;
}

const LETTERS = "ABCDEFGH";

/** What stands before an option in the booklet: "A", "B" … in the order of the paper. */
export function letterOf(index: number): string {
  return LETTERS.charAt(index);
}

/** Tokens as letters, in the order of the alphabet: "AC"; empty where nothing is chosen. */
export function lettersOf({ parts }: Pick<PaperItem, "parts">, tokens: readonly Token[]): string {
  return parts.flatMap(([, token], index) => (tokens.includes(token) ? [letterOf(index)] : [])).join("");
}

export type ReadLetters =
  | { ok: true; tokens: Token[] }
  /** a letter that no option has, or several where one is asked for */
  | { ok: false; problem: "no-such-letter" | "too-many" };

/** What someone typed from an answer sheet: "a, c", "AC", "A-C" or nothing. */
export function readLetters({ parts, question }: Pick<PaperItem, "parts" | "question">, typed: string): ReadLetters {
  const letters = [
    ...new Set(
      typed
        .slice(0, 40)
        .toUpperCase()
        .replace(/[\s,;./-]/g, ""),
    ),
  ];
  const places = letters.map((letter) => LETTERS.indexOf(letter));
  if (places.some((place) => place < 0 || place >= parts.length)) return { ok: false, problem: "no-such-letter" };
  if (question.type !== "multiple" && places.length > 1) return { ok: false, problem: "too-many" };
  return { ok: true, tokens: parts.flatMap(([, token], index) => (places.includes(index) ? [token] : [])) };
}

/** Answers of one candidate as entered: by item number the chosen tokens; items left empty are missing. */
export type EnteredAnswers = Readonly<Record<string, readonly Token[]>>;

/** The items about which two entries do not say the same, in order. */
export function differingItems(a: EnteredAnswers, b: EnteredAnswers): number[] {
  const items = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...items]
    .filter((item) => [...(a[item] ?? [])].sort().join() !== [...(b[item] ?? [])].sort().join())
    .map(Number)
    .sort((x, y) => x - y);
}
