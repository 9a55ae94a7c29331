import { z } from "zod";
import type { DaySpan } from "~/domain/time/calendar-change";
import { isCivilDate, readCivilDate } from "~/domain/time/civil-date";
import { documentValue, optionalTextValue } from "./form-values.server";
import { badRequest } from "./refusals.server";

/** Rows of the form; more days are entered by sending it again. */
export const CALENDAR_ROWS = 6;

export type CalendarProblem = { field: string; problem: "date" | "name" | "document" | "note" };

export interface CalendarForm {
  typed: Record<string, string>;
  remove: string[];
  problems: CalendarProblem[];
  spans: (DaySpan & { row: number })[];
  document: string;
  note: string | null;
  once: string;
}

const nameValue = z.string().trim().min(1).max(100);

/** What was entered: spans of days, row by row; an empty row counts as none. @throws a 400 answer for a form that is none of ours */
export async function readCalendarForm(request: Request): Promise<CalendarForm> {
  const sent = await request.formData();
  const typed: Record<string, string> = {};
  for (const [name, value] of sent) if (typeof value === "string") typed[name] = value;
  const once = typed.once ?? "";
  const remove = sent.getAll("remove").map(String);
  if (!/^[0-9a-z]{1,40}$/.test(once) || remove.length > 400 || !remove.every(isCivilDate)) throw badRequest();
  const problems: CalendarProblem[] = [];
  const spans: CalendarForm["spans"] = [];
  for (let row = 0; row < CALENDAR_ROWS; row += 1) {
    const at = (name: string) => typed[`${name}-${row}`]?.trim() ?? "";
    if (at("from") + at("to") + at("vi") + at("en") === "") continue;
    const from = readCivilDate(at("from"));
    const to = at("to") === "" ? from : readCivilDate(at("to"));
    const vi = nameValue.safeParse(at("vi"));
    const en = nameValue.safeParse(at("en"));
    if (!from) problems.push({ field: `from-${row}`, problem: "date" });
    if (from && !to) problems.push({ field: `to-${row}`, problem: "date" });
    if (!vi.success) problems.push({ field: `vi-${row}`, problem: "name" });
    if (!en.success) problems.push({ field: `en-${row}`, problem: "name" });
    if (!from || !to || !vi.success || !en.success) continue;
    const kind = at("kind") === "working" ? "working" : "holiday";
    spans.push({ row, from, to, kind, name: { vi: vi.data, en: en.data } });
  }
  const document = documentValue.safeParse(typed.document ?? "");
  const note = optionalTextValue(500).safeParse(typed.note);
  if (!document.success) problems.push({ field: "document", problem: "document" });
  if (!note.success) problems.push({ field: "note", problem: "note" });
  return { typed, remove, problems, spans, document: document.data ?? "", note: note.data ?? null, once };
}
