import type { CertificateEvent } from "~/domain/certification/certificate-status";
import type { PersonFacts, PostFacts } from "~/domain/reporting/person-facts";
import type { StaffCertificate } from "~/domain/reporting/workforce";
import type { CivilDate } from "~/domain/time/civil-date";
import { Prisma } from "../generated/client";
import type { FactsReader } from "./facts-reader.server";

/** The change up to which facts are known: what was recorded later is left out, what was retracted later still counts; null: now. */
export type KnownAt = number | null;

/** A row that counts, as known at a change; `row` is the alias of its table. */
export function counting(row: string, knownAt: KnownAt): Prisma.Sql {
  const column = (name: string) => Prisma.raw(`${row}.${name}`);
  if (knownAt === null) return Prisma.sql`${column("retracted_change")} IS NULL`;
  return Prisma.sql`${column("recorded_change")} <= ${knownAt}
    AND (${column("retracted_change")} IS NULL OR ${column("retracted_change")} > ${knownAt})`;
}

/** A row that is never retracted, as known at a change. */
function recorded(row: string, knownAt: KnownAt): Prisma.Sql {
  return knownAt === null ? Prisma.sql`1 = 1` : Prisma.sql`${Prisma.raw(`${row}.recorded_change`)} <= ${knownAt}`;
}

/** Only what belongs to some people (or posts), by their ids; null: everything. */
function among(column: string, ids: readonly number[] | null): Prisma.Sql {
  if (ids === null) return Prisma.sql`1 = 1`;
  return Prisma.sql`${Prisma.raw(column)} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;
}

/** The kept record of each merged one. */
export async function readMerged(reader: FactsReader, knownAt: KnownAt): Promise<Map<number, number>> {
  const merged = new Map<number, number>();
  await reader.read(
    Prisma.sql`SELECT m.merged_person_id, m.kept_person_id FROM person_merge m WHERE ${counting("m", knownAt)}`,
    ([record, kept]: [number, number]) => merged.set(record, kept),
  );
  return merged;
}

/**
 * The facts of people, of merged records under the kept one: eleven statements.
 * @param ids records to read; null: all. Merged records are read where they are named.
 */
export async function readPersonFacts(
  reader: FactsReader,
  merged: ReadonlyMap<number, number>,
  ids: readonly number[] | null,
  knownAt: KnownAt,
): Promise<Map<number, PersonFacts>> {
  const people = new Map<number, PersonFacts>();
  const of = (record: number) => people.get(merged.get(record) ?? record);
  // dates and keys come thousands of times: one text of each is enough
  const texts = new Map<string, string>();
  const one = <T extends string | null>(text: T): T => {
    if (text === null) return text;
    const known = texts.get(text);
    if (known !== undefined) return known as T;
    texts.set(text, text);
    return text;
  };
  await reader.read(
    Prisma.sql`SELECT p.id, p.public_id, p.staff_code FROM person p
      WHERE ${recorded("p", knownAt)} AND ${among("p.id", ids)}`,
    ([id, publicId, staffCode]: [number, string, string]) => {
      if (!merged.has(id)) people.set(id, emptyFacts(id, publicId, staffCode));
    },
  );
  await reader.read(
    Prisma.sql`SELECT n.person_id, n.full_name, n.sort_key, n.valid_from, n.valid_to FROM person_name n
      WHERE ${counting("n", knownAt)} AND ${among("n.person_id", ids)} ORDER BY n.id`,
    ([id, fullName, sortKey, from, to]: [number, string, string, CivilDate, CivilDate | null]) =>
      // what a merged record was called is no name of the kept one
      people.get(id)?.names.push({ fullName, sortKey, validFrom: one(from), validTo: one(to) }),
  );
  await reader.read(
    Prisma.sql`SELECT d.person_id, d.employment, d.valid_from, d.valid_to FROM person_detail d
      WHERE ${counting("d", knownAt)} AND ${among("d.person_id", ids)} ORDER BY d.id`,
    ([id, employment, from, to]: [number, string | null, CivilDate, CivilDate | null]) =>
      people.get(id)?.employments.push({ employment: one(employment), validFrom: one(from), validTo: one(to) }),
  );
  type PostingRow = [
    number,
    string,
    CivilDate,
    CivilDate | null,
    CivilDate | null,
    string,
    number,
    number,
    number,
    string,
  ];
  await reader.read(
    Prisma.sql`SELECT o.person_id, o.kind, o.valid_from, o.valid_to, o.held_since, s.position, s.one_stop, s.deputy, s.unit_id, u.level
      FROM posting o JOIN post s ON s.id = o.post_id JOIN unit u ON u.id = s.unit_id
      WHERE ${counting("o", knownAt)} AND ${among("o.person_id", ids)}
      ORDER BY CASE o.kind WHEN 'primary' THEN 0 ELSE 1 END, o.valid_from, o.id`,
    ([id, kind, from, to, heldSince, position, oneStop, deputy, unitId, level]: PostingRow) =>
      of(id)?.postings.push({
        kind: one(kind),
        position: one(position),
        oneStop: oneStop === 1,
        deputy: deputy === 1,
        unitId,
        unitLevel: one(level),
        validFrom: one(from),
        validTo: one(to),
        heldSince: one(heldSince ?? from),
      }),
  );
  await readCertificates(reader, of, one, ids, knownAt);
  await reader.read(
    Prisma.sql`SELECT e.person_id, e.competency, e.level, e.valid_from, e.valid_to FROM evidence e
      WHERE ${counting("e", knownAt)} AND ${among("e.person_id", ids)} ORDER BY e.id`,
    ([id, competency, level, from, to]: [number, string, number, CivilDate, CivilDate | null]) =>
      of(id)?.evidence.push({ competency: one(competency), level, validFrom: one(from), validTo: one(to) }),
  );
  await readOrders(reader, of, one, ids, knownAt);
  return people;
}

function emptyFacts(id: number, publicId: string, staffCode: string): PersonFacts {
  return {
    id,
    publicId,
    staffCode,
    names: [],
    employments: [],
    postings: [],
    certificates: [],
    evidence: [],
    manual: [],
    waivers: [],
    extensions: [],
    absences: [],
    eligible: [],
  };
}

type Of = (record: number) => PersonFacts | undefined;
type One = <T extends string | null>(text: T) => T;

async function readCertificates(
  reader: FactsReader,
  of: Of,
  one: One,
  ids: readonly number[] | null,
  knownAt: KnownAt,
) {
  const byId = new Map<number, StaffCertificate>();
  await reader.read(
    Prisma.sql`SELECT c.id, c.person_id, c.public_id, c.programme, c.issued_on, c.valid_until FROM certificate c
      WHERE ${recorded("c", knownAt)} AND ${among("c.person_id", ids)} ORDER BY c.id`,
    ([id, person, publicId, programme, from, to]: [number, number, string, string, CivilDate, CivilDate | null]) => {
      const owner = of(person);
      if (!owner) return;
      const certificate: StaffCertificate = {
        publicId,
        programme: one(programme),
        issuedOn: one(from),
        validUntil: one(to),
        events: [],
      };
      byId.set(id, certificate);
      owner.certificates.push(certificate);
    },
  );
  const ofThese =
    ids === null
      ? Prisma.sql`1 = 1`
      : Prisma.sql`e.certificate_id IN (SELECT c.id FROM certificate c WHERE ${among("c.person_id", ids)})`;
  await reader.read(
    Prisma.sql`SELECT e.certificate_id, e.kind, e.on_date FROM certificate_event e
      WHERE ${counting("e", knownAt)} AND e.kind IN ('revoked', 'reinstated', 'superseded') AND ${ofThese} ORDER BY e.id`,
    ([id, kind, onDate]: [number, CertificateEvent["kind"], CivilDate]) =>
      byId.get(id)?.events.push({ kind: one(kind), onDate: one(onDate) }),
  );
}

/** Assignments by hand, waivers, extensions, absences, and passes that wait for a signatory. */
async function readOrders(reader: FactsReader, of: Of, one: One, ids: readonly number[] | null, knownAt: KnownAt) {
  const wanted = (row: string) =>
    Prisma.sql`${counting(row, knownAt)} AND ${among(`${row}.person_id`, ids)} ORDER BY ${Prisma.raw(row)}.id`;
  await reader.read(
    Prisma.sql`SELECT m.person_id, m.programme, m.course, m.reason, m.valid_from, m.due FROM manual_assignment m WHERE ${wanted("m")}`,
    ([id, programme, course, reason, since, due]: [number, string, string, string, CivilDate, CivilDate]) =>
      of(id)?.manual.push({ programme: one(programme), course: one(course), reason, since: one(since), due: one(due) }),
  );
  await reader.read(
    Prisma.sql`SELECT m.person_id, m.programme, m.reason, m.valid_from, m.valid_to FROM waiver m WHERE ${wanted("m")}`,
    ([id, programme, reason, from, to]: [number, string, string, CivilDate, CivilDate | null]) =>
      of(id)?.waivers.push({ programme: one(programme), reason, validFrom: one(from), validTo: one(to) }),
  );
  await reader.read(
    Prisma.sql`SELECT m.person_id, m.programme, m.reason, m.valid_from, m.due FROM due_extension m WHERE ${wanted("m")}`,
    ([id, programme, reason, since, due]: [number, string, string, CivilDate, CivilDate]) =>
      of(id)?.extensions.push({ programme: one(programme), reason, since: one(since), due: one(due) }),
  );
  await reader.read(
    Prisma.sql`SELECT m.person_id, m.valid_from, m.valid_to FROM absence m WHERE ${wanted("m")}`,
    ([id, from, to]: [number, CivilDate, CivilDate | null]) =>
      of(id)?.absences.push({ validFrom: one(from), validTo: one(to) }),
  );
  await reader.read(
    Prisma.sql`SELECT l.person_id, l.programme, l.on_date FROM eligibility l WHERE ${wanted("l")}`,
    ([id, programme, onDate]: [number, string, CivilDate]) =>
      of(id)?.eligible.push({ programme: one(programme), onDate: one(onDate) }),
  );
}

/** Posts with the times in which they were held. @param ids of posts; null: all */
export async function readPostFacts(
  reader: FactsReader,
  ids: readonly number[] | null,
  knownAt: KnownAt,
): Promise<Map<number, PostFacts>> {
  const posts = new Map<number, PostFacts>();
  type Row = [number, number, string, number, number, CivilDate, CivilDate | null];
  await reader.read(
    Prisma.sql`SELECT s.id, s.unit_id, s.position, s.deputy, s.one_stop, s.valid_from, s.valid_to FROM post s
      WHERE ${counting("s", knownAt)} AND ${among("s.id", ids)}`,
    ([id, unitId, position, deputy, oneStop, validFrom, validTo]: Row) =>
      posts.set(id, {
        id,
        unitId,
        position,
        deputy: deputy === 1,
        oneStop: oneStop === 1,
        validFrom,
        validTo,
        held: [],
      }),
  );
  await reader.read(
    Prisma.sql`SELECT o.post_id, o.valid_from, o.valid_to FROM posting o
      WHERE ${counting("o", knownAt)} AND ${among("o.post_id", ids)}`,
    ([id, validFrom, validTo]: [number, CivilDate, CivilDate | null]) =>
      posts.get(id)?.held.push({ validFrom, validTo }),
  );
  return posts;
}
