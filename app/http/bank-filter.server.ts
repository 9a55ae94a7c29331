import { z } from "zod";
import { PURPOSES } from "~/domain/bank/bank-check";
import type { Difficulty } from "~/domain/course/question";
import { QUESTION_TYPES } from "~/domain/course/question-type";
import type { BankFilter } from "~/models/bank/bank-list.server";
import { badRequest } from "./refusals.server";

const key = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80);

const filter = z.object({
  text: z.string().max(200),
  tag: key.nullable(),
  competency: key.nullable(),
  difficulty: z
    .enum(["1", "2", "3"])
    .transform((value) => Number(value) as Difficulty)
    .nullable(),
  type: z.enum(QUESTION_TYPES).nullable(),
  status: z.enum(["active", "retired"]).nullable(),
  purpose: z.enum(PURPOSES).nullable(),
  stale: z.boolean(),
  page: z.coerce.number().int().min(1).max(10_000),
});

/** Which questions an address asks for; empty parts count as left out. @throws a 400 answer where a part is none of ours */
export function readBankFilter(request: Request): BankFilter {
  const { searchParams } = new URL(request.url);
  const given = (name: string) => searchParams.get(name) || null;
  const read = filter.safeParse({
    text: given("q") ?? "",
    tag: given("tag"),
    competency: given("competency"),
    difficulty: given("difficulty"),
    type: given("type"),
    status: given("status"),
    purpose: given("purpose"),
    stale: given("stale") === "yes",
    page: given("page") ?? 1,
  });
  if (!read.success) throw badRequest();
  return read.data;
}

/** The same as an address, without what is left out. */
export function bankFilterQuery(filter: BankFilter): string {
  const { text, tag, competency, difficulty, type, status, purpose, stale } = filter;
  const parts = Object.entries({
    q: text,
    tag,
    competency,
    difficulty,
    type,
    status,
    purpose,
    stale: stale ? "yes" : "",
  });
  const said = parts.flatMap(([name, value]) => (value ? [[name, String(value)]] : []));
  return new URLSearchParams(said).toString();
}
