import { today } from "~/config/clock.server";
import type { CertificateEvent, CertificateFacts } from "~/domain/certification/certificate-status";
import { type CertificateFace, certificateFace } from "~/domain/certification/face";
import { type Programmes, programmesOfDay } from "~/domain/certification/programme";
import type { Viewer } from "~/domain/permissions/viewer";
import { frameworkVersion, programmeVersion } from "~/models/course/frameworks.server";
import { reader } from "~/models/database.server";
import { Prisma } from "~/models/generated/client";
import type { certificateModel } from "~/models/generated/models";
import { keptRecord, keptRecords, recordsOf } from "~/models/people/records-of.server";

/** A certificate with what its status is computed from. */
export interface Certificate extends CertificateFacts {
  id: number;
  publicId: string;
  personId: number;
  programme: string;
  serial: string;
  code: string;
  unitId: number;
  face: CertificateFace;
  /** days before the end in which to renew, by the rules that it was issued under */
  renewalWindowDays: number;
}

/** All certificates of a person, newest first. The caller has established that the viewer may see this person. */
export async function certificatesOf(personId: number): Promise<Certificate[]> {
  const client = await reader();
  const found = await client.$queryRaw<{ id: bigint }[]>`
    SELECT id FROM certificate WHERE person_id IN ${recordsOf(personId)}`;
  const rows = await client.certificate.findMany({
    where: { id: { in: found.map(({ id }) => Number(id)) } },
    orderBy: [{ issued_on: "desc" }, { id: "desc" }],
  });
  return withFacts(rows);
}

/**
 * A certificate that the viewer may see: their own, or of someone who holds a post today in a unit of the scope. Null covers
 * both "there is none" and "not yours to see".
 * @param scopeUnitIds every unit whose people the viewer may see, or "all"
 */
export async function findCertificateFor(
  viewer: Viewer,
  publicId: string,
  scopeUnitIds: readonly number[] | "all",
): Promise<Certificate | null> {
  const client = await reader();
  const [found] = await client.$queryRaw<{ id: bigint }[]>`
    SELECT c.id FROM certificate c
    WHERE c.public_id = ${publicId} AND (c.person_id IN ${recordsOf(viewer.personId)} OR ${inScope(scopeUnitIds)})`;
  return found ? findCertificate(Number(found.id)) : null;
}

function inScope(scopeUnitIds: readonly number[] | "all"): Prisma.Sql {
  if (scopeUnitIds === "all") return Prisma.sql`TRUE`;
  if (scopeUnitIds.length === 0) return Prisma.sql`FALSE`;
  const date = today();
  return Prisma.sql`EXISTS (
    SELECT 1 FROM posting o JOIN post s ON s.id = o.post_id
    WHERE o.person_id IN ${recordsOf(keptRecord("c.person_id"))} AND o.retracted_change IS NULL
      AND o.valid_from <= ${date} AND (o.valid_to IS NULL OR o.valid_to > ${date})
      AND s.unit_id IN (${Prisma.join([...scopeUnitIds])}))`;
}

/** By its id, for code that has established who asks. */
export async function findCertificate(id: number): Promise<Certificate | null> {
  const client = await reader();
  const row = await client.certificate.findUnique({ where: { id } });
  if (!row) return null;
  const [certificate] = await withFacts([row]);
  return certificate ?? null;
}

async function withFacts(rows: certificateModel[]): Promise<Certificate[]> {
  const events = await eventsOf(rows.map(({ id }) => id));
  const keptOf = await keptRecords(await reader());
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      publicId: row.public_id,
      personId: keptOf.get(row.person_id) ?? row.person_id,
      programme: row.programme,
      serial: row.serial,
      code: row.code,
      issuedOn: row.issued_on,
      validUntil: row.valid_until,
      unitId: row.unit_id,
      face: certificateFace.parse(JSON.parse(row.face)),
      events: events.get(row.id) ?? [],
      renewalWindowDays: await renewalWindowOf(row),
    })),
  );
}

async function eventsOf(certificateIds: number[]): Promise<Map<number, CertificateEvent[]>> {
  const client = await reader();
  const rows = await client.certificate_event.findMany({
    where: { certificate_id: { in: certificateIds }, kind: { not: "issued" }, retracted_change: null },
    // of two on one day the later one counts
    orderBy: [{ on_date: "asc" }, { id: "asc" }],
  });
  const events = new Map<number, CertificateEvent[]>();
  for (const row of rows) {
    const event = { kind: row.kind as CertificateEvent["kind"], onDate: row.on_date };
    events.set(row.certificate_id, [...(events.get(row.certificate_id) ?? []), event]);
  }
  return events;
}

async function renewalWindowOf({
  framework_version_id,
  programme_version_id,
  programme: key,
  ...row
}: certificateModel): Promise<number> {
  if (programme_version_id !== null) return (await programmeVersion(programme_version_id)).renewal.window_days;
  const programmes = (await frameworkVersion(framework_version_id)).content as Programmes;
  const ofDay = programmesOfDay(programmes, row.completed_on ?? row.issued_on);
  return ofDay.find((each) => each.key === key)?.renewal.window_days ?? 0;
}
