import { z } from "zod";
import { REQUEST_EVENTS } from "~/domain/requests/request-state";
import { optionalDateValue, optionalTextValue } from "./form-values.server";
import { badRequest } from "./refusals.server";

const form = z.object({
  event: z.enum(REQUEST_EVENTS),
  text: optionalTextValue(4000).transform((text) => text ?? ""),
  on: optionalDateValue.catch(null),
});

export type ReadEventForm = z.output<typeof form>;

/** What someone does with a request. @throws a 400 answer for what no page of ours sends */
export async function readEventForm(request: Request): Promise<ReadEventForm> {
  const read = form.safeParse(Object.fromEntries(await request.formData()));
  if (!read.success) throw badRequest();
  return read.data;
}
