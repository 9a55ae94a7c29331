import { countsFrom, type LanguageLevel, type Topic } from "~/domain/proofs/outside-proof";
import { addDays, type CivilDate } from "~/domain/time/civil-date";
import type { Rows } from "../database.server";
import { proofsWhere, type RecordedProof } from "./proof-rows.server";

/** What of a person counts, from outside: `from` its last day or that of the exam, `until` exclusive, null: no end. */
export interface VerifiedProofs {
  trainings: { topic: Topic; hours: number; from: CivilDate; until: CivilDate | null; proofId: number }[];
  languages: { language: string; level: LanguageLevel; from: CivilDate; until: CivilDate | null; proofId: number }[];
}

/** The proofs of a person that were verified and not revoked, by all their records. Unverified never counts. */
export async function verifiedProofs(rows: Rows, personId: number): Promise<VerifiedProofs> {
  const merged = await rows.person_merge.findMany({
    where: { kept_person_id: personId, retracted_change: null },
    select: { merged_person_id: true },
  });
  const records = [personId, ...merged.map(({ merged_person_id }) => merged_person_id)];
  const counting = (await proofsWhere(rows, { person_id: { in: records } })).filter(
    ({ state }) => state === "verified",
  );
  const found: VerifiedProofs = { trainings: [], languages: [] };
  for (const { id: proofId, content } of counting) {
    const span = { from: countsFrom(content), until: endOf(content), proofId };
    if (content.kind === "training") found.trainings.push({ topic: content.topic, hours: content.hours, ...span });
    else found.languages.push({ language: content.language, level: content.level, ...span });
  }
  return found;
}

/** The first day on which it counts no longer; null: no end. */
export function endOf({ until }: RecordedProof["content"]): CivilDate | null {
  return until === null ? null : addDays(until, 1);
}
