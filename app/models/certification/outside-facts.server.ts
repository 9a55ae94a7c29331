import { z } from "zod";
import type { PersonFacts } from "~/domain/certification/completion";
import type { Rows } from "~/models/database.server";
import { recordsOf } from "~/models/people/records-of.server";

const day = z.string().min(10);

/** As HR verified it: that alone counts, whatever was claimed. Other words of the content are not for the rules. */
const verifiedTraining = z.object({ topic: z.string(), hours: z.number(), from: day, until: day.nullable() });
const verifiedLanguage = z.object({ language: z.string(), level: z.string(), from: day, until: day.nullable() });

/** Training and languages from outside whose last word is "verified". */
export async function outsideFacts(
  client: Pick<Rows, "$queryRaw">,
  personId: number,
): Promise<Pick<PersonFacts, "trainings" | "languages">> {
  const rows = await client.$queryRaw<{ id: bigint; kind: string; content: string | null }[]>`
    SELECT p.id, p.kind, e.content FROM outside_proof p
    JOIN outside_proof_event e ON e.id = (SELECT MAX(id) FROM outside_proof_event WHERE proof_id = p.id)
    WHERE p.person_id IN ${recordsOf(personId)} AND e.kind = 'verified' ORDER BY p.id`;
  const of = <T extends object>(kind: string, schema: z.ZodType<T>) =>
    rows
      .filter((row) => row.kind === kind)
      .flatMap(({ id, content }) => {
        const read = schema.safeParse(JSON.parse(content ?? "null"));
        return read.success ? [{ ...read.data, proofId: Number(id) }] : [];
      });
  return { trainings: of("training", verifiedTraining), languages: of("language", verifiedLanguage) };
}
