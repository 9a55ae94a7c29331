import { z } from "zod";
import { now } from "~/config/clock.server";
import { ACT_REASONS, MOST_MINUTES } from "~/domain/assessment/attempt-acts";
import type { ActOrder } from "~/models/assessment/act-order.server";
import { optionalTextValue } from "./form-values.server";
import { badRequest } from "./refusals.server";

/** Fields of an act on an attempt that can be wrong; the page has a sentence for each. */
export const ACT_FIELDS = ["minutes", "reason", "words", "document"] as const;
export type ActField = (typeof ACT_FIELDS)[number];

const common = z.object({
  reason: z.enum(ACT_REASONS),
  words: optionalTextValue(500).transform((text) => text ?? ""),
  document: optionalTextValue(200),
});
const onceKey = z.string().regex(/^[0-9a-z]{1,40}$/);
const minutesOf = z
  .string()
  .trim()
  .regex(/^\d{1,3}$/)
  .transform(Number)
  .pipe(z.int().min(1).max(MOST_MINUTES));

export interface ReadAct {
  order: ActOrder | null;
  /** 0 where the act has none */
  minutes: number;
  wrong: ActField[];
  typed: Record<string, string>;
  sent: FormData;
}

/**
 * The form of an act: minutes where it gives some, the reason, words that are owed for "other", an optional document.
 * @throws a 400 answer where what no one types is missing
 */
export async function readActForm(request: Request, { minutes: asked }: { minutes: boolean }): Promise<ReadAct> {
  const sent = await request.formData();
  const typed = Object.fromEntries(
    [...sent].filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
  const key = onceKey.safeParse(typed.onceKey);
  if (!key.success) throw badRequest();
  const read = common.safeParse(typed);
  const minutes = minutesOf.safeParse(typed.minutes ?? "");
  const wrong = new Set<ActField>();
  if (asked && !minutes.success) wrong.add("minutes");
  for (const { path } of read.error?.issues ?? []) wrong.add(path[0] as ActField);
  if (read.data?.reason === "other" && read.data.words === "") wrong.add("words");
  const problems = ACT_FIELDS.filter((field) => wrong.has(field));
  if (problems.length > 0 || !read.success) return { order: null, minutes: 0, wrong: problems, typed, sent };
  const { reason: kind, words, document } = read.data;
  return {
    order: { why: { kind, words }, document, onceKey: key.data, at: now() },
    minutes: minutes.data ?? 0,
    wrong: [],
    typed,
    sent,
  };
}
