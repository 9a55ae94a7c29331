import type { Evidence } from "~/domain/competency/standing";
import type { CivilDate } from "~/domain/time/civil-date";
import { reader } from "../database.server";
import { recordsOf } from "./records-of.server";

export interface EvidenceFact extends Evidence {
  kind: string;
  /** slug of the course whose exam proved it */
  course: string | null;
}

/** What proves a person's levels, as far as it was there on the date; newest first. The caller has established the scope. */
export async function evidenceOf(personId: number, asOf: CivilDate): Promise<EvidenceFact[]> {
  const client = await reader();
  const rows = await client.$queryRaw<
    {
      competency: string;
      level: bigint;
      kind: string;
      course: string | null;
      valid_from: string;
      valid_to: string | null;
    }[]
  >`
    SELECT competency, level, kind, course, valid_from, valid_to FROM evidence
    WHERE person_id IN ${recordsOf(personId)} AND retracted_change IS NULL AND valid_from <= ${asOf}
    ORDER BY valid_from DESC, id DESC`;
  return rows.map((row) => ({
    competency: row.competency,
    level: Number(row.level),
    kind: row.kind,
    course: row.course,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }));
}
