import { z } from "zod";
import { bilingualSchema } from "~/domain/text/bilingual";
import { citationSchema } from "./citation";
import { civilDateSchema, keySchema } from "./key";

export const TRACKS = ["communication", "foreign-information", "service-ethics", "onboarding"] as const;
export const trackSchema = z.enum(TRACKS, `a track is one of ${TRACKS.join(", ")}`);
export type Track = z.infer<typeof trackSchema>;

/** material: people should learn it again; minor: they need not */
export const changeKindSchema = z.enum(["material", "minor"]);
export type ChangeKind = z.infer<typeof changeKindSchema>;

export const competencyLevelSchema = z.int().min(1).max(5);

const ownLessonSchema = z.strictObject({
  key: keySchema,
  minutes: z.int().positive(),
  title: bilingualSchema,
  goal: bilingualSchema,
  citations: z.array(citationSchema),
  activity: keySchema.optional(),
});
export type OwnLesson = z.infer<typeof ownLessonSchema>;

const drawnLessonSchema = z.strictObject({
  key: keySchema,
  from: z.strictObject({ course: keySchema, lesson: keySchema }),
});
/** A lesson whose text, minutes, citations and activity come from another course. */
export type DrawnLesson = z.infer<typeof drawnLessonSchema>;

// chosen by hand, because a union reports only that neither shape fits
const lessonSchema = z.unknown().transform((value, context): OwnLesson | DrawnLesson => {
  const drawn = typeof value === "object" && value !== null && "from" in value;
  const parsed = (drawn ? drawnLessonSchema : ownLessonSchema).safeParse(value);
  if (parsed.success) return parsed.data;
  for (const { message, path } of parsed.error.issues) {
    context.addIssue({ code: "custom", message, path: [...path], input: value });
  }
  return z.NEVER;
});

export function isDrawn(lesson: OwnLesson | DrawnLesson): lesson is DrawnLesson {
  return "from" in lesson;
}

const evidenceSchema = z.strictObject({ competency: keySchema, level: competencyLevelSchema });
/** What a pass of the course's exam proves. */
export type ProvenLevel = z.infer<typeof evidenceSchema>;

/** course.yaml */
export const courseManifestSchema = z
  .strictObject({
    slug: keySchema,
    track: trackSchema,
    version: z.string().min(1),
    change: changeKindSchema,
    valid_from: civilDateSchema,
    review_by: civilDateSchema,
    title: bilingualSchema,
    summary: bilingualSchema,
    audience: bilingualSchema,
    lessons: z.array(lessonSchema).min(4, "a course has four lessons or more"),
    evidence: z.array(evidenceSchema),
  })
  .refine(({ valid_from, review_by }) => valid_from < review_by, {
    path: ["review_by"],
    message: "the review comes after valid_from",
  });
export type CourseManifest = z.infer<typeof courseManifestSchema>;
