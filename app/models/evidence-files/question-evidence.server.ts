import type { QuestionEvidence } from "~/domain/evidence-file/evidence-file";
import type { Bilingual } from "~/domain/text/bilingual";
import type { Rows } from "../database.server";

const AT_ONCE = 500;

/** Question versions by their ids, each once, with their keys. */
export async function questionEvidence(client: Rows, ids: readonly number[]): Promise<QuestionEvidence[]> {
  const wanted = [...new Set(ids)].sort((a, b) => a - b);
  const found: QuestionEvidence[] = [];
  for (let at = 0; at < wanted.length; at += AT_ONCE) {
    const rows = await client.question_version.findMany({
      where: { id: { in: wanted.slice(at, at + AT_ONCE) } },
      orderBy: { id: "asc" },
    });
    for (const { id, key, hash, content } of rows) {
      const parsed = JSON.parse(content) as { stem: Bilingual };
      found.push({ id, key, hash, stem: parsed.stem, content: parsed });
    }
  }
  return found;
}
