import type { PersonFacts } from "~/domain/certification/person-facts";
import { countsFrom, type ProofContent, verifiedContent } from "~/domain/proofs/outside-proof";
import { addDays, type CivilDate } from "~/domain/time/civil-date";
import type { Rows } from "../database.server";
import { recordsOf } from "../people/records-of.server";

export type VerifiedProofs = Pick<PersonFacts, "trainings" | "languages">;

/**
 * What counts of a person from outside: the proofs whose last word is "verified", as they were verified, whatever was claimed. `from`:
 * the last day of the training, the day of the exam.
 */
export async function verifiedProofs(client: Pick<Rows, "$queryRaw">, personId: number): Promise<VerifiedProofs> {
  const rows = await client.$queryRaw<{ id: bigint; content: string }[]>`
    SELECT r.id, v.content FROM outside_proof r
    JOIN outside_proof_event v ON v.id = (SELECT MAX(id) FROM outside_proof_event WHERE proof_id = r.id)
    WHERE r.person_id IN ${recordsOf(personId)} AND v.kind = 'verified' ORDER BY r.id`;
  const found: VerifiedProofs = { trainings: [], languages: [] };
  for (const row of rows) {
    const { content } = verifiedContent.parse(JSON.parse(row.content));
    const span = { from: countsFrom(content), until: endOf(content), proofId: Number(row.id) };
    if (content.kind === "training") found.trainings.push({ topic: content.topic, hours: content.hours, ...span });
    else found.languages.push({ language: content.language, level: content.level, ...span });
  }
  return found;
}

/** The first day on which it counts no longer; null: no end. */
export function endOf({ until }: ProofContent): CivilDate | null {
  return until === null ? null : addDays(until, 1);
}
