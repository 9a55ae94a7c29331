import { z } from "zod";
import { bilingualSchema } from "~/domain/text/bilingual";

// a letter, "/" or "!" after "<" is how HTML would read a tag; "< 5" stays plain text
const plain = z.string().refine((text) => !/<[a-z/!]/i.test(text), "plain text only, no HTML");
const filled = plain.refine((text) => text.trim() !== "", "the text is empty");

function distinct(texts: readonly string[]): boolean {
  return new Set(texts.map((text) => text.trim())).size === texts.length;
}

const singleChoice = z.strictObject({
  intro: plain,
  items: z
    .array(
      z
        .strictObject({
          question: filled,
          options: z.array(filled).min(3).max(4).refine(distinct, "two options say the same"),
          correct: z.int().min(0),
          feedback: plain,
        })
        .refine(({ correct, options }) => correct < options.length, {
          path: ["correct"],
          message: "“correct” counts the options from 0",
        }),
    )
    .min(3)
    .max(6),
});

const trueFalse = z.strictObject({
  intro: plain,
  items: z
    .array(z.strictObject({ statement: filled, correct: z.boolean(), feedback: plain }))
    .min(4)
    .max(8),
});

const fillBlanks = z.strictObject({
  intro: plain,
  lines: z
    .array(filled.refine(hasBlanks, "a line has one or more blanks between stars, “/” parts their variants"))
    .min(3)
    .max(8),
  feedback: plain,
});

const ordering = z.strictObject({
  intro: plain,
  items: z.array(filled).min(3).max(7).refine(distinct, "two steps say the same"),
  feedback: plain,
});

/** The content of an H5P activity, by the library that plays it. */
export const ACTIVITY_CONTENT = {
  "CauNoi.SingleChoice": singleChoice,
  "CauNoi.TrueFalse": trueFalse,
  "CauNoi.FillBlanks": fillBlanks,
  "CauNoi.Ordering": ordering,
} as const;

export type ActivityLibrary = keyof typeof ACTIVITY_CONTENT;
export type ActivityContent = z.infer<(typeof ACTIVITY_CONTENT)[ActivityLibrary]>;

const libraries = Object.keys(ACTIVITY_CONTENT) as ActivityLibrary[];

/** activity.yaml */
export const activityManifestSchema = z.strictObject({
  library: z.enum(libraries, `a library is one of ${libraries.join(", ")}`),
  title: bilingualSchema,
});
export type ActivityManifest = z.infer<typeof activityManifestSchema>;

/** Stars come in pairs with something between them; "\*" and "\/" belong to the text. */
function hasBlanks(line: string): boolean {
  const parts = line.replace(/\\[*/]/g, "·").split("*");
  if (parts.length < 3 || parts.length % 2 === 0) return false;
  return parts.every((part, index) => index % 2 === 0 || part.split("/").every((variant) => variant.trim() !== ""));
}
