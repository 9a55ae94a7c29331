import type { CertificateFacts } from "~/domain/certification/certificate-status";
import type { CivilDate } from "~/domain/time/civil-date";
import { reader } from "../database.server";
import { Prisma } from "../generated/client";
import { keptRecord } from "../people/records-of.server";

/** The certificates of a programme that people had by a date, by the id of their kept record; the oldest first. */
export async function readFocalPapers(
  people: readonly number[],
  programme: string | null,
  asOf: CivilDate,
): Promise<Map<number, CertificateFacts[]>> {
  const papers = new Map<number, CertificateFacts[]>();
  if (programme === null || people.length === 0) return papers;
  const client = await reader();
  const ids = Prisma.raw(people.join(","));
  const rows = await client.$queryRaw<
    {
      id: bigint;
      person_id: bigint;
      issued_on: string;
      valid_until: string | null;
      kind: string | null;
      on_date: string | null;
    }[]
  >`
    SELECT c.id, ${keptRecord("c.person_id")} AS person_id, c.issued_on, c.valid_until, e.kind, e.on_date
    FROM certificate c
    LEFT JOIN certificate_event e ON e.certificate_id = c.id AND e.retracted_change IS NULL AND e.kind <> 'issued'
    WHERE c.programme = ${programme} AND c.issued_on <= ${asOf} AND c.person_id IN (
      SELECT id FROM person WHERE id IN (${ids})
      UNION SELECT merged_person_id FROM person_merge WHERE kept_person_id IN (${ids}) AND retracted_change IS NULL)
    ORDER BY c.issued_on, c.id, e.id`;
  const known = new Map<bigint, CertificateFacts>();
  for (const row of rows) {
    let paper = known.get(row.id);
    if (!paper) {
      paper = { issuedOn: row.issued_on, validUntil: row.valid_until, events: [] };
      known.set(row.id, paper);
      const person = Number(row.person_id);
      papers.set(person, [...(papers.get(person) ?? []), paper]);
    }
    const kind = row.kind as CertificateFacts["events"][number]["kind"] | null;
    if (kind && row.on_date) paper.events.push({ kind, onDate: row.on_date });
  }
  return papers;
}
