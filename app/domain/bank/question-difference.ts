import type { Question } from "../course/question";
import type { Language } from "../text/language";
import { decidesMarks, type Facet, type FacetValue, type Said, saidBy } from "./facets";

/** One thing that two versions of a question say differently; null: only one of them says it. */
export interface Difference {
  facet: Facet;
  /** place of the option, step … it concerns, from 1 */
  number: number | null;
  language: Language | null;
  before: FacetValue | null;
  after: FacetValue | null;
}

/** What a new version says differently, in the order of the new one; what only the old one said comes last. */
export function questionDifferences(before: Question, after: Question): Difference[] {
  const old = new Map(saidBy(before).map((said) => [nameOf(said), said]));
  const fresh = saidBy(after);
  const named = new Set(fresh.map(nameOf));
  const changed = fresh.flatMap((said) => {
    const was = old.get(nameOf(said)) ?? null;
    return was && sameValue(was.value, said.value) ? [] : [difference(said, was?.value ?? null, said.value)];
  });
  const gone = [...old.values()].filter((said) => !named.has(nameOf(said)));
  return [...changed, ...gone.map((said) => difference(said, said.value, null))];
}

const CHOOSABLE: ReadonlySet<Facet> = new Set(["option-text", "pair-left", "pair-right", "step-text"]);

/**
 * True where an answer could earn other marks by the new version: what decides them is different, or something that can be chosen
 * was added or taken away. Papers of the past may then have to be marked again.
 */
export function changesMarks(before: Question, after: Question): boolean {
  return questionDifferences(before, after).some(
    ({ facet, before: was, after: is }) =>
      decidesMarks(facet) || (CHOOSABLE.has(facet) && (was === null || is === null)),
  );
}

function difference(
  { facet, number, language }: Said,
  before: FacetValue | null,
  after: FacetValue | null,
): Difference {
  return { facet, number, language, before, after };
}

function nameOf({ facet, part, language }: Said): string {
  return `${facet}/${part ?? ""}/${language ?? ""}`;
}

function sameValue(a: FacetValue, b: FacetValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
