import { randomBytes } from "node:crypto";
import { endOfValidity } from "~/domain/certification/certificate-status";
import { freezeFace } from "~/domain/certification/freeze-face";
import type { Programme } from "~/domain/certification/programme";
import { serialNumber, seriesOf, verificationCode } from "~/domain/certification/serial-number";
import type { StandingDecision } from "~/domain/certification/standing-decision";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Rows } from "~/models/database.server";
import { newPublicId } from "~/models/public-id.server";
import type { Holder } from "./holder-on.server";

export interface Issue {
  holder: Holder;
  /** the pass that it rests on; null: earned before this system */
  attemptId: number | null;
  programme: Pick<Programme, "key" | "title" | "validity_months">;
  frameworkVersionId: number;
  decision: StandingDecision;
  issuedOn: CivilDate;
}

/**
 * Issues a certificate within the caller's transaction: the next number of the year, a random code, the face frozen.
 * @returns its id, also where this attempt has one already
 */
export async function issueCertificate(rows: Rows, changeId: number, issue: Issue): Promise<number> {
  const { holder, attemptId, programme, issuedOn } = issue;
  const existing = attemptId === null ? null : await ofAttempt(rows, programme.key, attemptId);
  if (existing) return existing.id;
  const validUntil = endOfValidity(issuedOn, programme.validity_months);
  const serial = await nextSerial(rows, issuedOn);
  const code = verificationCode(randomBytes(32));
  const face = freezeFace(
    { holder: holder.fullName, unit: holder.unit, programme: programme.title, issuedOn, validUntil, serial, code },
    issue.decision,
  );
  const { id } = await rows.certificate.create({
    data: {
      public_id: newPublicId(),
      person_id: holder.personId,
      programme: programme.key,
      framework_version_id: issue.frameworkVersionId,
      attempt_id: attemptId,
      serial,
      code,
      issued_on: issuedOn,
      valid_until: validUntil,
      unit_id: holder.unitId,
      face: JSON.stringify(face),
      recorded_change: changeId,
    },
    select: { id: true },
  });
  await rows.certificate_event.create({
    data: { certificate_id: id, kind: "issued", on_date: issuedOn, recorded_change: changeId },
  });
  return id;
}

/** Numbers have no gaps: the counter grows in the transaction that uses the number. */
async function nextSerial(rows: Rows, issuedOn: CivilDate): Promise<string> {
  const series = seriesOf(issuedOn);
  const { last } = await rows.serial_counter.upsert({
    where: { series },
    create: { series, last: 1 },
    update: { last: { increment: 1 } },
  });
  return serialNumber(series, last);
}

function ofAttempt(rows: Rows, programme: string, attemptId: number): Promise<{ id: number } | null> {
  return rows.certificate.findUnique({
    where: { programme_attempt_id: { programme, attempt_id: attemptId } },
    select: { id: true },
  });
}
