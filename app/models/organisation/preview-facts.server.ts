import type { CertificateEvent, CertificateFacts } from "~/domain/certification/certificate-status";
import { conditionOf } from "~/domain/enrolment/assignment-rule";
import type { Condition } from "~/domain/enrolment/rule-condition";
import type { BatchPreview, PersonRef } from "~/domain/organisation/batch-preview";
import type { Presence, PreviewFacts } from "~/domain/organisation/preview-batch";
import { focalProgrammeOf } from "~/domain/reporting/focal-network";
import type { CivilDate } from "~/domain/time/civil-date";
import { frameworksAsOf } from "../course/frameworks.server";
import type { Rows } from "../database.server";
import { Prisma } from "../generated/client";
import { rulesAsOf } from "../rules/rules-in-force.server";

const list = (ids: readonly number[]) => Prisma.raw(ids.length > 0 ? ids.join(",") : "0");

/** Names of people on a date, or the first they have. */
export async function personsOf(
  client: Rows,
  ids: readonly number[],
  date: CivilDate,
): Promise<Map<number, PersonRef>> {
  const rows = await client.$queryRaw<
    { id: bigint; public_id: string; staff_code: string; full_name: string; valid_from: string }[]
  >`
    SELECT p.id, p.public_id, p.staff_code, n.full_name, n.valid_from
    FROM person p JOIN person_name n ON n.person_id = p.id AND n.retracted_change IS NULL
    WHERE p.id IN (${list(ids)}) ORDER BY n.valid_from`;
  const persons = new Map<number, PersonRef>();
  for (const row of rows) {
    const id = Number(row.id);
    if (persons.has(id) && row.valid_from > date) continue;
    persons.set(id, { publicId: row.public_id, staffCode: row.staff_code, name: row.full_name });
  }
  return persons;
}

/** Who is in the units, on the date or later. */
export async function presencesIn(client: Rows, unitIds: readonly number[], from: CivilDate): Promise<Presence[]> {
  const rows = await client.$queryRaw<
    { id: bigint; person_id: bigint; unit_id: bigint; valid_from: string; valid_to: string | null }[]
  >`
    SELECT o.id, o.person_id, s.unit_id, o.valid_from, o.valid_to FROM post s JOIN posting o ON o.post_id = s.id
    WHERE s.unit_id IN (${list(unitIds)}) AND s.retracted_change IS NULL AND o.retracted_change IS NULL
      AND (o.valid_to IS NULL OR o.valid_to > ${from})`;
  return rows.map((row) => ({
    postingId: Number(row.id),
    personId: Number(row.person_id),
    unitId: Number(row.unit_id),
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }));
}

/** The people of the units, on the date or later. */
const peopleOf = (unitIds: readonly number[], date: CivilDate) => Prisma.sql`(SELECT o.person_id FROM post s
  JOIN posting o ON o.post_id = s.id WHERE s.unit_id IN (${list(unitIds)}) AND s.retracted_change IS NULL
    AND o.retracted_change IS NULL AND (o.valid_to IS NULL OR o.valid_to > ${date}))`;

/** Of the people of the units, those who have a post in another unit on the date. */
export async function withPostElsewhere(
  client: Rows,
  unitIds: readonly number[],
  date: CivilDate,
): Promise<Set<number>> {
  const rows = await client.$queryRaw<{ person_id: bigint }[]>`
    SELECT DISTINCT x.person_id FROM posting x JOIN post y ON y.id = x.post_id
    WHERE x.person_id IN ${peopleOf(unitIds, date)} AND x.retracted_change IS NULL AND x.valid_from <= ${date}
      AND (x.valid_to IS NULL OR x.valid_to > ${date}) AND y.unit_id NOT IN (${list(unitIds)})`;
  return new Set(rows.map((row) => Number(row.person_id)));
}

/** What is open for the people of the units. */
export async function openWorkOf(
  client: Rows,
  unitIds: readonly number[],
  date: CivilDate,
): Promise<BatchPreview["open"]> {
  const people = peopleOf(unitIds, date);
  const [row] = await client.$queryRaw<Record<keyof BatchPreview["open"], bigint>[]>`
    SELECT (SELECT COUNT(DISTINCT person_id) FROM ${people} AS everyone) AS people,
      (SELECT COUNT(*) FROM manual_assignment WHERE retracted_change IS NULL AND person_id IN ${people}) AS manual,
      (SELECT COUNT(*) FROM due_extension WHERE retracted_change IS NULL AND due > ${date} AND person_id IN ${people})
        AS extensions,
      (SELECT COUNT(*) FROM enrolment e WHERE e.person_id IN ${people}
        AND NOT EXISTS (SELECT 1 FROM course_completion c WHERE c.enrolment_id = e.id)
        AND NOT EXISTS (SELECT 1 FROM attempt a JOIN attempt_standing r ON r.attempt_id = a.id
          WHERE a.enrolment_id = e.id AND r.passed = 1)) AS enrolments`;
  const { people: everyone = 0, manual = 0, extensions = 0, enrolments = 0 } = row ?? {};
  return {
    people: Number(everyone),
    manual: Number(manual),
    extensions: Number(extensions),
    enrolments: Number(enrolments),
  };
}

/** The certificates of the programme that focal points are asked for; null where there is none. */
export async function certificatesOf(
  client: Rows,
  personIds: readonly number[],
  date: CivilDate,
  focal: readonly string[],
): Promise<PreviewFacts["certificates"]> {
  const [rules, frameworks] = await Promise.all([rulesAsOf(date), frameworksAsOf(date)]);
  const programme = focalProgrammeOf(rules, new Set(focal));
  if (programme === null) return null;
  const { programmes } = frameworks.certifications.content;
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
    SELECT c.id, c.person_id, c.issued_on, c.valid_until, e.kind, e.on_date FROM certificate c
    LEFT JOIN certificate_event e ON e.certificate_id = c.id AND e.retracted_change IS NULL AND e.kind <> 'issued'
    WHERE c.programme = ${programme} AND c.person_id IN (${list(personIds)}) ORDER BY c.id, e.id`;
  const found = new Map<number, CertificateFacts & { personId: number; events: CertificateEvent[] }>();
  for (const row of rows) {
    const id = Number(row.id);
    const certificate = found.get(id) ?? {
      personId: Number(row.person_id),
      issuedOn: row.issued_on,
      validUntil: row.valid_until,
      events: [],
    };
    if (row.kind && row.on_date) {
      certificate.events.push({ kind: row.kind as CertificateEvent["kind"], onDate: row.on_date });
    }
    found.set(id, certificate);
  }
  return {
    of: (personId) => [...found.values()].filter((certificate) => certificate.personId === personId),
    renewalWindowDays: programmes.find(({ key }) => key === programme)?.renewal.window_days ?? 0,
  };
}

/** The rules of a date that name units, with the public ids of those. */
export async function rulesWithUnits(date: CivilDate): Promise<PreviewFacts["rules"]> {
  const rules = await rulesAsOf(date);
  return rules.flatMap((rule) => {
    const units = [...new Set(unitsNamed(conditionOf(rule)))];
    const over = rule.valid_to !== null && rule.valid_to <= date;
    return units.length > 0 && !over ? [{ key: rule.key, title: rule.title, units }] : [];
  });
}

function unitsNamed(condition: Condition): string[] {
  if ("under" in condition) return condition.under;
  if ("all" in condition) return condition.all.flatMap(unitsNamed);
  return "any" in condition ? condition.any.flatMap(unitsNamed) : [];
}
