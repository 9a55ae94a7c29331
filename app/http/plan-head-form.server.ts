import { z } from "zod";
import type { PlanHead } from "~/domain/organisation/reorganisation-plan";
import { isCivilDate, readCivilDate } from "~/domain/time/civil-date";
import { dateValue, documentValue, optionalTextValue, textValue } from "./form-values.server";

export const HEAD_FIELDS = ["titleVi", "titleEn", "date", "document", "note"] as const;
export type HeadField = (typeof HEAD_FIELDS)[number];
export type HeadValues = Record<HeadField, string>;

/** No office of ours is older, and nobody plans for the next century. */
const EARLIEST = "1995-01-01";
const LATEST = "2099-12-31";

const headSchema = z.object({
  titleVi: textValue(200),
  titleEn: optionalTextValue(200),
  date: dateValue.refine((date) => date >= EARLIEST && date <= LATEST),
  document: documentValue,
  note: optionalTextValue(2000),
});

/** The head of a plan as a form sends it; the English title may be left out: then the Vietnamese one stands. */
export function readPlanHead(form: FormData): { head: PlanHead } | { wrong: HeadField[]; values: HeadValues } {
  const values = Object.fromEntries(HEAD_FIELDS.map((field) => [field, String(form.get(field) ?? "")])) as HeadValues;
  const parsed = headSchema.safeParse(values);
  if (!parsed.success) {
    const wrong = new Set(parsed.error.issues.map(({ path }) => path[0]));
    return {
      wrong: HEAD_FIELDS.filter((field) => wrong.has(field)),
      values: { ...values, date: shownDate(values.date) },
    };
  }
  const { titleVi, titleEn, date, document, note } = parsed.data;
  const title = { vi: titleVi, en: titleEn ?? titleVi };
  return { head: { title, date, document, ...(note !== null && { note }) } };
}

/** What a date field can show again: it takes no other form than this. */
function shownDate(text: string): string {
  return isCivilDate(text) ? text : (readCivilDate(text) ?? text);
}

export function valuesOfHead({ title, date, document, note }: PlanHead): HeadValues {
  const titleEn = title.en === title.vi ? "" : title.en;
  return { titleVi: title.vi, titleEn, date, document: document ?? "", note: note ?? "" };
}
