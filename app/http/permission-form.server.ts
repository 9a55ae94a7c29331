import { z } from "zod";
import { isPower, isRole, type Power, type Role } from "~/domain/permissions/role";
import { addDays, type CivilDate } from "~/domain/time/civil-date";
import { dateValue, documentValue, optionalDateValue, optionalTextValue, textValue } from "./form-values.server";
import { badRequest } from "./refusals.server";

const key = z.string().regex(/^[0-9a-z]{1,40}$/);

const shared = {
  person: textValue(100),
  unit: key,
  from: dateValue,
  document: documentValue,
  note: optionalTextValue(500),
};
const grantForm = z.object({
  ...shared,
  role: z
    .string()
    .refine(isRole)
    .transform((text) => text as Role),
  lastDay: optionalDateValue,
});
const loanForm = z.object({
  ...shared,
  power: z
    .string()
    .refine(isPower)
    .transform((text) => text as Power),
  lastDay: dateValue,
});
const endingForm = z.object({ on: dateValue, document: documentValue, note: optionalTextValue(500) });

export type FormField = "person" | "role" | "power" | "unit" | "from" | "lastDay" | "on" | "document" | "note";

/** What a form sent: its values, or which fields say nothing that can be used; and what was typed, to be shown again. */
export interface ReadForm<T> {
  value: T | null;
  wrong: FormField[];
  typed: Record<string, string>;
  onceKey: string;
}

export const readGrantForm = (request: Request) => read(request, grantForm);
export const readLoanForm = (request: Request) => read(request, loanForm);
export const readEndingForm = (request: Request) => read(request, endingForm);

async function read<T>(request: Request, schema: z.ZodType<T>): Promise<ReadForm<T>> {
  const sent = await request.formData();
  const typed: Record<string, string> = {};
  for (const [name, value] of sent) if (typeof value === "string") typed[name] = value;
  const onceKey = typed.onceKey ?? "";
  if (!key.safeParse(onceKey).success) throw badRequest();
  // of several people who answer to a name the one that was picked
  const parsed = schema.safeParse({ ...typed, person: typed.personCode || (typed.person ?? "") });
  if (parsed.success) return { value: parsed.data, wrong: [], typed, onceKey };
  const wrong = new Set(parsed.error.issues.map((issue) => issue.path[0] as FormField));
  return { value: null, wrong: [...wrong], typed, onceKey };
}

/** A permission to the end of a day no longer counts on the next one. */
export function untilAfter(lastDay: CivilDate | null): CivilDate | null {
  return lastDay === null ? null : addDays(lastDay, 1);
}
