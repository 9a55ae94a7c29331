import type { Evidence } from "~/domain/competency/standing";
import { type EvidenceKind, type Strength, strengthOf } from "~/domain/competency/strength";
import type { CivilDate } from "~/domain/time/civil-date";
import { reader } from "../database.server";
import { recordsOf } from "./records-of.server";

export interface EvidenceFact extends Evidence {
  kind: EvidenceKind;
  strength: Strength;
  /** slug of the course whose exam or task proved it */
  course: string | null;
  /** public ids of what it rests on, where there is such a thing */
  attempt: string | null;
  work: string | null;
  entry: string | null;
  proof: string | null;
  certificate: string | null;
  /** where the work of the log was done */
  place: string | null;
}

interface EvidenceRow {
  competency: string;
  level: bigint;
  kind: EvidenceKind;
  strength: bigint | null;
  course: string | null;
  valid_from: string;
  valid_to: string | null;
  attempt: string | null;
  work: string | null;
  entry: string | null;
  place: string | null;
  proof: string | null;
  certificate: string | null;
}

/** What proves a person's levels, as far as it was there on the date; newest first. The caller has established the scope. */
export async function evidenceOf(personId: number, asOf: CivilDate): Promise<EvidenceFact[]> {
  const client = await reader();
  const rows = await client.$queryRaw<EvidenceRow[]>`
    SELECT e.competency, e.level, e.kind, e.strength, e.course, e.valid_from, e.valid_to, a.public_id AS attempt,
      w.public_id AS work, l.public_id AS entry, l.place, p.public_id AS proof, c.public_id AS certificate
    FROM evidence e
    LEFT JOIN attempt a ON a.id = e.attempt_id
    LEFT JOIN marking_subject m ON m.id = e.subject_id
    LEFT JOIN task_work w ON w.id = m.work_id
    LEFT JOIN log_entry l ON l.id = e.log_entry_id
    LEFT JOIN outside_proof p ON p.id = e.proof_id
    LEFT JOIN certificate c ON c.id = e.certificate_id
    WHERE e.person_id IN ${recordsOf(personId)} AND e.retracted_change IS NULL AND e.valid_from <= ${asOf}
    ORDER BY e.valid_from DESC, e.id DESC`;
  return rows.map(({ level, strength, valid_from, valid_to, ...row }) => ({
    ...row,
    level: Number(level),
    strength: strength === null ? strengthOf(row.kind) : (Number(strength) as Strength),
    validFrom: valid_from,
    validTo: valid_to,
  }));
}
