import type { CertificateEvent } from "~/domain/certification/certificate-status";
import type { PersonDutyFacts, PostingFact } from "~/domain/enrolment/duties";
import type { CivilDate } from "~/domain/time/civil-date";
import { reader } from "../database.server";
import { Prisma, type PrismaClient } from "../generated/client";
import { keptRecord } from "../people/records-of.server";
import { holding, inScope, type Scope } from "../reporting/scope-units.server";

/** Someone with a post in scope on a date, as far as rules ask. */
export interface RuleSubject {
  personId: number;
  postings: PostingFact[];
  employment: string | null;
}

/** Posts read at once: the driver keeps everyone waiting while it reads. */
const AT_ONCE = 4_000;

/** Everyone with a post in scope on a date, by person; in parts, so that others are answered in between. */
export async function ruleSubjects(scope: Scope, on: CivilDate): Promise<Map<number, RuleSubject>> {
  const client = await reader();
  const subjects = new Map<number, RuleSubject>();
  for (let after = 0; ; ) {
    // one text a row: the driver's price is by the value
    const rows = await client.$queryRaw<{ id: bigint; row: string }[]>`
      SELECT o.id, ${keptRecord("o.person_id")} || ';' || s.position || ';' || s.one_stop || ';' || s.deputy || ';' ||
        s.unit_id || ';' || u.level || ';' || o.kind || ';' || o.valid_from || ';' || COALESCE(o.valid_to, '') || ';' ||
        COALESCE(o.held_since, '') || ';' || COALESCE(d.employment, '') AS row
      FROM posting o JOIN post s ON s.id = o.post_id JOIN unit u ON u.id = s.unit_id
      LEFT JOIN person_detail d ON d.person_id = o.person_id AND ${holding("d", on)}
      WHERE o.id > ${after} AND ${holding("o", on)} AND ${inScope(scope, "s.unit_id")}
      ORDER BY o.id LIMIT ${AT_ONCE}`;
    for (const { row } of rows) addPosting(subjects, row);
    const last = rows.at(-1);
    if (!last || rows.length < AT_ONCE) return subjects;
    after = Number(last.id);
  }
}

function addPosting(subjects: Map<number, RuleSubject>, row: string): void {
  const [id, position = "", oneStop, deputy, unitId, unitLevel = "", kind, validFrom = "", validTo, held, employment] =
    row.split(";");
  const personId = Number(id);
  let subject = subjects.get(personId);
  if (!subject) {
    subject = { personId, postings: [], employment: employment || null };
    subjects.set(personId, subject);
  }
  subject.postings.push({
    position,
    oneStop: oneStop === "1",
    deputy: deputy === "1",
    unitId: Number(unitId),
    unitLevel,
    kind,
    validFrom,
    validTo: validTo || null,
    heldSince: held || validFrom,
  });
}

export type SubjectFacts = Omit<PersonDutyFacts, "postings" | "employment">;

/**
 * What is known of people about some programmes up to a date: certificates, passes, and what was ordered. Null for someone of whom
 * nothing is.
 */
export async function subjectFacts(
  programmes: readonly string[],
  on: CivilDate,
  wanted: (personId: number) => boolean,
): Promise<(personId: number) => SubjectFacts | null> {
  const client = await reader();
  const known = new Map<number, SubjectFacts>();
  const of = (id: bigint): SubjectFacts | null => {
    const personId = Number(id);
    if (!wanted(personId)) return null;
    const facts = known.get(personId) ?? nothing();
    known.set(personId, facts);
    return facts;
  };
  if (programmes.length > 0) {
    const asked = Prisma.join([...programmes]);
    await addCertificates(client, asked, on, of);
    await addOrders(client, asked, on, of);
  }
  return (personId) => known.get(personId) ?? null;
}

const nothing = (): SubjectFacts => ({
  manual: [],
  waivers: [],
  extensions: [],
  absences: [],
  certificates: [],
  eligible: [],
});

type FactsOf = (personId: bigint) => { [Key in keyof SubjectFacts]: SubjectFacts[Key] } | null;

async function addCertificates(client: PrismaClient, asked: Prisma.Sql, on: CivilDate, of: FactsOf): Promise<void> {
  const rows = await client.$queryRaw<
    {
      id: bigint;
      person_id: bigint;
      programme: string;
      issued_on: string;
      valid_until: string | null;
      kind: string | null;
      on_date: string | null;
    }[]
  >`
    SELECT c.id, ${keptRecord("c.person_id")} AS person_id, c.programme, c.issued_on, c.valid_until, e.kind, e.on_date
    FROM certificate c
    LEFT JOIN certificate_event e ON e.certificate_id = c.id AND e.retracted_change IS NULL AND e.kind <> 'issued'
    WHERE c.programme IN (${asked}) AND c.issued_on <= ${on} ORDER BY c.id, e.id`;
  let last = null as { id: bigint; events: CertificateEvent[] } | null;
  for (const row of rows) {
    const event = row.kind && row.on_date ? { kind: row.kind as CertificateEvent["kind"], onDate: row.on_date } : null;
    if (last?.id === row.id) {
      if (event) last.events.push(event);
      continue;
    }
    const events: CertificateEvent[] = event ? [event] : [];
    last = { id: row.id, events };
    const facts = of(row.person_id);
    if (!facts) continue;
    const { programme, issued_on: issuedOn, valid_until: validUntil } = row;
    facts.certificates = [...facts.certificates, { programme, issuedOn, validUntil, events }];
  }
}

async function addOrders(client: PrismaClient, asked: Prisma.Sql, on: CivilDate, of: FactsOf): Promise<void> {
  const rows = await client.$queryRaw<
    {
      person_id: bigint;
      kind: string;
      id: bigint;
      programme: string;
      course: string;
      start: string;
      finish: string | null;
    }[]
  >`
    SELECT p.id AS person_id, m.kind, m.id, m.programme, m.course, m.start, m.finish FROM (
      SELECT person_id, 'manual' AS kind, id, programme, course, valid_from AS start, due AS finish
        FROM manual_assignment WHERE retracted_change IS NULL AND programme IN (${asked})
      UNION ALL SELECT person_id, 'waiver', id, programme, '', valid_from, valid_to
        FROM waiver WHERE retracted_change IS NULL AND programme IN (${asked})
      UNION ALL SELECT person_id, 'extension', id, programme, '', valid_from, due
        FROM due_extension WHERE retracted_change IS NULL AND programme IN (${asked})
      UNION ALL SELECT person_id, 'eligible', id, programme, '', on_date, NULL
        FROM eligibility WHERE programme IN (${asked})
      UNION ALL SELECT person_id, 'absence', id, '', '', valid_from, valid_to
        FROM absence WHERE retracted_change IS NULL
    ) AS m JOIN person p ON p.id = COALESCE((SELECT kept_person_id FROM person_merge
      WHERE merged_person_id = m.person_id AND retracted_change IS NULL), m.person_id)
    WHERE m.start <= ${on} ORDER BY m.id`;
  for (const { person_id, kind, programme, course, start, finish } of rows) {
    const facts = of(person_id);
    if (!facts) continue;
    if (kind === "manual") {
      facts.manual = [...facts.manual, { programme, course, reason: "", since: start, due: finish ?? start }];
    }
    if (kind === "waiver")
      facts.waivers = [...facts.waivers, { programme, reason: "", validFrom: start, validTo: finish }];
    if (kind === "extension") {
      facts.extensions = [...facts.extensions, { programme, reason: "", since: start, due: finish ?? start }];
    }
    if (kind === "eligible") facts.eligible = [...facts.eligible, { programme, onDate: start }];
    if (kind === "absence") facts.absences = [...facts.absences, { validFrom: start, validTo: finish }];
  }
}
