import { z } from "zod";
import { optionalTextValue } from "./form-values.server";
import { badRequest } from "./refusals.server";

const form = z.object({ note: optionalTextValue(4000) });

/** The note with which a task goes back; empty where there is none. @throws a 400 answer for what no page of ours sends */
export async function readReworkForm(request: Request): Promise<string> {
  const read = form.safeParse(Object.fromEntries(await request.formData()));
  if (!read.success) throw badRequest();
  return read.data.note ?? "";
}
