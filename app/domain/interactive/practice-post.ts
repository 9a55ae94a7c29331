import { z } from "zod";
import { byteLength, LARGEST_STATE_BYTES, LARGEST_STATEMENT_BYTES } from "./practice-limits";
import { statementSchema } from "./statement";

/** What the page around an activity sends: the activity's state (JSON text of the package's own), or a statement. */
const practicePostSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("state"),
    /** of the package that has this state: the page may be older than the viewer's language */
    packageHash: z.string().regex(/^[0-9a-f]{64}$/),
    state: z.string().refine(isJson, "not JSON"),
  }),
  z.object({ kind: z.literal("statement"), clientKey: z.uuid(), statement: statementSchema }),
]);

export type PracticePost = z.infer<typeof practicePostSchema>;

export type ReadPost = { ok: true; post: PracticePost } | { ok: false; problem: "malformed" | "too-large" };

/** Reads the text of a post. Too large wins over malformed: what is too large is not looked at. */
export function readPracticePost(text: string): ReadPost {
  const given = parse(text);
  if (isTooLarge(given)) return { ok: false, problem: "too-large" };
  const read = practicePostSchema.safeParse(given);
  return read.success ? { ok: true, post: read.data } : { ok: false, problem: "malformed" };
}

function isTooLarge(given: unknown): boolean {
  const { state, statement } = (given ?? {}) as { state?: unknown; statement?: unknown };
  if (typeof state === "string" && byteLength(state) > LARGEST_STATE_BYTES) return true;
  return statement !== undefined && byteLength(JSON.stringify(statement)) > LARGEST_STATEMENT_BYTES;
}

function isJson(text: string): boolean {
  return parse(text) !== undefined;
}

/** The value, or undefined where the text is no JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
