import type { Language } from "../text/language";
import type { AnswerWords } from "./shown-answers";

/** An answer in words of one language; `ordered`: the lines are a sequence. No line: not answered. */
export interface ShownWords {
  ordered: boolean;
  lines: { of: string | null; text: string }[];
}

export function shownWords({ ordered, lines }: AnswerWords, language: Language): ShownWords {
  return { ordered, lines: lines.map(({ of, text }) => ({ of: of?.[language] ?? null, text: text[language] })) };
}
