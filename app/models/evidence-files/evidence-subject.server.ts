import type { EvidenceSubject } from "~/domain/evidence-file/evidence-file";
import type { Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import { servesIn } from "../assessment/managed-attempt.server";
import { reader } from "../database.server";
import { keptRecord, recordsOf } from "../people/records-of.server";
import { inScope, scopeOf } from "../reporting/scope-units.server";

export interface FoundSubject extends EvidenceSubject {
  rowId: number;
  /** whose certificate it is; null for a sitting */
  personId: number | null;
  /** the unit that issued it, or holds it */
  unitId: number;
  /** the change that recorded it: nobody took its file before */
  recordedIn: number;
}

/**
 * What a file is asked of, where the viewer may see its evidence file: a certificate of somebody who serves in their reach, or an
 * exam day that a unit in their reach holds. Never of their own certificate, nor of a day on which they are a candidate: it holds
 * the key of what they have to answer. Null covers "there is none" and "not yours to see".
 */
export async function findSubject(
  viewer: Viewer,
  kind: EvidenceSubject["kind"],
  publicId: string,
  today: CivilDate,
): Promise<FoundSubject | null> {
  const client = await reader();
  const scope = await scopeOf(viewer, "see-evidence-files", today);
  const own = recordsOf(viewer.personId);
  const rows =
    kind === "certificate"
      ? await client.$queryRaw<SubjectRow[]>`
          SELECT c.id, c.serial AS title, c.unit_id, ${keptRecord("c.person_id")} AS person_id, c.recorded_change FROM certificate c WHERE c.public_id = ${publicId} AND c.person_id NOT IN ${own}
            AND ${servesIn(scope, keptRecord("c.person_id"), today)}`
      : await client.$queryRaw<SubjectRow[]>`
          SELECT s.id, p.title, s.unit_id, NULL AS person_id, s.recorded_change FROM sitting s
          JOIN sitting_plan p ON p.sitting_id = s.id AND p.retracted_change IS NULL
          WHERE s.public_id = ${publicId} AND ${inScope(scope, "s.unit_id")} AND NOT EXISTS (
            SELECT 1 FROM sitting_candidate k WHERE k.sitting_id = s.id AND k.retracted_change IS NULL AND k.person_id IN ${own})`;
  const [row] = rows;
  if (!row) return null;
  return {
    kind,
    id: publicId,
    title: row.title,
    rowId: Number(row.id),
    personId: row.person_id === null ? null : Number(row.person_id),
    unitId: Number(row.unit_id),
    recordedIn: Number(row.recorded_change),
  };
}

interface SubjectRow {
  id: bigint;
  title: string;
  unit_id: bigint;
  person_id: bigint | null;
  recorded_change: bigint;
}
