import { z } from "zod";
import { competencyLevelSchema } from "~/domain/course/course";
import { civilDateSchema, keySchema } from "~/domain/course/key";
import type { CivilDate } from "~/domain/time/civil-date";

export const PROOF_KINDS = ["training", "language"] as const;
export type ProofKind = (typeof PROOF_KINDS)[number];

/** Who trains the staff beside this house: the bodies that the sources name, and others. */
export const PROVIDERS = [
  "mofa",
  "japanese-experts",
  "ilo",
  "issa",
  "world-bank",
  "giz",
  "jica",
  "koica",
  "abroad",
  "domestic",
  "other",
] as const;

export const TOPICS = [
  "foreign-information",
  "communication",
  "press",
  "protocol",
  "international-integration",
  "language",
  "service-ethics",
  "information-security",
  "social-policy",
  "digital",
  "other",
] as const;
export type Topic = (typeof TOPICS)[number];

export const LANGUAGES = ["en", "fr", "ja", "ko", "zh", "other"] as const;

/** The common European frame, which the national six-step frame follows step by step. */
export const LANGUAGE_LEVELS = ["A1", "A2", "B1", "B2", "C1", "C2"] as const;
export type LanguageLevel = (typeof LANGUAGE_LEVELS)[number];

/** A training is some hours of some days; more is a mistake of the keyboard. */
export const MOST_HOURS = 2000;

const name = z.string().trim().min(1).max(200);

export const trainingSchema = z
  .strictObject({
    kind: z.literal("training"),
    provider: z.enum(PROVIDERS),
    /** who it was, where the list does not say it */
    providerName: z.string().trim().max(200),
    topic: z.enum(TOPICS),
    title: name,
    /** lesson hours ("tiết"), quarters allowed */
    hours: z.number().min(0.25).max(MOST_HOURS).multipleOf(0.25),
    from: civilDateSchema,
    /** last day */
    to: civilDateSchema,
    place: name,
    /** last day on which it counts, where the paper says one */
    until: civilDateSchema.nullable(),
  })
  .refine(({ from, to }) => from <= to, { path: ["to"] })
  .refine(({ to, until }) => until === null || until >= to, { path: ["until"] })
  .refine(({ provider, providerName }) => provider !== "other" || providerName !== "", { path: ["providerName"] });
export type Training = z.infer<typeof trainingSchema>;

export const languageSchema = z
  .strictObject({
    kind: z.literal("language"),
    language: z.enum(LANGUAGES),
    level: z.enum(LANGUAGE_LEVELS),
    /** the exam or paper, and who gave it */
    title: name,
    takenOn: civilDateSchema,
    /** last day on which it counts, where the paper says one */
    until: civilDateSchema.nullable(),
  })
  .refine(({ takenOn, until }) => until === null || until >= takenOn, { path: ["until"] });
export type LanguageProof = z.infer<typeof languageSchema>;

/** What somebody learnt or proved outside this house, as they say it, or as it was verified. */
export const proofContent = z.union([trainingSchema, languageSchema]);
export type ProofContent = z.infer<typeof proofContent>;

/** What a verification adds: the levels that the training proves. A language says its level by itself. */
export const verifiedContent = z.strictObject({
  content: proofContent,
  levels: z.array(z.strictObject({ competency: keySchema, level: competencyLevelSchema })).max(10),
});
export type VerifiedContent = z.infer<typeof verifiedContent>;

/** The day from which it counts: the last of the training, that of the language exam. */
export function countsFrom(content: ProofContent): CivilDate {
  return content.kind === "training" ? content.to : content.takenOn;
}

/** The competency for which a language counts. */
export const LANGUAGE_COMPETENCY = "foreign-language";

/** Level 1 to 5 of that competency by the level of the language; null: below the first. */
export function competencyLevelOf(level: LanguageLevel): number | null {
  const place = LANGUAGE_LEVELS.indexOf(level);
  return place === 0 ? null : place;
}

/** The levels that a verified proof proves: a language says its own, of a training whoever verified it did. */
export function levelsProven({ content, levels }: VerifiedContent): VerifiedContent["levels"] {
  if (content.kind === "training") return levels;
  const level = competencyLevelOf(content.level);
  return level === null ? [] : [{ competency: LANGUAGE_COMPETENCY, level }];
}

/** True where one level of a language is at least another. */
export function reachesLevel(level: LanguageLevel, asked: LanguageLevel): boolean {
  return LANGUAGE_LEVELS.indexOf(level) >= LANGUAGE_LEVELS.indexOf(asked);
}
