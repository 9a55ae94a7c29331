import { z } from "zod";
import { readAppealed } from "~/domain/requests/appealed";
import { RECORD_FIELDS, REQUEST_KINDS, type RequestContent } from "~/domain/requests/request-kind";
import type { NewRequest } from "~/models/requests/raise-request.server";
import { dateValue, optionalDateValue, textValue } from "./form-values.server";
import { readProofUpload, textFields, uploadedProof } from "./proof-upload.server";
import { badRequest } from "./refusals.server";

/** What can be wrong with the form; the page has a sentence for each, beside its field. */
export const REQUEST_FORM_PROBLEMS = [
  "text",
  "value",
  "field",
  "programme",
  "until",
  "competency",
  "level",
  "attempt",
  "course",
  "proofKind",
  "proofSize",
  "proofCount",
] as const;
export type RequestFormProblem = (typeof REQUEST_FORM_PROBLEMS)[number];

export type ReadRequestForm =
  | { request: NewRequest; problems: [] }
  | { request: null; problems: RequestFormProblem[]; typed: Record<string, string> };

const chosen = z.string().min(1);
const contents = {
  "correct-record": z.object({ field: z.enum(RECORD_FIELDS), value: textValue(200) }),
  extend: z.object({ programme: chosen, until: dateValue }),
  exempt: z.object({ programme: chosen, until: optionalDateValue }),
  "contest-level": z.object({ competency: chosen, level: z.coerce.number().int().min(1).max(5) }),
  "appeal-mark": z.object({ attempt: chosen }).transform(({ attempt }) => readAppealed(attempt)),
  "more-attempt": z.object({ course: chosen }),
  "ask-trainer": z.object({ course: z.string().transform((slug) => slug || null) }),
} as const;

const frame = z.object({ kind: z.enum(REQUEST_KINDS), onceKey: z.string().regex(/^[0-9a-z]{16}$/) });

/** The form of a new request with its files. @throws a 400 answer for what no page of ours sends */
export async function readRequestForm(request: Request): Promise<ReadRequestForm> {
  const form = await readProofUpload(request);
  if (form === null) return { request: null, problems: ["proofSize"], typed: {} };
  const fields = textFields(form);
  const framed = frame.safeParse(fields);
  if (!framed.success) throw badRequest();
  const { kind, onceKey } = framed.data;
  const content = contents[kind].safeParse(fields);
  const text = textValue(4000).safeParse(fields.text);
  const proof = await uploadedProof(form);
  const wrong = content.success ? [] : content.error.issues.map(({ path }) => String(path[0]) as RequestFormProblem);
  const problems = [...new Set([...wrong, ...(text.success ? [] : (["text"] as const)), ...proof.problems])];
  if (problems.length > 0 || !content.success || !text.success) return { request: null, problems, typed: fields };
  return {
    request: {
      content: { kind, ...content.data } as RequestContent,
      text: text.data,
      proof: proof.files,
      onceKey,
    },
    problems: [],
  };
}
