import { z } from "zod";
import { LOG_LANGUAGES, LOG_ROLES, type LogEntry } from "~/domain/practice-log/log-entry";
import { dateValue, optionalTextValue, textValue } from "./form-values.server";
import { badRequest } from "./refusals.server";

/** What can be wrong with the form; the page has a sentence for each, beside its field. */
export type LogFormProblem =
  | "competency"
  | "onDate"
  | "future"
  | "too-early"
  | "place"
  | "audience"
  | "people"
  | "role"
  | "language"
  | "link"
  | "note";

const ONCE_KEY = /^[0-9a-z]{16}$/;

const form = z.object({
  competency: z.string().min(1),
  onDate: dateValue,
  place: textValue(200),
  audience: textValue(200),
  people: z
    .string()
    .trim()
    .regex(/^\d{1,9}$/)
    .transform(Number),
  role: z.enum(LOG_ROLES),
  language: z.enum(LOG_LANGUAGES),
  link: optionalTextValue(500),
  note: optionalTextValue(1000),
});

export type ReadLogEntry =
  | { entry: LogEntry; onceKey: string; typed: Record<string, string> }
  | { entry: null; problems: LogFormProblem[]; typed: Record<string, string> };

/** The form of an entry of the practice log. @throws a 400 answer for what no page of ours sends */
export async function readLogEntry(request: Request): Promise<ReadLogEntry> {
  const typed = Object.fromEntries(
    [...(await request.formData())].filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
  const onceKey = typed.onceKey ?? "";
  if (!ONCE_KEY.test(onceKey)) throw badRequest();
  const read = form.safeParse(typed);
  if (read.success) return { entry: read.data, onceKey, typed };
  const problems = [...new Set(read.error.issues.map(({ path }) => String(path[0]) as LogFormProblem))];
  return { entry: null, problems, typed };
}

const act = z.object({
  act: z.enum(["confirm", "return", "withdraw"]),
  text: optionalTextValue(1000),
  onceKey: z.string().regex(ONCE_KEY),
});

/** What someone does with an entry. @throws a 400 answer for what no page of ours sends */
export async function readLogAct(request: Request): Promise<z.output<typeof act>> {
  const read = act.safeParse(Object.fromEntries(await request.formData()));
  if (!read.success) throw badRequest();
  return read.data;
}
