import { z } from "zod";
import { now } from "~/config/clock.server";
import { EMPLOYMENTS, END_REASONS, POSTING_KINDS } from "~/domain/people/people-batch";
import type { PersonnelProblem } from "~/domain/people/personnel-acts";
import type { StaffingChange } from "~/domain/people/personnel-changes";
import type { Viewer } from "~/domain/permissions/viewer";
import { addDays, type CivilDate } from "~/domain/time/civil-date";
import { NotInScope, type PersonnelOrder, PersonnelRefused } from "~/models/people/carry-out-personnel-acts.server";
import { dateValue, documentValue, optionalDateValue, optionalTextValue, textValue } from "./form-values.server";
import { badRequest, notFound } from "./refusals.server";

const key = z.string().regex(/^[0-9a-z]{1,40}$/);

/** Carried by every form: the order's key, and the newest change when the form was shown. */
const hidden = { onceKey: key, seen: z.coerce.number().int().min(0) };
const ordered = { document: documentValue, note: optionalTextValue(500) };

/** The last day of a term, as people say it; what is stored is the day after. */
const lastDay = optionalDateValue.transform((day) => (day === null ? null : addDays(day, 1)));
const flag = z
  .literal("1")
  .optional()
  .transform((text) => text === "1");

export const appointForm = z.object({
  ...hidden,
  ...ordered,
  person: textValue(100),
  kind: z.enum(POSTING_KINDS),
  from: dateValue,
  lastDay,
  reason: z.enum(END_REASONS).optional(),
  handover: flag,
});
export const endForm = z.object({ ...hidden, ...ordered, on: dateValue, reason: z.enum(END_REASONS) });
export const correctForm = z.object({
  ...hidden,
  ...ordered,
  decision: optionalTextValue(200),
  from: dateValue,
  lastDay,
});
export const newPostForm = z.object({
  ...hidden,
  ...ordered,
  position: z.string().regex(/^[a-z0-9-]{1,80}$/),
  oneStop: flag,
  deputy: flag,
  from: dateValue,
  lastDay,
});
export const flagForm = z.object({ ...hidden, ...ordered, oneStop: flag, deputy: flag, on: dateValue });
export const closeForm = z.object({ ...hidden, ...ordered, on: dateValue });
export const registerForm = z.object({
  ...hidden,
  ...ordered,
  // in capitals, as logins look for it
  staffCode: textValue(40).transform((text) => text.toUpperCase()),
  fullName: textValue(200),
  employment: z.enum(EMPLOYMENTS),
  workEmail: optionalTextValue(200).pipe(z.email().nullable()),
  workPhone: optionalTextValue(40),
  from: dateValue,
  lastDay,
});

export interface ReadStaffing<T> {
  value: T | null;
  /** fields that say nothing that can be used */
  wrong: string[];
  /** as it was typed, to be shown again */
  typed: Record<string, string>;
  /** postings that end with the act, by public id: the boxes that were ticked */
  ends: string[];
}

/** @throws a 400 answer where what no one types is missing */
export async function readStaffing<T>(request: Request, schema: z.ZodType<T>): Promise<ReadStaffing<T>> {
  const sent = await request.formData();
  const typed: Record<string, string> = {};
  for (const [name, value] of sent) if (typeof value === "string") typed[name] = value;
  const ends = sent.getAll("end").filter((each): each is string => key.safeParse(each).success);
  // of several people who answer to a name the one that was picked
  const parsed = schema.safeParse({ ...typed, person: typed.personCode || (typed.person ?? "") });
  if (parsed.success) return { value: parsed.data, wrong: [], typed, ends };
  const wrong = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))];
  if (wrong.includes("onceKey") || wrong.includes("seen")) throw badRequest();
  return { value: null, wrong, typed, ends };
}

/** The change that the page before has recorded, as its address names it. */
export function readChangeId(request: Request): number | null {
  const given = new URL(request.url).searchParams.get("change") ?? "";
  return /^\d{1,9}$/.test(given) ? Number(given) : null;
}

/** The change that a form asks for. */
export function orderOf(
  viewer: Viewer,
  kind: StaffingChange,
  effective: CivilDate,
  form: { onceKey: string; seen: number; document: string; note: string | null },
): PersonnelOrder {
  const { onceKey, seen, document, note } = form;
  return { kind, at: now(), actorId: viewer.accountId, document, note, effective, onceKey, seen };
}

/** What came of an act: done, or the problems that stand in the way. @throws a 404 answer where it lies out of scope */
export async function orProblems<T>(
  act: Promise<T>,
): Promise<{ done: T; problems: null } | { done: null; problems: PersonnelProblem[] }> {
  try {
    return { done: await act, problems: null };
  } catch (error) {
    if (error instanceof PersonnelRefused) return { done: null, problems: [...error.problems] };
    if (error instanceof NotInScope) throw notFound();
    throw error;
  }
}
