import { randomBytes } from "node:crypto";
import type { Completed } from "~/domain/certification/completion";
import { freezeFace } from "~/domain/certification/freeze-face";
import type { EarnedCertificate } from "~/domain/certification/person-facts";
import type { Programme } from "~/domain/certification/programme";
import { cycleOn } from "~/domain/certification/renewal-cycle";
import { serialNumber, seriesOf, verificationCode } from "~/domain/certification/serial-number";
import type { StandingDecision } from "~/domain/certification/standing-decision";
import { writeCompletion } from "~/domain/certification/stored-completion";
import { endOfValidity, type FollowedOn } from "~/domain/certification/validity";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Rows } from "~/models/database.server";
import { newPublicId } from "~/models/public-id.server";
import type { Holder } from "./holder-on.server";
import { earnedCertificates } from "./person-facts.server";
import type { ProgrammeInForce } from "./programmes-in-force.server";

export interface Issue {
  holder: Holder;
  rules: ProgrammeInForce;
  decision: StandingDecision;
  issuedOn: CivilDate;
  /** by what and when the rules were met; null: earned before this system */
  completion: Pick<Completed, "completedOn" | "by" | "basis"> | null;
  /** the list under which a signatory issues it */
  issueListId?: number;
}

/**
 * Issues a certificate within the caller's transaction: the next number of the year, a random code, the face frozen, and an event
 * on the one that it renews, which stays as it is.
 * @returns its id, also where one was issued for the same fact
 */
export async function issueCertificate(
  rows: Rows,
  changeId: number,
  issue: Issue,
): Promise<{ id: number; isNew: boolean }> {
  const { holder, completion, issuedOn, rules } = issue;
  const { programme } = rules;
  const existing = completion && (await onBasis(rows, programme.key, completion));
  if (existing) return { id: existing.id, isNew: false };
  const completedOn = completion?.completedOn ?? issuedOn;
  const renewed = await renewedBy(rows, holder.personId, programme, completedOn);
  const validUntil = endOfValidity(programme.validity, completedOn, renewed);
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
      framework_version_id: rules.frameworkVersionId,
      programme_version_id: rules.programmeVersionId,
      attempt_id: await freeAttempt(rows, programme.key, completion),
      basis: completion?.basis ?? null,
      completed_on: completion?.completedOn ?? null,
      completion: completion && writeCompletion(completion),
      renews_id: renewed?.id ?? null,
      issue_list_id: issue.issueListId ?? null,
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
  const events = [{ certificate_id: id, kind: "issued", on_date: issuedOn, recorded_change: changeId }];
  if (renewed)
    events.push({ certificate_id: renewed.id, kind: "renewed", on_date: issuedOn, recorded_change: changeId });
  await rows.certificate_event.createMany({ data: events });
  return { id, isNew: true };
}

/** The certificate of the same programme that was to be renewed on the day on which the requirements were met. */
async function renewedBy(
  rows: Rows,
  personId: number,
  programme: Programme,
  completedOn: CivilDate,
): Promise<(FollowedOn & { id: number }) | null> {
  const own = (await earnedCertificates(rows, personId)).filter((each) => each.programme === programme.key);
  const cycle = cycleOn(programme, own, completedOn);
  if (cycle.kind !== "renewal") return null;
  const { window_days, grace_days } = programme.renewal;
  const last = own.filter(({ facts }: EarnedCertificate) => facts.validUntil === cycle.follows).at(-1);
  return last ? { id: last.id, validUntil: cycle.follows, windowDays: window_days, graceDays: grace_days } : null;
}

/** Numbers have no gaps: the counter grows in the transaction that uses the number. */
export async function nextSerial(rows: Rows, issuedOn: CivilDate): Promise<string> {
  const series = seriesOf(issuedOn);
  const { last } = await rows.serial_counter.upsert({
    where: { series },
    create: { series, last: 1 },
    update: { last: { increment: 1 } },
  });
  return serialNumber(series, last);
}

function onBasis(rows: Rows, programme: string, { basis }: { basis: string }): Promise<{ id: number } | null> {
  const attempt = attemptIn(basis);
  return rows.certificate.findFirst({
    // what was issued before facts were named by their kind has the attempt alone
    where: { programme, OR: [{ basis }, ...(attempt === null ? [] : [{ basis: null, attempt_id: attempt }])] },
    select: { id: true },
  });
}

function attemptIn(ref: string): number | null {
  return ref.startsWith("attempt:") ? Number(ref.slice("attempt:".length)) : null;
}

/** The attempt under which the pages of the exam find the paper: the last of those it rests on, where no other certificate has it. */
async function freeAttempt(rows: Rows, programme: string, completion: Issue["completion"]): Promise<number | null> {
  if (!completion) return null;
  const others = completion.by
    .flatMap(({ refs, on }) => refs.map((ref) => ({ ref, on: on ?? "" })))
    .sort((a, b) => b.on.localeCompare(a.on))
    .map(({ ref }) => ref);
  const attempt = [completion.basis, ...others].map(attemptIn).find((id) => id !== null) ?? null;
  if (attempt === null) return null;
  const taken = await rows.certificate.findUnique({
    where: { programme_attempt_id: { programme, attempt_id: attempt } },
    select: { id: true },
  });
  return taken ? null : attempt;
}
