import { createHash } from "node:crypto";
import { type CertificateEvidence, factsNamed } from "~/domain/evidence-file/evidence-file";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Rows } from "../database.server";
import type { certificateModel } from "../generated/models";
import { keptRecords } from "../people/records-of.server";
import { decisionEvidence } from "./decision-evidence.server";

export interface GatheredCertificate {
  certificate: CertificateEvidence;
  /** what it rests on */
  facts: ReturnType<typeof factsNamed>;
  changes: number[];
}

/** A certificate with its rules, authority, events and signatures. The caller has established that the viewer may see its file. */
export async function certificateEvidence(client: Rows, id: number, today: CivilDate): Promise<GatheredCertificate> {
  const row = await client.certificate.findUniqueOrThrow({ where: { id } });
  const of = { where: { certificate_id: id }, orderBy: { id: "asc" as const } };
  const events = await client.certificate_event.findMany(of);
  const signatures = await client.certificate_signature.findMany(of);
  const credentials = await client.certificate_credential.findMany(of);
  const copies = await client.certificate_signed_copy.findMany(of);
  const linked = await client.certificate.findMany({
    where: { id: { in: [row.renews_id ?? 0, row.replaces_id ?? 0] } },
    select: { id: true, serial: true },
  });
  const serialOf = (other: number | null) => linked.find((each) => each.id === other)?.serial ?? null;
  const decision = await decisionEvidence(client, row, today);
  const completion: unknown = row.completion === null ? null : JSON.parse(row.completion);
  const basis = row.basis ?? (row.attempt_id === null ? null : `attempt:${row.attempt_id}`);
  return {
    certificate: {
      serial: row.serial,
      programme: row.programme,
      holder: await holderOf(client, row.person_id, today),
      face: JSON.parse(row.face) as unknown,
      issuedOn: row.issued_on,
      validUntil: row.valid_until,
      completedOn: row.completed_on ?? row.issued_on,
      basis,
      completion,
      rules: await rulesOf(client, row),
      decision: decision.decision,
      renews: serialOf(row.renews_id),
      replaces: serialOf(row.replaces_id),
      events: events.map(({ kind, on_date, cause, reason, retracted_change, recorded_change }) => ({
        kind,
        on: on_date,
        cause,
        reason,
        retracted: retracted_change !== null,
        change: recorded_change,
      })),
      signatures: signatures.map(({ key_id, sha256, signature, signed_at }) => ({
        keyId: key_id,
        sha256,
        signature,
        at: signed_at,
      })),
      credentials: credentials.map(({ key_id, jwt, signed_at }) => ({
        keyId: key_id,
        sha256: createHash("sha256").update(jwt).digest("hex"),
        at: signed_at,
      })),
      signedCopies: copies.map(({ sha256, bytes, signer, signed_on, retracted_change }) => ({
        sha256,
        bytes,
        signer,
        signedOn: signed_on,
        retracted: retracted_change !== null,
      })),
    },
    facts: factsNamed(basis, completion),
    changes: [
      row.recorded_change,
      ...decision.changes,
      ...[...events, ...copies].flatMap(({ recorded_change, retracted_change }) => [
        recorded_change,
        ...(retracted_change === null ? [] : [retracted_change]),
      ]),
    ],
  };
}

async function holderOf(client: Rows, record: number, today: CivilDate): Promise<CertificateEvidence["holder"]> {
  const personId = (await keptRecords(client)).get(record) ?? record;
  const { staff_code } = await client.person.findUniqueOrThrow({
    where: { id: personId },
    select: { staff_code: true },
  });
  const name = await client.person_name.findFirst({
    where: { person_id: personId, retracted_change: null, valid_from: { lte: today } },
    orderBy: { valid_from: "desc" },
    select: { full_name: true },
  });
  return { name: name?.full_name ?? staff_code, staffCode: staff_code };
}

/** The programme as it was when the certificate was issued: of the app's version, else of the files'. */
async function rulesOf(client: Rows, row: certificateModel): Promise<CertificateEvidence["rules"]> {
  if (row.programme_version_id !== null) {
    const version = await client.programme_version.findUniqueOrThrow({ where: { id: row.programme_version_id } });
    return {
      source: "app",
      number: String(version.id),
      hash: createHash("sha256").update(version.content).digest("hex"),
      validFrom: version.valid_from,
      programme: JSON.parse(version.content) as unknown,
    };
  }
  const version = await client.framework_version.findUniqueOrThrow({ where: { id: row.framework_version_id } });
  const { programmes } = JSON.parse(version.content) as { programmes: { key: string }[] };
  return {
    source: "files",
    number: version.number,
    hash: version.hash,
    validFrom: version.valid_from,
    programme: programmes.find(({ key }) => key === row.programme) ?? null,
  };
}
