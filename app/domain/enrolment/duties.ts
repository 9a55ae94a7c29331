import {
  bestCertificate,
  type CertificateFacts,
  type CertificateStatus,
  isInForce as certificateHolds,
} from "~/domain/certification/certificate-status";
import { addDays, type CivilDate, daysBetween, holdsOn, type Span } from "~/domain/time/civil-date";
import type { AssignmentRule } from "./assignment-rule";

/** A posting as the rules see it. */
export interface PostingFact extends Span {
  position: string;
  oneStop: boolean;
  unitId: number;
  unitLevel: string;
}

export interface ManualAssignment {
  programme: string;
  course: string;
  due: CivilDate;
  reason: string;
  since: CivilDate;
}

export interface Waiver extends Span {
  programme: string;
  reason: string;
}

/** Why a duty exists; a duty can have several reasons and takes the earliest date. */
export type DutyReason =
  | { kind: "rule"; rule: string; posting: PostingFact; since: CivilDate; due: CivilDate }
  | { kind: "manual"; text: string; since: CivilDate; due: CivilDate };

export type DutyState =
  /** never held, still in time */
  | "open"
  /** in force, and the renewal window has begun */
  | "renew"
  /** the date has passed, or a certificate lapsed */
  | "overdue"
  | "done"
  | "waived";

export interface Duty {
  programme: string;
  course: string;
  state: DutyState;
  /** last day in time; for a renewal the last day of validity */
  due: CivilDate;
  /** negative when the day has passed */
  daysLeft: number;
  reasons: DutyReason[];
  certificate: { status: CertificateStatus; index: number } | null;
}

export interface DutyFacts {
  postings: readonly PostingFact[];
  rules: readonly AssignmentRule[];
  manual: readonly ManualAssignment[];
  waivers: readonly Waiver[];
  certificates: readonly (CertificateFacts & { programme: string })[];
  /** passes that wait for a signatory */
  eligible: readonly { programme: string; onDate: CivilDate }[];
  renewalWindowDays(programme: string): number;
}

/**
 * What a person has to hold on a date, and why. A pure function of dated facts: a future posting assigns on its day, an ended one
 * asks for nothing, whether or not any job runs.
 */
export function dutiesOn(facts: DutyFacts, asOf: CivilDate): Duty[] {
  const reasons = new Map<string, { course: string; reasons: DutyReason[] }>();
  const add = (programme: string, course: string, reason: DutyReason) => {
    const duty = reasons.get(programme) ?? { course, reasons: [] };
    duty.reasons.push(reason);
    reasons.set(programme, duty);
  };
  for (const posting of facts.postings.filter((posting) => holdsOn(posting, asOf))) {
    for (const rule of facts.rules.filter((rule) => isInForce(rule, asOf) && appliesTo(rule, posting))) {
      const since = posting.validFrom > rule.valid_from ? posting.validFrom : rule.valid_from;
      const due = addDays(since, rule.due_days);
      add(rule.assigns.programme, rule.assigns.course, { kind: "rule", rule: rule.key, posting, since, due });
    }
  }
  for (const { programme, course, due, reason, since } of facts.manual.filter(({ since }) => since <= asOf)) {
    add(programme, course, { kind: "manual", text: reason, since, due });
  }
  return [...reasons]
    .map(([programme, duty]) => dutyOf(programme, duty.course, duty.reasons, facts, asOf))
    .sort((a, b) => a.due.localeCompare(b.due) || a.programme.localeCompare(b.programme));
}

function isInForce(rule: AssignmentRule, asOf: CivilDate): boolean {
  return holdsOn({ validFrom: rule.valid_from, validTo: rule.valid_to }, asOf);
}

/** Whether a rule means a posting, whatever the date asked about. */
export function appliesTo({ when, valid_from }: AssignmentRule, posting: PostingFact): boolean {
  return (
    (!when.new_postings || posting.validFrom >= valid_from) &&
    when.positions.includes(posting.position) &&
    (when.unit_levels === undefined || when.unit_levels.some((level) => level === posting.unitLevel)) &&
    (!when.one_stop || posting.oneStop)
  );
}

function dutyOf(programme: string, course: string, reasons: DutyReason[], facts: DutyFacts, asOf: CivilDate): Duty {
  const own = facts.certificates
    .map((certificate, index) => ({ ...certificate, index }))
    .filter((certificate) => certificate.programme === programme);
  const best = bestCertificate(own, asOf, facts.renewalWindowDays(programme));
  const firstDue = reasons.reduce((due, reason) => (reason.due < due ? reason.due : due), reasons[0]?.due ?? asOf);
  // once certified, the last day of validity is the date that counts, but never before the first due date
  const counts = best !== null && best.status !== "revoked" && best.status !== "replaced";
  const lastValid = counts && best.certificate.validUntil ? addDays(best.certificate.validUntil, -1) : null;
  const due = lastValid !== null && lastValid > firstDue ? lastValid : firstDue;
  const waived = facts.waivers.some((waiver) => waiver.programme === programme && holdsOn(waiver, asOf));
  const since = best?.certificate.issuedOn ?? "";
  const eligible = facts.eligible.some(
    (pass) => pass.programme === programme && pass.onDate <= asOf && pass.onDate >= since,
  );
  const state = waived ? "waived" : stateOf(best?.status ?? null, eligible, due, asOf);
  return {
    programme,
    course,
    state,
    due,
    daysLeft: daysBetween(asOf, due),
    reasons: reasons.sort((a, b) => a.due.localeCompare(b.due)),
    certificate: best && { status: best.status, index: best.certificate.index },
  };
}

function stateOf(status: CertificateStatus | null, eligible: boolean, due: CivilDate, asOf: CivilDate): DutyState {
  if (status === "valid") return "done";
  if (status === "expiring") return "renew";
  if (eligible) return "done";
  return due < asOf || (status !== null && !certificateHolds(status)) ? "overdue" : "open";
}
