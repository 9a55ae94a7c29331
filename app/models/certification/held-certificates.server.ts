import type { CertificateEvent } from "~/domain/certification/certificate-status";
import type { CivilDate } from "~/domain/time/civil-date";
import { reader } from "~/models/database.server";
import { recordsOf } from "~/models/people/records-of.server";

/** A certificate as the rules see it, without its face. */
export interface HeldCertificate {
  publicId: string;
  programme: string;
  serial: string;
  issuedOn: CivilDate;
  validUntil: CivilDate | null;
  events: CertificateEvent[];
}

/** The certificates of one person, newest first. The caller has established that the viewer may see this person. */
export async function heldCertificates(personId: number): Promise<HeldCertificate[]> {
  const client = await reader();
  const rows = await client.$queryRaw<
    {
      public_id: string;
      programme: string;
      serial: string;
      issued_on: string;
      valid_until: string | null;
      events: string | null;
    }[]
  >`
    SELECT c.public_id, c.programme, c.serial, c.issued_on, c.valid_until,
      (SELECT group_concat(e.kind || ':' || e.on_date) FROM (
        SELECT kind, on_date FROM certificate_event
        WHERE certificate_id = c.id AND retracted_change IS NULL AND kind <> 'issued' ORDER BY on_date, id) e) AS events
    FROM certificate c WHERE c.person_id IN ${recordsOf(personId)} ORDER BY c.issued_on DESC, c.id DESC`;
  return rows.map((row) => ({
    publicId: row.public_id,
    programme: row.programme,
    serial: row.serial,
    issuedOn: row.issued_on,
    validUntil: row.valid_until,
    events: readEvents(row.events),
  }));
}

/** "revoked:2026-03-01,reinstated:2026-04-01" as SQL joins them. */
function readEvents(joined: string | null): CertificateEvent[] {
  return (joined ?? "")
    .split(",")
    .filter(Boolean)
    .map((text) => {
      const [kind = "", onDate = ""] = text.split(":");
      return { kind: kind as CertificateEvent["kind"], onDate };
    });
}
