import { z } from "zod";
import {
  languageSchema,
  type ProofContent,
  type ProofKind,
  trainingSchema,
  type VerifiedContent,
} from "~/domain/proofs/outside-proof";
import type { ProofProblem } from "~/domain/proofs/proof-problem";
import { readCivilDate } from "~/domain/time/civil-date";
import type { ProofDecision } from "~/models/proofs/decide-proof.server";
import type { HandedIn } from "~/models/proofs/submit-proof.server";
import { optionalTextValue } from "./form-values.server";
import { readProofUpload, textFields, uploadedProof } from "./proof-upload.server";
import { badRequest } from "./refusals.server";

const text = (value: string | undefined) => optionalTextValue(200).safeParse(value).data ?? "";
/** As people here write it, or as a browser sends it; what is no date is refused by the schema. */
const date = (value: string | undefined) => readCivilDate(value ?? "") ?? "";
const endDate = (value: string | undefined) => ((value ?? "").trim() === "" ? null : date(value));
/** "1,5" and "1.5" */
const number = (value: string | undefined) => Number((value ?? "").trim().replace(",", ".") || Number.NaN);

/** What the fields say, whether or not it can be so. */
function said(kind: ProofKind, fields: Record<string, string>): unknown {
  const common = { kind, title: text(fields.title), until: endDate(fields.until) };
  if (kind === "language") {
    return { ...common, language: fields.language, level: fields.level, takenOn: date(fields.takenOn) };
  }
  return {
    ...common,
    provider: fields.provider,
    providerName: text(fields.providerName),
    topic: fields.topic,
    hours: number(fields.hours),
    from: date(fields.from),
    to: date(fields.to),
    place: text(fields.place),
  };
}

/** What a proof claims, or what is verified of it. */
export function readProofContent(
  kind: ProofKind,
  fields: Record<string, string>,
): { content: ProofContent; problems: [] } | { content: null; problems: ProofProblem[] } {
  const read = (kind === "training" ? trainingSchema : languageSchema).safeParse(said(kind, fields));
  if (read.success) return { content: read.data, problems: [] };
  const problems = read.error.issues.map(({ path }) => String(path[0]) as ProofProblem);
  return { content: null, problems: [...new Set(problems)] };
}

export type ReadOutsideProof =
  | { handedIn: HandedIn; problems: [] }
  | { handedIn: null; problems: ProofProblem[]; typed: Record<string, string> };

const onceKeyOf = z.string().regex(/^[0-9a-z]{16}$/);

/** The form of a proof with its files. `filesNeeded`: at least one must come along. @throws a 400 answer for what no page of ours sends */
export async function readOutsideProof(
  request: Request,
  kind: ProofKind,
  filesNeeded: boolean,
): Promise<ReadOutsideProof> {
  const form = await readProofUpload(request);
  if (form === null) return { handedIn: null, problems: ["proofSize"], typed: {} };
  const typed = textFields(form);
  const onceKey = onceKeyOf.safeParse(typed.onceKey);
  if (!onceKey.success) throw badRequest();
  const proof = await uploadedProof(form);
  const { content, problems: wrong } = readProofContent(kind, typed);
  const missing = filesNeeded && proof.files.length === 0 && proof.problems.length === 0 ? ["proofKind" as const] : [];
  const problems = [...wrong, ...proof.problems, ...missing];
  if (content === null || problems.length > 0) return { handedIn: null, problems: [...new Set(problems)], typed };
  return { handedIn: { content, files: proof.files, onceKey: onceKey.data }, problems: [] };
}

/** So many levels can be said of one training. */
export const MOST_LEVELS = 3;

/** The form of a decision. Null where what was typed as verified cannot be so. */
export async function readProofDecision(
  request: Request,
  kind: ProofKind,
): Promise<
  | { decision: ProofDecision; problems: [] }
  | { decision: null; problems: ProofProblem[]; typed: Record<string, string> }
> {
  const typed = textFields(await request.formData());
  const words = optionalTextValue(1000).safeParse(typed.text).data ?? "";
  const event = z.enum(["returned", "verified", "refused", "withdrawn", "revoked"]).safeParse(typed.event);
  if (!event.success) throw badRequest();
  if (event.data !== "verified") return { decision: { kind: event.data, text: words }, problems: [] };
  const { content, problems } = readProofContent(kind, typed);
  if (content === null) return { decision: null, problems, typed };
  return { decision: { kind: "verified", text: words, verified: { content, levels: levelsIn(typed) } }, problems: [] };
}

function levelsIn(typed: Record<string, string>): VerifiedContent["levels"] {
  const levels = Array.from({ length: MOST_LEVELS }, (_, place) => ({
    competency: typed[`competency${place}`] ?? "",
    level: Number(typed[`level${place}`]),
  })).filter(({ competency, level }) => competency !== "" && Number.isInteger(level) && level >= 1 && level <= 5);
  // a competency named twice counts by its highest level
  const highest = new Map<string, number>();
  for (const { competency, level } of levels) highest.set(competency, Math.max(level, highest.get(competency) ?? 0));
  return [...highest].map(([competency, level]) => ({ competency, level }));
}
