import { readShownAnswer } from "~/domain/assessment/shown-answer";
import type { Save } from "~/models/assessment/save-responses.server";

/** Most items that a page can hold; a larger form is none of ours. */
const MOST_ITEMS = 200;

/** A page of answers as a plain form posts it, and where it goes next: an item, or "end". */
export interface ExamForm {
  saves: Save[];
  to: number | "end";
  perPage: number;
}

/** Reads `s<n>` what was shown, `a<n>` the options chosen, `f<n>` the flag, and `to`. Null when it is no such form. */
export function readExamForm(form: FormData): ExamForm | null {
  const numbers = [...form.keys()].flatMap((name) => /^s(\d{1,3})$/.exec(name)?.[1] ?? []).map(Number);
  const to = form.get("to");
  const perPage = Number(form.get("perPage"));
  const target = to === "end" ? "end" : Number(to);
  if (numbers.length > MOST_ITEMS || !Number.isInteger(perPage) || perPage < 1) return null;
  if (target !== "end" && (!Number.isInteger(target) || target < 1)) return null;
  const saves = numbers.map((item) => ({
    item,
    tokens: form.getAll(`a${item}`).map(String),
    flagged: form.get(`f${item}`) === "yes",
    clientKey: null,
    shown: readShownAnswer(String(form.get(`s${item}`))),
  }));
  return { saves, to: target, perPage };
}
