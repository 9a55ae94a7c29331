import type { CertificateEvent } from "~/domain/certification/certificate-status";
import { endsToRemindOf, type RemindedCertificate } from "~/domain/reminders/reminders-due";
import type { CivilDate } from "~/domain/time/civil-date";
import { reader } from "../database.server";
import { keptRecord, keptRecords } from "../people/records-of.server";
import { holding } from "../reporting/scope-units.server";

/** Someone with a post whose certificate ends soon or ended a moment ago, and all certificates of theirs. */
export interface PersonToRemind {
  personId: number;
  publicId: string;
  name: string;
  /** of the primary post */
  unitId: number;
  /** null: without an account */
  accountId: number | null;
  certificates: (RemindedCertificate & { publicId: string })[];
}

/** Read at once; between two readings others have their turn. */
const CERTIFICATES_AT_ONCE = 4_000;
const PEOPLE_AT_ONCE = 300;

/** Everyone whom a reminder may concern on a date; whoever left is reminded of nothing. */
export async function* peopleToRemind(today: CivilDate): AsyncGenerator<PersonToRemind[]> {
  const ids = await idsToRemind(today);
  for (let from = 0; from < ids.length; from += PEOPLE_AT_ONCE)
    yield readPeople(ids.slice(from, from + PEOPLE_AT_ONCE), today);
}

async function idsToRemind(today: CivilDate): Promise<number[]> {
  const client = await reader();
  const { from, to } = endsToRemindOf(today);
  const kept = await keptRecords(client);
  const people = new Set<number>();
  for (let after = 0; ; ) {
    const rows = await client.$queryRaw<{ id: bigint; person_id: bigint; near: bigint }[]>`
      SELECT id, person_id, valid_until >= ${from} AND valid_until < ${to} AS near FROM certificate
      WHERE id > ${after} ORDER BY id LIMIT ${CERTIFICATES_AT_ONCE}`;
    for (const row of rows)
      if (Number(row.near) === 1) people.add(kept.get(Number(row.person_id)) ?? Number(row.person_id));
    if (rows.length < CERTIFICATES_AT_ONCE) return [...people].sort((a, b) => a - b);
    after = Number(rows.at(-1)?.id ?? 0);
  }
}

async function readPeople(ids: readonly number[], today: CivilDate): Promise<PersonToRemind[]> {
  const client = await reader();
  const wanted = JSON.stringify(ids);
  const people = await client.$queryRaw<
    { id: bigint; public_id: string; full_name: string; unit_id: bigint; account_id: bigint | null }[]
  >`
    SELECT id, public_id, full_name, unit_id, account_id FROM (
      SELECT p.id, p.public_id, n.full_name, s.unit_id, a.id AS account_id,
        ROW_NUMBER() OVER (PARTITION BY p.id ORDER BY CASE o.kind WHEN 'primary' THEN 0 ELSE 1 END, o.id) AS place
      FROM posting o JOIN post s ON s.id = o.post_id
      JOIN person p ON p.id = ${keptRecord("o.person_id")}
      JOIN person_name n ON n.person_id = p.id AND ${holding("n", today)}
      LEFT JOIN account a ON a.person_id = p.id AND a.disabled = 0
      WHERE ${holding("o", today)} AND o.person_id IN (
        SELECT value FROM json_each(${wanted})
        UNION SELECT merged_person_id FROM person_merge
          WHERE retracted_change IS NULL AND kept_person_id IN (SELECT value FROM json_each(${wanted})))
    ) AS held WHERE place = 1 ORDER BY id`;
  const certificates = await certificatesOf(wanted);
  return people.map((row) => ({
    personId: Number(row.id),
    publicId: row.public_id,
    name: row.full_name,
    unitId: Number(row.unit_id),
    accountId: row.account_id === null ? null : Number(row.account_id),
    certificates: certificates.get(Number(row.id)) ?? [],
  }));
}

async function certificatesOf(ids: string): Promise<Map<number, PersonToRemind["certificates"]>> {
  const client = await reader();
  const rows = await client.$queryRaw<
    {
      id: bigint;
      public_id: string;
      person_id: bigint;
      programme: string;
      issued_on: string;
      valid_until: string | null;
      kind: string | null;
      on_date: string | null;
    }[]
  >`
    SELECT c.id, c.public_id, ${keptRecord("c.person_id")} AS person_id, c.programme, c.issued_on, c.valid_until, e.kind, e.on_date
    FROM certificate c
    LEFT JOIN certificate_event e ON e.certificate_id = c.id AND e.retracted_change IS NULL
      AND e.kind NOT IN ('issued', 'renewed')
    WHERE c.person_id IN (
      SELECT value FROM json_each(${ids})
      UNION SELECT merged_person_id FROM person_merge
        WHERE retracted_change IS NULL AND kept_person_id IN (SELECT value FROM json_each(${ids})))
    ORDER BY c.id, e.id`;
  const byPerson = new Map<number, PersonToRemind["certificates"]>();
  for (const row of rows) {
    const own = byPerson.get(Number(row.person_id)) ?? [];
    byPerson.set(Number(row.person_id), own);
    let certificate = own.find(({ id }) => id === Number(row.id));
    if (!certificate) {
      const { public_id: publicId, programme, issued_on: issuedOn, valid_until: validUntil } = row;
      certificate = { id: Number(row.id), publicId, programme, issuedOn, validUntil, events: [] };
      own.push(certificate);
    }
    if (row.kind && row.on_date)
      certificate.events.push({ kind: row.kind as CertificateEvent["kind"], onDate: row.on_date });
  }
  return byPerson;
}
