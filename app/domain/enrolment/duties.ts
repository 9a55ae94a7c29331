import {
  bestCertificate,
  type CertificateFacts,
  type CertificateStatus,
  isInForce as certificateHolds,
} from "~/domain/certification/certificate-status";
import { addDays, type CivilDate, daysBetween, holdsOn, type Span } from "~/domain/time/civil-date";
import { dueDay, nextWorkingDay, type WorkingDays } from "~/domain/time/working-days";
import { type AssignmentRule, assignedSince, isRuleInForce } from "./assignment-rule";
import type { PostingFact, UnitPlaces } from "./rule-condition";

export type { PostingFact } from "./rule-condition";

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

/** A later day for a duty; a list of them stands in the order in which they were recorded, and the last one counts. */
export interface DueExtension {
  programme: string;
  due: CivilDate;
  reason: string;
  since: CivilDate;
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
  /** the person is away: nothing is asked until the return, though certificates go on to expire */
  | "paused"
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
  /** what gave a later day than the reasons do */
  later: "extension" | "return" | null;
}

/** What holds for everyone. */
export interface DutyRules {
  rules: readonly AssignmentRule[];
  renewalWindowDays(programme: string): number;
  calendar: WorkingDays;
  /** days that someone has for duties after coming back */
  returnDays: number;
  units: UnitPlaces;
}

/** What is known of one person. */
export interface PersonDutyFacts {
  postings: readonly PostingFact[];
  employment: string | null;
  manual: readonly ManualAssignment[];
  waivers: readonly Waiver[];
  extensions: readonly DueExtension[];
  absences: readonly Span[];
  certificates: readonly (CertificateFacts & { programme: string })[];
  /** passes that wait for a signatory */
  eligible: readonly { programme: string; onDate: CivilDate }[];
}

export type DutyFacts = DutyRules & PersonDutyFacts;

/**
 * What a person has to hold on a date, and why. A pure function of dated facts: a future posting assigns on its day, an ended one
 * asks for nothing, whether or not any job runs. Days on which a duty is due are working days; days of certificates are not moved.
 */
export function dutiesOn(facts: DutyFacts, asOf: CivilDate): Duty[] {
  const reasons = new Map<string, { course: string; reasons: DutyReason[] }>();
  const add = (programme: string, course: string, reason: DutyReason) => {
    const duty = reasons.get(programme) ?? { course, reasons: [] };
    duty.reasons.push(reason);
    reasons.set(programme, duty);
  };
  const context = { asOf, employment: facts.employment, units: facts.units };
  for (const posting of facts.postings) {
    if (!holdsOn(posting, asOf)) continue;
    for (const rule of facts.rules) {
      if (!isRuleInForce(rule, asOf)) continue;
      const since = assignedSince(rule, posting, context);
      if (since === null) continue;
      const due = dueDay(facts.calendar, since, rule.due_days);
      add(rule.assigns.programme, rule.assigns.course, { kind: "rule", rule: rule.key, posting, since, due });
    }
  }
  for (const { programme, course, due, reason, since } of facts.manual) {
    if (since > asOf) continue;
    add(programme, course, { kind: "manual", text: reason, since, due: nextWorkingDay(facts.calendar, due) });
  }
  return [...reasons]
    .map(([programme, duty]) => dutyOf(programme, duty.course, duty.reasons, facts, asOf))
    .sort((a, b) => byDay(a.due, b.due) || a.programme.localeCompare(b.programme));
}

function dutyOf(programme: string, course: string, reasons: DutyReason[], facts: DutyFacts, asOf: CivilDate): Duty {
  const own = facts.certificates.filter((certificate) => certificate.programme === programme);
  const best = bestCertificate(own, asOf, facts.renewalWindowDays(programme));
  const firstDue = reasons.reduce((due, reason) => (reason.due < due ? reason.due : due), reasons[0]?.due ?? asOf);
  // once certified, the last day of validity is the date that counts, but never before the first due date
  const counts = best !== null && best.status !== "revoked" && best.status !== "replaced";
  const lastValid = counts && best.certificate.validUntil ? addDays(best.certificate.validUntil, -1) : null;
  const asked = lastValid !== null && lastValid > firstDue ? lastValid : firstDue;
  const later = laterDay(programme, facts, asOf);
  const due = later && later.due > asked ? later.due : asked;
  const waived = facts.waivers.some((waiver) => waiver.programme === programme && holdsOn(waiver, asOf));
  const since = best?.certificate.issuedOn ?? "";
  const eligible = facts.eligible.some(
    (pass) => pass.programme === programme && pass.onDate <= asOf && pass.onDate >= since,
  );
  const inTime = due > asked && due >= asOf;
  const state = waived ? "waived" : stateOf(best?.status ?? null, eligible, inTime, due, asOf);
  const away = state !== "waived" && state !== "done" && facts.absences.some((absence) => holdsOn(absence, asOf));
  return {
    programme,
    course,
    state: away ? "paused" : state,
    due,
    daysLeft: daysBetween(asOf, due),
    reasons: reasons.sort((a, b) => byDay(a.due, b.due)),
    certificate: best && { status: best.status, index: facts.certificates.indexOf(best.certificate) },
    later: later && due > asked ? later.by : null,
  };
}

function byDay(a: CivilDate, b: CivilDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The latest day that an extension or the return from an absence gives; a return that is already agreed on counts. */
function laterDay(
  programme: string,
  { extensions, absences, calendar, returnDays }: DutyFacts,
  asOf: CivilDate,
): { due: CivilDate; by: "extension" | "return" } | null {
  let latest: { due: CivilDate; by: "extension" | "return" } | null = null;
  const extension = extensions.findLast((each) => each.programme === programme && each.since <= asOf);
  if (extension) latest = { due: nextWorkingDay(calendar, extension.due), by: "extension" };
  for (const { validFrom, validTo } of absences) {
    if (validTo === null || validFrom > asOf) continue;
    const due = dueDay(calendar, validTo, returnDays);
    if (latest === null || due > latest.due) latest = { due, by: "return" };
  }
  return latest;
}

function stateOf(
  status: CertificateStatus | null,
  eligible: boolean,
  inTime: boolean,
  due: CivilDate,
  asOf: CivilDate,
): DutyState {
  if (status === "valid") return "done";
  if (status === "expiring") return "renew";
  if (eligible) return "done";
  const lapsed = status !== null && !certificateHolds(status);
  return due < asOf || (lapsed && !inTime) ? "overdue" : "open";
}
