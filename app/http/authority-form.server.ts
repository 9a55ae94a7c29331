import { z } from "zod";
import { badRequest } from "./refusals.server";

const key = z.string().regex(/^[0-9a-z]{1,40}$/);

/** What a form of this part sent: its values, or which fields say nothing that can be used; and what was typed, to be shown again. */
export interface ReadAuthority<T, F extends string> {
  value: T | null;
  wrong: F[];
  typed: Record<string, string>;
  /** values of the boxes that were ticked, by their name */
  ticked: (name: string) => string[];
  onceKey: string;
}

/** Reads a form by its schema; every field of the schema has a sentence of its own where it is wrong. @throws a 400 answer for forms of no page of ours */
export async function readAuthorityForm<S extends z.ZodObject>(
  request: Request,
  schema: S,
): Promise<ReadAuthority<z.output<S>, Extract<keyof z.output<S>, string>>> {
  const sent = await request.formData();
  const typed: Record<string, string> = {};
  for (const [name, value] of sent) if (typeof value === "string") typed[name] = value.slice(0, 5000);
  const onceKey = typed.onceKey ?? "";
  if (!key.safeParse(onceKey).success) throw badRequest();
  const ticked = (name: string) => sent.getAll(name).filter((value): value is string => typeof value === "string");
  const parsed = schema.safeParse(typed);
  if (parsed.success) return { value: parsed.data, wrong: [], typed, ticked, onceKey };
  const wrong = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
  return { value: null, wrong: [...wrong] as Extract<keyof z.output<S>, string>[], typed, ticked, onceKey };
}
