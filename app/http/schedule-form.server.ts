import { z } from "zod";
import { FILE_FORMATS } from "~/domain/exports/report-file";
import { PERIODS } from "~/domain/schedules/due-day";
import { textValue } from "./form-values.server";
import { badRequest } from "./refusals.server";

const form = z.object({
  name: textValue(120),
  person: textValue(100),
  address: textValue(500),
  format: z.enum(FILE_FORMATS),
  period: z.enum(PERIODS),
});

export type ScheduleField = keyof z.infer<typeof form>;

/** What the form of a scheduled report sent: its values, or which fields say nothing that can be used; and what was typed. */
export async function readScheduleForm(request: Request): Promise<{
  value: z.infer<typeof form> | null;
  wrong: ScheduleField[];
  typed: Record<string, string>;
  onceKey: string;
}> {
  const sent = await request.formData();
  const typed: Record<string, string> = {};
  for (const [name, value] of sent) if (typeof value === "string") typed[name] = value;
  const onceKey = typed.onceKey ?? "";
  if (!/^[0-9a-z]{1,40}$/.test(onceKey)) throw badRequest();
  const parsed = form.safeParse({ ...typed, person: typed.personCode || (typed.person ?? "") });
  if (parsed.success) return { value: parsed.data, wrong: [], typed, onceKey };
  const wrong = [...new Set(parsed.error.issues.map((issue) => issue.path[0] as ScheduleField))];
  return { value: null, wrong, typed, onceKey };
}
