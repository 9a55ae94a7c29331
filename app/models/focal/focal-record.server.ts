import type { CertificateFacts } from "~/domain/certification/certificate-status";
import type { FocalTerm } from "~/domain/reporting/focal-history";
import type { FocalProgramme } from "~/domain/reporting/focal-network";
import type { CivilDate } from "~/domain/time/civil-date";
import { reader } from "../database.server";
import { Prisma } from "../generated/client";
import { keptRecord } from "../people/records-of.server";
import { inScope, type Scope } from "../reporting/scope-units.server";
import { readFocalPapers } from "./focal-papers.server";

/** Who has held the focal-point post of a unit, in all its lines, reorganisations included; `person` is the kept record's id. */
export interface FocalRecord {
  terms: FocalTerm<number>[];
  people: ReadonlyMap<number, { publicId: string; name: string; papers: CertificateFacts[] }>;
  /** the first day of the post; null: there never was one */
  since: CivilDate | null;
  /** the first day without a post; null: one stands */
  closed: CivilDate | null;
}

export async function readFocalRecord(
  unitId: number,
  scope: Pick<Scope, "units">,
  { positions, programme }: FocalProgramme,
  asOf: CivilDate,
): Promise<FocalRecord> {
  if (positions.size === 0) return { terms: [], people: new Map(), since: null, closed: null };
  const client = await reader();
  const rows = await client.$queryRaw<
    {
      post_from: string;
      post_to: string | null;
      person_id: bigint | null;
      kind: string | null;
      valid_from: string | null;
      valid_to: string | null;
    }[]
  >`
    WITH line AS (
      SELECT DISTINCT COALESCE(s.lineage, s.public_id) AS id FROM post s
      WHERE s.unit_id = ${unitId} AND s.deputy = 0 AND s.position IN (${Prisma.join([...positions])})
        AND s.retracted_change IS NULL AND s.valid_from <= ${asOf}
    )
    SELECT s.valid_from AS post_from, s.valid_to AS post_to, ${keptRecord("o.person_id")} AS person_id, o.kind,
      o.valid_from, o.valid_to
    FROM line
    JOIN post s ON (s.public_id = line.id OR s.lineage = line.id) AND s.retracted_change IS NULL
      AND s.valid_from <= ${asOf} AND ${inScope(scope, "s.unit_id")}
    LEFT JOIN posting o ON o.post_id = s.id AND o.retracted_change IS NULL AND o.valid_from <= ${asOf}
    ORDER BY o.valid_from, o.id`;
  const terms = rows.flatMap(({ person_id, kind, valid_from: from, valid_to: to }) =>
    person_id === null || from === null ? [] : [{ person: Number(person_id), acting: kind === "acting", from, to }],
  );
  const ends = rows.map((row) => row.post_to);
  return {
    terms,
    people: await readPeople([...new Set(terms.map(({ person }) => person))], programme, asOf),
    since: rows.map((row) => row.post_from).sort()[0] ?? null,
    closed:
      ends.length > 0 && !ends.includes(null)
        ? (ends
            .flatMap((end) => end ?? [])
            .sort()
            .at(-1) ?? null)
        : null,
  };
}

async function readPeople(ids: number[], programme: string | null, asOf: CivilDate): Promise<FocalRecord["people"]> {
  const people = new Map<number, { publicId: string; name: string; papers: CertificateFacts[] }>();
  if (ids.length === 0) return people;
  const client = await reader();
  const list = Prisma.raw(ids.join(","));
  const rows = await client.$queryRaw<{ id: bigint; public_id: string; name: string | null }[]>`
    SELECT p.id, p.public_id, (SELECT n.full_name FROM person_name n WHERE n.person_id = p.id
      AND n.retracted_change IS NULL AND n.valid_from <= ${asOf} ORDER BY n.valid_from DESC LIMIT 1) AS name
    FROM person p WHERE p.id IN (${list})`;
  for (const row of rows) people.set(Number(row.id), { publicId: row.public_id, name: row.name ?? "", papers: [] });
  for (const [id, papers] of await readFocalPapers(ids, programme, asOf)) people.get(id)?.papers.push(...papers);
  return people;
}
