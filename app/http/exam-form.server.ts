import type { Save } from "~/models/assessment/save-responses.server";
import { readAnswerFields } from "./answer-fields.server";

/** A page of answers as a plain form posts it, and where it goes next: an item, or "end". */
export interface ExamForm {
  saves: Save[];
  to: number | "end";
  perPage: number;
}

/** Reads the answers, `to` and `perPage`. Null when it is no such form. */
export function readExamForm(form: FormData): ExamForm | null {
  const to = form.get("to");
  const perPage = Number(form.get("perPage"));
  const target = to === "end" ? "end" : Number(to);
  const answers = readAnswerFields(form);
  if (!answers || !Number.isInteger(perPage) || perPage < 1) return null;
  if (target !== "end" && (!Number.isInteger(target) || target < 1)) return null;
  return { saves: answers.map((answer) => ({ ...answer, clientKey: null })), to: target, perPage };
}
