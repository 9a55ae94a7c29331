import type { Evidence } from "~/domain/competency/standing";
import type { CivilDate } from "~/domain/time/civil-date";
import { reader } from "../database.server";

export interface EvidenceFact extends Evidence {
  kind: string;
  /** slug of the course whose exam proved it */
  course: string | null;
}

/** What proves a person's levels, as far as it was there on the date; newest first. The caller has established the scope. */
export async function evidenceOf(personId: number, asOf: CivilDate): Promise<EvidenceFact[]> {
  const client = await reader();
  const rows = await client.evidence.findMany({
    where: { person_id: personId, retracted_change: null, valid_from: { lte: asOf } },
    orderBy: [{ valid_from: "desc" }, { id: "desc" }],
    select: { competency: true, level: true, kind: true, course: true, valid_from: true, valid_to: true },
  });
  return rows.map((row) => ({
    competency: row.competency,
    level: row.level,
    kind: row.kind,
    course: row.course,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }));
}
