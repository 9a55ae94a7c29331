import { z } from "zod";

const body = z.strictObject({
  fields: z.record(z.string().max(100), z.string().max(65_000)),
  clientKey: z.string().max(80),
});

/** What a page's script saves of a draft; null for what none of ours sends. */
export async function readDraftBody(request: Request): Promise<z.output<typeof body> | null> {
  const read = body.safeParse(await request.json().catch(() => null));
  return read.success ? read.data : null;
}
