import type { AnswerValue } from "./answer-value";

/**
 * How the fields of a question carry its answer. "tokens": a<n> once or more (choices); "order": a<n>.<token> holds the place of
 * each step; "pairs": a<n>.<name> holds a text or a token each (matching, gaps, number and unit); "text": a<n>.
 */
export const FIELD_KINDS = ["tokens", "order", "pairs", "text"] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

export const fieldName = (item: number, part?: string) => (part === undefined ? `a${item}` : `a${item}.${part}`);
export const flagName = (item: number) => `f${item}`;
export const shownName = (item: number) => `s${item}`;

/** The item that a field belongs to; null for other fields of the form. */
export function itemOfField(name: string): number | null {
  const number = /^[af](\d{1,4})(?:\.|$)/.exec(name)?.[1];
  return number === undefined ? null : Number(number);
}

/**
 * The answer that a form holds for an item, raw: whether the paper has such parts is not looked at. A place that was given twice, or to some steps only, still makes an order: those with
 * the same place, and at the end those without one, keep the order in which they were shown. No place at all is no answer.
 */
export function readFormAnswer(form: FormData, item: number, kind: FieldKind): AnswerValue {
  switch (kind) {
    case "tokens":
      return form.getAll(fieldName(item)).map(String);
    case "text":
      return String(form.get(fieldName(item)) ?? "");
    case "pairs":
      return Object.fromEntries(partsOf(form, item).filter(([, value]) => value.trim() !== ""));
    case "order":
      return orderOf(partsOf(form, item));
  }
}

/** The fields a<n>.<part> in the order of the form. */
function partsOf(form: FormData, item: number): [string, string][] {
  const start = fieldName(item, "");
  const parts: [string, string][] = [];
  for (const [name, value] of form) if (name.startsWith(start)) parts.push([name.slice(start.length), String(value)]);
  return parts;
}

function orderOf(places: readonly [string, string][]): string[] {
  if (places.every(([, place]) => place === "")) return [];
  const placed = places.map(([token, place]) => ({ token, place: Number(place) || Number.POSITIVE_INFINITY }));
  return placed.sort((a, b) => (a.place === b.place ? 0 : a.place - b.place)).map(({ token }) => token);
}
