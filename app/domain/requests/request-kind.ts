import { z } from "zod";
import { keySchema } from "~/domain/course/key";
import type { Power } from "~/domain/permissions/role";
import { isCivilDate } from "~/domain/time/civil-date";

/** What a person can ask to have decided. */
export const REQUEST_KINDS = [
  "correct-record",
  "extend",
  "exempt",
  "contest-level",
  "appeal-mark",
  "more-attempt",
  "ask-trainer",
] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

export function isRequestKind(text: string): text is RequestKind {
  return (REQUEST_KINDS as readonly string[]).includes(text);
}

/** What of a record is wrong. Name, address and phone are put right by the approval itself; the rest by an act of its own. */
export const RECORD_FIELDS = ["name", "email", "phone", "post", "other"] as const;
export type RecordField = (typeof RECORD_FIELDS)[number];

const civilDate = z.string().refine(isCivilDate);

/** What is asked for, by kind; titles are looked up when it is shown. */
export const requestContentSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("correct-record"),
    field: z.enum(RECORD_FIELDS),
    value: z.string().min(1).max(200),
  }),
  z.strictObject({ kind: z.literal("extend"), programme: keySchema, until: civilDate }),
  /** `until` is the first day on which the duty would count again; null: for good */
  z.strictObject({ kind: z.literal("exempt"), programme: keySchema, until: civilDate.nullable() }),
  z.strictObject({ kind: z.literal("contest-level"), competency: keySchema, level: z.int().min(1).max(5) }),
  /** public id of the attempt, or of the work on a task */
  z.strictObject({
    kind: z.literal("appeal-mark"),
    attempt: z.string().min(1).max(40),
    what: z.literal("task").optional(),
  }),
  /** slug of the course whose exam allows no further attempt */
  z.strictObject({ kind: z.literal("more-attempt"), course: keySchema }),
  /** slug of the course the question is about; null: none in particular */
  z.strictObject({ kind: z.literal("ask-trainer"), course: keySchema.nullable() }),
]);
export type RequestContent = z.infer<typeof requestContentSchema>;

const DECIDED_BY: Record<RequestKind, Power> = {
  "correct-record": "decide-records",
  "contest-level": "decide-records",
  extend: "decide-duties",
  exempt: "decide-duties",
  "appeal-mark": "decide-appeals",
  "more-attempt": "manage-exams",
  "ask-trainer": "answer-questions",
};

/** The power that decides requests of a kind, over the unit in which the person serves. */
export function powerToDecide(kind: RequestKind): Power {
  return DECIDED_BY[kind];
}

/** The kinds that a power decides. */
export function kindsDecidedBy(power: Power): RequestKind[] {
  return REQUEST_KINDS.filter((kind) => DECIDED_BY[kind] === power);
}
