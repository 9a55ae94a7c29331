import type { Viewer } from "~/domain/permissions/viewer";
import { nameAround } from "~/domain/reporting/unit-selection";
import type { CivilDate, Instant } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { reader } from "../database.server";
import { organisationFacts } from "../organisation/organisation-facts.server";
import { recordsOf } from "../people/records-of.server";
import { inScope, scopeOf } from "../reporting/scope-units.server";

export interface EvidenceSittingLine {
  sitting: string;
  title: string;
  unit: string;
  opensAt: Instant;
  candidates: number;
}

const MOST = 200;

/** Exam days whose evidence file the viewer may see, the newest first; none on which they are a candidate. */
export async function evidenceSittings(
  viewer: Viewer,
  today: CivilDate,
  language: Language,
): Promise<EvidenceSittingLine[]> {
  const client = await reader();
  const scope = await scopeOf(viewer, "see-evidence-files", today);
  const facts = await organisationFacts();
  const rows = await client.$queryRaw<
    { public_id: string; title: string; unit_id: bigint; opens_at: string; candidates: bigint }[]
  >`
    SELECT s.public_id, p.title, s.unit_id, p.opens_at,
      (SELECT COUNT(*) FROM sitting_candidate k WHERE k.sitting_id = s.id AND k.retracted_change IS NULL) AS candidates
    FROM sitting s JOIN sitting_plan p ON p.sitting_id = s.id AND p.retracted_change IS NULL
    WHERE ${inScope(scope, "s.unit_id")} AND NOT EXISTS (SELECT 1 FROM sitting_candidate k
      WHERE k.sitting_id = s.id AND k.retracted_change IS NULL AND k.person_id IN ${recordsOf(viewer.personId)})
    ORDER BY p.opens_at DESC, s.id DESC LIMIT ${MOST}`;
  return rows.map((row) => ({
    sitting: row.public_id,
    title: row.title,
    unit: nameAround(facts, Number(row.unit_id), today)[language],
    opensAt: row.opens_at,
    candidates: Number(row.candidates),
  }));
}
