import { randomBytes } from "node:crypto";
import { type CorrectedWords, correctFace, sameWords } from "~/domain/certification/correct-face";
import { verificationCode } from "~/domain/certification/serial-number";
import { writeCompletion } from "~/domain/certification/stored-completion";
import type { Viewer } from "~/domain/permissions/viewer";
import type { Bilingual } from "~/domain/text/bilingual";
import { type CivilDate, civilDateOf } from "~/domain/time/civil-date";
import { recordEvidence, takeBackEvidence } from "~/models/competency/record-evidence.server";
import { type Rows, reader } from "~/models/database.server";
import type { certificateModel } from "~/models/generated/models";
import { newPublicId } from "~/models/public-id.server";
import { actOnCertificate, type LifeOrder, type LifeOutcome } from "./act-on-certificate.server";
import { type CertificateForAct, certificateForAct } from "./certificate-for-act.server";
import { holderOn } from "./holder-on.server";
import { nextSerial } from "./issue-certificate.server";
import { programmeHistory } from "./programmes-in-force.server";

/** What the records say today of the day of issue, beside what the paper says. */
export interface CorrectionPage {
  certificate: CertificateForAct;
  printed: CorrectedWords;
  onRecord: CorrectedWords;
}

/** A certificate that the viewer may correct, with what it would say by the records; null for every other one. */
export async function correctionOf(viewer: Viewer, publicId: string, today: CivilDate): Promise<CorrectionPage | null> {
  const certificate = await certificateForAct(viewer, publicId, "prepare-certificates", today);
  if (!certificate) return null;
  const client = await reader();
  const { face, personId, issuedOn, programme } = certificate;
  const printed = { holder: face.holder, unit: face.unit, programme: face.programme };
  const holder = await holderOn(client, personId, issuedOn);
  const title: Bilingual | undefined = (await programmeHistory(client)).of(programme, issuedOn)?.programme.title;
  const onRecord = {
    holder: holder?.fullName ?? printed.holder,
    unit: holder?.unit ?? printed.unit,
    programme: title ?? printed.programme,
  };
  return { certificate, printed, onRecord };
}

export type CorrectionOutcome =
  | { ok: true; publicId: string }
  | Extract<LifeOutcome, { ok: false }>
  | { ok: false; refusal: "nothing-changed" };

/**
 * Issues a corrected paper in place of one: a number of its own, the same validity, a link both ways. The old paper stays as it was
 * and says "replaced by". The levels that it proved are proven by the new one.
 */
export async function correctCertificate(
  viewer: Viewer,
  publicId: string,
  order: LifeOrder & { words: CorrectedWords },
): Promise<CorrectionOutcome> {
  const known = await replacementOf(publicId);
  const page = await correctionOf(viewer, publicId, civilDateOf(order.at));
  if (page && known === null && sameWords(page.printed, order.words)) return { ok: false, refusal: "nothing-changed" };
  const outcome = await actOnCertificate(viewer, publicId, "correct", order, (rows, changeId, certificate) =>
    replace(rows, changeId, certificate, order),
  );
  if (!outcome.ok) return outcome;
  return { ok: true, publicId: (await replacementOf(publicId)) ?? publicId };
}

async function replace(
  rows: Rows,
  changeId: number,
  { id: oldId, face: old }: CertificateForAct,
  { words, at, reason }: LifeOrder & { words: CorrectedWords },
): Promise<void> {
  const today = civilDateOf(at);
  const serial = await nextSerial(rows, today);
  const code = verificationCode(randomBytes(32));
  const face = correctFace(old, words, { issuedOn: today, serial, code });
  const row = await rows.certificate.findUniqueOrThrow({ where: { id: oldId } });
  const { id } = await rows.certificate.create({
    data: {
      public_id: newPublicId(),
      person_id: row.person_id,
      programme: row.programme,
      framework_version_id: row.framework_version_id,
      programme_version_id: row.programme_version_id,
      serial,
      code,
      issued_on: today,
      valid_until: row.valid_until,
      unit_id: row.unit_id,
      face: JSON.stringify(face),
      completed_on: row.completed_on ?? row.issued_on,
      completion: row.completion ?? (await completionByPass(rows, row)),
      issue_list_id: row.issue_list_id,
      replaces_id: oldId,
      recorded_change: changeId,
    },
    select: { id: true },
  });
  await rows.certificate_event.createMany({
    data: [
      { certificate_id: oldId, kind: "superseded", on_date: today, reason, recorded_change: changeId },
      { certificate_id: id, kind: "issued", on_date: today, reason, recorded_change: changeId },
    ],
  });
  await handOverEvidence(rows, changeId, oldId, id);
}

/** A paper from before completions were kept rests on its attempt alone: the new one says so in words of its own. */
async function completionByPass(rows: Rows, row: certificateModel): Promise<string | null> {
  if (row.attempt_id === null) return null;
  const [pass] = await rows.$queryRaw<{ slug: string }[]>`
    SELECT k.slug FROM attempt a JOIN course_version v ON v.id = a.course_version_id JOIN course k ON k.id = v.course_id
    WHERE a.id = ${row.attempt_id}`;
  if (!pass) return null;
  const completedOn = row.completed_on ?? row.issued_on;
  const refs = [`attempt:${row.attempt_id}`];
  return writeCompletion({ completedOn, by: [{ requirement: { exam_of: pass.slug }, refs, on: completedOn }] });
}

async function handOverEvidence(rows: Rows, changeId: number, oldId: number, certificateId: number): Promise<void> {
  const proven = await rows.evidence.findMany({ where: { certificate_id: oldId, retracted_change: null } });
  await takeBackEvidence(rows, changeId, { certificateId: oldId });
  for (const { person_id, competency, level, course, valid_from, valid_to } of proven) {
    await recordEvidence(rows, changeId, {
      personId: person_id,
      fact: { kind: "certificate", certificateId, course },
      levels: [{ competency, level }],
      validFrom: valid_from,
      validTo: valid_to,
    });
  }
}

async function replacementOf(publicId: string): Promise<string | null> {
  const client = await reader();
  const old = await client.certificate.findUnique({ where: { public_id: publicId }, select: { id: true } });
  if (!old) return null;
  const row = await client.certificate.findUnique({ where: { replaces_id: old.id }, select: { public_id: true } });
  return row?.public_id ?? null;
}
