import { keyOfPlace } from "~/domain/question-files/part-text";
import type { GiftAnswers } from "./gift-answers.server";

type Words = { vi?: string; en?: string };
type Part = { key?: unknown } & Record<string, unknown>;

const spaced = (text: string) => text.replace(/\s+/g, " ").trim();

/** A text as GIFT says it in Vietnamese, with the English that our comment has for it. */
export function withEnglish(vi: string, ours: unknown): Words | undefined {
  const known = (typeof ours === "object" && ours !== null ? ours : {}) as Words;
  // GIFT does not keep every space
  if (typeof known.vi === "string" && spaced(known.vi) === spaced(vi)) return known;
  if (vi === "") return Object.keys(known).length > 0 ? known : undefined;
  return { vi, ...(typeof known.en === "string" && { en: known.en }) };
}

/**
 * What the parts of a GIFT question are in our comment: by their Vietnamese text, else by their place. So options that were put in
 * another order keep their English.
 */
export function partsOfOurs(texts: readonly string[], ours: unknown, text: (part: Part) => unknown): Part[] {
  const known = (Array.isArray(ours) ? ours : []).filter(
    (part): part is Part => typeof part === "object" && part !== null,
  );
  const same = (part: Part, vi: string) => {
    const words = text(part) as Words | undefined;
    return typeof words?.vi === "string" && spaced(words.vi) === spaced(vi);
  };
  const taken = new Set<Part>();
  const found = texts.map((vi) => {
    const part = known.find((each) => !taken.has(each) && same(each, vi));
    if (part) taken.add(part);
    return part;
  });
  const keys = new Set(known.map(({ key }) => key));
  return found.map((part, place) => {
    const beside = known[place];
    const own = part ?? (beside && !taken.has(beside) ? beside : undefined);
    if (own) return own;
    let next = place;
    while (keys.has(keyOfPlace(next))) next += 1;
    keys.add(keyOfPlace(next));
    return { key: keyOfPlace(next) };
  });
}

const FITTING: Record<GiftAnswers["kind"], readonly string[]> = {
  choice: ["single", "multiple", "judgement"],
  truefalse: ["truefalse"],
  matching: ["matching"],
  short: ["fill-in", "short-text"],
  numeric: ["numeric"],
  essay: ["short-text", "task"],
};

/** The type that our comment names, where GIFT's answers can be of it. */
export function typeOfOurs(answers: GiftAnswers, ours: Record<string, unknown>): string | null {
  return FITTING[answers.kind].find((type) => type === ours.type) ?? null;
}
