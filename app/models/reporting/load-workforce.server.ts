import type { CertificateEvent } from "~/domain/certification/certificate-status";
import type { StaffCertificate, StaffMember, VacantPost, Workforce } from "~/domain/reporting/workforce";
import type { CivilDate } from "~/domain/time/civil-date";
import { reader } from "../database.server";
import { Prisma, type PrismaClient } from "../generated/client";
import { keptRecord, keptRecords } from "../people/records-of.server";
import { holding, inScope, type Scope } from "./scope-units.server";

/**
 * Everyone with a post in scope on the date, with what is known of them by then, and the vacant posts: six statements.
 * @param units part of the scope: those with a post in it, with their other posts in scope, and its vacant posts
 */
export async function loadWorkforce(
  scope: Scope,
  asOf: CivilDate,
  units: Scope["units"] = scope.units,
): Promise<Workforce> {
  const client = await reader();
  const merged = await keptRecords(client);
  const members =
    units === scope.units || units === "all"
      ? await loadMembers(client, scope, asOf, null)
      : await loadMembersOf(client, scope, asOf, units, merged);
  const everyone = [...members.values()];
  // what is said of a merged record is said of the kept one
  for (const [record, kept] of merged) {
    const member = members.get(kept);
    if (member) members.set(record, member);
  }
  // their ids, for the statements that fetch what belongs to them
  const people = Prisma.sql`(SELECT value FROM json_each(${JSON.stringify([...members.keys()])}))`;
  await addCertificates(client, members, people, asOf);
  await addEvidence(client, members, people, asOf);
  await addOrders(client, members, people, asOf);
  return { asOf, members: everyone, vacancies: await loadVacancies(client, units, asOf) };
}

type Members = Map<number, StaffMember>;

function idsOf(merged: ReadonlyMap<number, number>): Prisma.Sql {
  if (merged.size === 0) return Prisma.empty;
  return Prisma.raw(`UNION ALL VALUES ${[...merged].map(([record, kept]) => `(${record}), (${kept})`).join(", ")}`);
}

interface PostingRow {
  id: bigint;
  public_id: string;
  staff_code: string;
  full_name: string;
  sort_key: string;
  kind: string;
  valid_from: string;
  valid_to: string | null;
  held_since: string | null;
  employment: string | null;
  position: string;
  one_stop: bigint | boolean;
  deputy: bigint | boolean;
  unit_id: bigint;
  level: string;
}

/** Those with a post in some units of the scope. It begins there (CROSS JOIN), not with all postings of the house. */
async function loadMembersOf(
  client: PrismaClient,
  scope: Scope,
  asOf: CivilDate,
  units: readonly number[],
  merged: ReadonlyMap<number, number>,
): Promise<Members> {
  const here = Prisma.sql`(SELECT o.person_id FROM post s CROSS JOIN posting o ON o.post_id = s.id
    WHERE ${inScope({ units }, "s.unit_id")} AND ${holding("o", asOf)} ${idsOf(merged)})`;
  const members = await loadMembers(client, scope, asOf, here);
  // of merged records it was not known yet where they are
  const wanted = new Set(units);
  for (const [id, { postings }] of members) {
    if (!postings.some(({ unitId }) => wanted.has(unitId))) members.delete(id);
  }
  return members;
}

/** @param only ids of people; null: everyone in scope */
async function loadMembers(
  client: PrismaClient,
  scope: Scope,
  asOf: CivilDate,
  only: Prisma.Sql | null,
): Promise<Members> {
  const narrowed = only ? Prisma.sql`AND o.person_id IN ${only}` : Prisma.empty;
  const rows = await client.$queryRaw<PostingRow[]>`
    SELECT p.id, p.public_id, p.staff_code, n.full_name, n.sort_key, o.kind, o.valid_from, o.valid_to, o.held_since,
      d.employment, s.position, s.one_stop, s.deputy, s.unit_id, u.level
    FROM posting o
    JOIN post s ON s.id = o.post_id
    JOIN unit u ON u.id = s.unit_id
    JOIN person p ON p.id = ${keptRecord("o.person_id")}
    JOIN person_name n ON n.person_id = p.id AND ${holding("n", asOf)}
    LEFT JOIN person_detail d ON d.person_id = p.id AND ${holding("d", asOf)}
    WHERE ${holding("o", asOf)} AND ${inScope(scope, "s.unit_id")} ${narrowed}
    ORDER BY n.sort_key, p.id, CASE o.kind WHEN 'primary' THEN 0 ELSE 1 END, o.valid_from, o.id`;
  const members: Members = new Map();
  for (const row of rows) {
    const id = Number(row.id);
    const member = members.get(id) ?? newMember(row);
    member.postings.push({
      kind: row.kind,
      position: row.position,
      oneStop: Boolean(row.one_stop),
      deputy: Boolean(row.deputy),
      unitId: Number(row.unit_id),
      unitLevel: row.level,
      validFrom: row.valid_from,
      validTo: row.valid_to,
      heldSince: row.held_since ?? row.valid_from,
    });
    members.set(id, member);
  }
  return members;
}

function newMember(row: PostingRow): StaffMember {
  return {
    publicId: row.public_id,
    staffCode: row.staff_code,
    fullName: row.full_name,
    sortKey: row.sort_key,
    postings: [],
    certificates: [],
    evidence: [],
    manual: [],
    waivers: [],
    extensions: [],
    absences: [],
    employment: row.employment,
    eligible: [],
  };
}

async function addCertificates(
  client: PrismaClient,
  members: Members,
  people: Prisma.Sql,
  asOf: CivilDate,
): Promise<void> {
  const rows = await client.$queryRaw<
    {
      person_id: bigint;
      public_id: string;
      programme: string;
      issued_on: string;
      valid_until: string | null;
      kind: string | null;
      on_date: string | null;
    }[]
  >`
    SELECT c.person_id, c.public_id, c.programme, c.issued_on, c.valid_until, e.kind, e.on_date
    FROM certificate c
    LEFT JOIN certificate_event e ON e.certificate_id = c.id AND e.retracted_change IS NULL AND e.kind <> 'issued'
    WHERE c.issued_on <= ${asOf} AND c.person_id IN ${people}
    ORDER BY c.id, e.id`;
  const byId = new Map<string, StaffCertificate>();
  for (const row of rows) {
    let certificate = byId.get(row.public_id);
    if (!certificate) {
      const { public_id: publicId, programme, issued_on: issuedOn, valid_until: validUntil } = row;
      certificate = { publicId, programme, issuedOn, validUntil, events: [] };
      byId.set(publicId, certificate);
      members.get(Number(row.person_id))?.certificates.push(certificate);
    }
    if (row.kind && row.on_date) {
      certificate.events.push({ kind: row.kind as CertificateEvent["kind"], onDate: row.on_date });
    }
  }
}

async function addEvidence(client: PrismaClient, members: Members, people: Prisma.Sql, asOf: CivilDate): Promise<void> {
  const rows = await client.$queryRaw<
    { person_id: bigint; competency: string; level: bigint; valid_from: string; valid_to: string | null }[]
  >`
    SELECT e.person_id, e.competency, e.level, e.valid_from, e.valid_to FROM evidence e
    WHERE ${holding("e", asOf)} AND e.person_id IN ${people}`;
  for (const row of rows) {
    members.get(Number(row.person_id))?.evidence.push({
      competency: row.competency,
      level: Number(row.level),
      validFrom: row.valid_from,
      validTo: row.valid_to,
    });
  }
}

/** Assignments by hand, waivers, extensions, absences, and passes that wait for a signatory: short lists in one statement. */
async function addOrders(client: PrismaClient, members: Members, people: Prisma.Sql, asOf: CivilDate): Promise<void> {
  const rows = await client.$queryRaw<
    {
      person_id: bigint;
      kind: string;
      programme: string;
      course: string;
      reason: string;
      start: string;
      finish: string | null;
    }[]
  >`
    SELECT m.person_id, 'manual' AS kind, m.programme, m.course, m.reason, m.valid_from AS start, m.due AS finish
      FROM manual_assignment m
      WHERE m.retracted_change IS NULL AND m.valid_from <= ${asOf} AND m.person_id IN ${people}
    UNION ALL
    SELECT m.person_id, 'waiver', m.programme, '', m.reason, m.valid_from, m.valid_to
      FROM waiver m WHERE ${holding("m", asOf)} AND m.person_id IN ${people}
    UNION ALL
    SELECT * FROM (SELECT m.person_id, 'extension', m.programme, '', m.reason, m.valid_from, m.due FROM due_extension m
      WHERE m.retracted_change IS NULL AND m.valid_from <= ${asOf} AND m.person_id IN ${people} ORDER BY m.id) AS extensions
    UNION ALL
    SELECT m.person_id, 'absence', '', '', '', m.valid_from, m.valid_to FROM absence m
      WHERE m.retracted_change IS NULL AND m.valid_from <= ${asOf} AND m.person_id IN ${people}
    UNION ALL
    SELECT l.person_id, 'eligible', l.programme, '', '', l.on_date, NULL
      FROM eligibility l WHERE l.on_date <= ${asOf} AND l.person_id IN ${people}`;
  for (const row of rows) {
    const member = members.get(Number(row.person_id));
    const { programme, course, reason, start, finish } = row;
    if (row.kind === "manual") member?.manual.push({ programme, course, reason, since: start, due: finish ?? start });
    if (row.kind === "waiver") member?.waivers.push({ programme, reason, validFrom: start, validTo: finish });
    if (row.kind === "extension") member?.extensions.push({ programme, reason, since: start, due: finish ?? start });
    if (row.kind === "absence") member?.absences.push({ validFrom: start, validTo: finish });
    if (row.kind === "eligible") member?.eligible.push({ programme, onDate: start });
  }
}

async function loadVacancies(client: PrismaClient, units: Scope["units"], asOf: CivilDate): Promise<VacantPost[]> {
  const rows = await client.$queryRaw<
    { unit_id: bigint; position: string; deputy: bigint | boolean; one_stop: bigint | boolean; since: string }[]
  >`
    SELECT s.unit_id, s.position, s.deputy, s.one_stop,
      COALESCE((SELECT MAX(o.valid_to) FROM posting o
        WHERE o.post_id = s.id AND o.retracted_change IS NULL AND o.valid_to <= ${asOf}), s.valid_from) AS since
    FROM post s
    WHERE ${holding("s", asOf)} AND ${inScope({ units }, "s.unit_id")}
      AND NOT EXISTS (SELECT 1 FROM posting o WHERE o.post_id = s.id AND ${holding("o", asOf)})
    ORDER BY s.unit_id, s.position, s.id`;
  return rows.map((row) => ({
    unitId: Number(row.unit_id),
    position: row.position,
    deputy: Boolean(row.deputy),
    oneStop: Boolean(row.one_stop),
    since: row.since,
  }));
}
