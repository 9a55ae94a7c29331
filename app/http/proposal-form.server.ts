import { z } from "zod";
import { optionalTextValue } from "./form-values.server";
import { badRequest } from "./refusals.server";

const form = z.object({
  act: z.enum(["propose", "withdraw", "return", "reject", "approve"]),
  text: optionalTextValue(2000).transform((text) => text ?? ""),
  seen: z.coerce.number().int().min(0),
  once: z.string().regex(/^[0-9a-z]{1,40}$/),
});

/** What someone does with a proposal. @throws a 400 answer for what no page of ours sends */
export async function readProposalForm(request: Request): Promise<z.output<typeof form>> {
  const read = form.safeParse(Object.fromEntries(await request.formData()));
  if (!read.success) throw badRequest();
  return read.data;
}

const retirement = z.object({
  reason: optionalTextValue(2000).transform((text) => text ?? ""),
  once: z.string().regex(/^[0-9a-z]{1,40}$/),
});

/** Why a question should be drawn no more. @throws a 400 answer for what no page of ours sends */
export async function readRetirementForm(request: Request): Promise<z.output<typeof retirement>> {
  const read = retirement.safeParse(Object.fromEntries(await request.formData()));
  if (!read.success) throw badRequest();
  return read.data;
}
