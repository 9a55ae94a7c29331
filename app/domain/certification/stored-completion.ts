import { z } from "zod";
import { civilDateSchema } from "~/domain/course/key";
import type { Completed } from "./completion";
import { leafSchema } from "./requirement";

/** By what the rules were met, as it is kept with a certificate or an eligibility. */
const storedSchema = z.object({
  completedOn: civilDateSchema,
  by: z.array(z.object({ requirement: leafSchema, refs: z.array(z.string()), on: civilDateSchema.nullable() })),
});
export type StoredCompletion = z.infer<typeof storedSchema>;

export function writeCompletion({ completedOn, by }: Pick<Completed, "completedOn" | "by">): string {
  return JSON.stringify({ completedOn, by } satisfies StoredCompletion);
}

/** Null where none is kept: what was issued before rules were written down with it. @throws ZodError when it is not one */
export function readCompletion(json: string | null): StoredCompletion | null {
  return json === null ? null : storedSchema.parse(JSON.parse(json));
}
