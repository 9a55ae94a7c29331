import { type EvidenceKind, type Strength, strengthOf } from "~/domain/competency/strength";
import type { ProvenLevel } from "~/domain/course/course";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Rows } from "../database.server";
import { Prisma } from "../generated/client";

/** The fact that proves a level, by its row. */
export type ProvingFact =
  | { kind: "exam"; attemptId: number; course: string }
  /** `subjectId`: what was marked */
  | { kind: "task"; subjectId: number; course: string }
  /** the entry that completed what the rule of the practice log asks for */
  | { kind: "practice"; logEntryId: number }
  | { kind: "training" | "language"; proofId: number }
  /** one brought along from before this system, and the course that would prove the same today */
  | { kind: "certificate"; certificateId: number | null; course: string | null };

export interface NewEvidence {
  personId: number;
  fact: ProvingFact;
  levels: readonly ProvenLevel[];
  validFrom: CivilDate;
  /** the first day on which it proves nothing any more; null: for good */
  validTo: CivilDate | null;
  /** left out: that of its kind */
  strength?: Strength;
}

/**
 * Records what a fact proves, inside the change that records the fact: beside takeBackEvidence and giveBackEvidence the one place that
 * writes the table `evidence`. Called again for the same exam, task, entry, proof or
 * certificate it changes nothing.
 */
export async function recordEvidence(
  rows: Rows,
  changeId: number,
  { personId, fact, levels, validFrom, validTo, strength }: NewEvidence,
): Promise<void> {
  const of = columnsOf(fact);
  for (const { competency, level } of levels) {
    await rows.$executeRaw`
      INSERT INTO evidence (person_id, competency, level, kind, strength, attempt_id, subject_id, log_entry_id, proof_id,
        certificate_id, course, valid_from, valid_to, recorded_change)
      SELECT ${personId}, ${competency}, ${level}, ${of.kind}, ${strength ?? strengthOf(of.kind)}, ${of.attemptId},
        ${of.subjectId}, ${of.logEntryId}, ${of.proofId}, ${of.certificateId}, ${of.course}, ${validFrom}, ${validTo},
        ${changeId}
      WHERE NOT EXISTS (SELECT 1 FROM evidence WHERE competency = ${competency} AND ${sameFact(of, level)})
      ON CONFLICT DO NOTHING`;
  }
}

interface FactColumns {
  kind: EvidenceKind;
  attemptId: number | null;
  subjectId: number | null;
  logEntryId: number | null;
  proofId: number | null;
  certificateId: number | null;
  course: string | null;
}

function columnsOf(fact: ProvingFact): FactColumns {
  const none = {
    attemptId: null,
    subjectId: null,
    logEntryId: null,
    proofId: null,
    certificateId: null,
    course: null,
  };
  return { ...none, ...fact };
}

/** Entries, proofs and certificates have no unique key of the table: what was taken back may be proven again. Exams and tasks have one. */
function sameFact({ logEntryId, proofId, certificateId }: FactColumns, level: number): Prisma.Sql {
  const inForce = Prisma.sql`level = ${level} AND retracted_change IS NULL`;
  if (logEntryId !== null) return Prisma.sql`log_entry_id = ${logEntryId} AND ${inForce}`;
  if (proofId !== null) return Prisma.sql`proof_id = ${proofId} AND ${inForce}`;
  if (certificateId !== null) return Prisma.sql`certificate_id = ${certificateId} AND ${inForce}`;
  return Prisma.sql`1 = 0`;
}

/** What evidence rests on: a fact, or the changes in which it was given back. */
export type EvidenceBasis =
  | { attemptId: number }
  | { subjectId: number }
  | { logEntryId: number; level: number }
  | { proofId: number }
  | { certificateId: number }
  | { recordedIn: readonly number[] };

/** Takes back evidence when the fact under it fell: the rows stay, and count no longer from this change on. */
export async function takeBackEvidence(rows: Rows, changeId: number, basis: EvidenceBasis): Promise<void> {
  await rows.$executeRaw`
    UPDATE evidence SET retracted_change = ${changeId} WHERE retracted_change IS NULL AND ${restingOn(basis)}`;
}

/**
 * What an earlier change took back holds again: by rows of its own, because a row that was taken back stays so. They name neither attempt nor
 * subject, whose key the first row holds for ever.
 */
export async function giveBackEvidence(
  rows: Rows,
  changeId: number,
  basis: EvidenceBasis,
  takenBackIn: readonly number[],
): Promise<void> {
  if (takenBackIn.length === 0) return;
  await rows.$executeRaw`
    INSERT INTO evidence (person_id, competency, level, kind, strength, log_entry_id, proof_id, certificate_id, course, valid_from,
      valid_to, recorded_change)
    SELECT person_id, competency, level, kind, strength, log_entry_id, proof_id, certificate_id, course, valid_from, valid_to,
      ${changeId}
    FROM evidence WHERE ${restingOn(basis)} AND retracted_change IN (${Prisma.join([...takenBackIn])})`;
}

function restingOn(basis: EvidenceBasis): Prisma.Sql {
  if ("attemptId" in basis) return Prisma.sql`attempt_id = ${basis.attemptId}`;
  if ("subjectId" in basis) return Prisma.sql`subject_id = ${basis.subjectId}`;
  if ("logEntryId" in basis) return Prisma.sql`log_entry_id = ${basis.logEntryId} AND level = ${basis.level}`;
  if ("proofId" in basis) return Prisma.sql`proof_id = ${basis.proofId}`;
  if ("certificateId" in basis) return Prisma.sql`certificate_id = ${basis.certificateId}`;
  if (basis.recordedIn.length === 0) return Prisma.sql`1 = 0`;
  return Prisma.sql`recorded_change IN (${Prisma.join([...basis.recordedIn])})`;
}
