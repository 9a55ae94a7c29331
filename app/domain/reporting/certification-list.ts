import { bestCertificate, lastDayOf } from "~/domain/certification/certificate-status";
import { type Duty, type DutyRules, dutiesOn } from "~/domain/enrolment/duties";
import type { CivilDate } from "~/domain/time/civil-date";
import { type Selection, type StaffMember, type StaffPosting, selects } from "./workforce";

/** How a person stands with a certificate that their post asks for. "eligible": passed, the paper waits for a signatory. */
export const CERTIFICATION_STATES = ["never", "expired", "revoked", "eligible", "expiring", "valid", "waived"] as const;
export type CertificationState = (typeof CERTIFICATION_STATES)[number];

export interface CertificationRow {
  member: StaffMember;
  programme: string;
  state: CertificationState;
  /** since when it has been so: asked for, lapsed, revoked, passed, issued */
  since: CivilDate;
  /** last day in time; for a certificate in force its last day; null: it has no end */
  due: CivilDate | null;
  overdue: boolean;
  /** the person is away: nothing is asked until the return. That it is so is shown to those alone who may see absences. */
  paused: boolean;
  /** the posts that ask for it; the primary one where it was assigned to the person; never empty */
  postings: StaffPosting[];
}

/** Not certified, or not for long. */
export function isOpen(state: CertificationState): boolean {
  return state !== "valid" && state !== "waived";
}

/** Every programme that anyone's post asks for on the date, with how they stand; members in the given order. */
export function certificationRows(
  members: readonly StaffMember[],
  rules: DutyRules,
  asOf: CivilDate,
): CertificationRow[] {
  return members.flatMap((member) =>
    dutiesOf(member, rules, asOf).map((duty) => rowOf(member, duty, rules.renewalWindowDays(duty.programme), asOf)),
  );
}

/** What a member has to hold on the date, by the rules. */
export function dutiesOf(member: StaffMember, rules: DutyRules, asOf: CivilDate): Duty[] {
  // each named: millions of copies by "..." would take most of the time
  return dutiesOn(
    {
      postings: member.postings,
      employment: member.employment,
      manual: member.manual,
      waivers: member.waivers,
      extensions: member.extensions,
      absences: member.absences,
      certificates: member.certificates,
      eligible: member.eligible,
      rules: rules.rules,
      renewalWindowDays: rules.renewalWindowDays,
      calendar: rules.calendar,
      returnDays: rules.returnDays,
      units: rules.units,
    },
    asOf,
  );
}

function rowOf(member: StaffMember, duty: Duty, renewalWindowDays: number, asOf: CivilDate): CertificationRow {
  const standing = standingIn(member, duty, renewalWindowDays, asOf);
  return {
    member,
    programme: duty.programme,
    overdue: duty.state === "overdue",
    paused: duty.state === "paused",
    postings: postingsAsking(member, duty),
    ...standing,
    // a day that is not asked for is not shown: whoever may not see absences finds a certificate's state, and no date
    due: duty.state === "paused" && standing.state !== "expiring" ? null : standing.due,
  };
}

/** The member's own list where all of it asks, which is nearly always: hundreds of thousands of lists would say the same. */
function postingsAsking({ postings }: StaffMember, { reasons }: Duty): StaffPosting[] {
  const asking = postings.filter((posting) =>
    reasons.some((reason) => reason.kind === "rule" && reason.posting === posting),
  );
  const those = asking.length > 0 ? asking : postings.slice(0, 1);
  return those.length === postings.length ? postings : those;
}

function standingIn(
  member: StaffMember,
  duty: Duty,
  renewalWindowDays: number,
  asOf: CivilDate,
): Pick<CertificationRow, "state" | "since" | "due"> {
  const asked = duty.reasons.map((reason) => reason.since).sort()[0] ?? asOf;
  if (duty.state === "waived") return { state: "waived", since: asked, due: null };
  const own = member.certificates.filter((certificate) => certificate.programme === duty.programme);
  const best = bestCertificate(own, asOf, renewalWindowDays);
  if (best === null) {
    const pass = member.eligible.find((each) => each.programme === duty.programme && each.onDate <= asOf);
    return pass
      ? { state: "eligible", since: pass.onDate, due: duty.due }
      : { state: "never", since: asked, due: duty.due };
  }
  const { certificate, status } = best;
  const due = lastDayOf(certificate.validUntil);
  if (status === "valid" || status === "expiring") return { state: status, since: certificate.issuedOn, due };
  if (status === "expired" && certificate.validUntil)
    return { state: "expired", since: certificate.validUntil, due: duty.due };
  const ends = certificate.events.filter((event) => event.kind !== "reinstated" && event.onDate <= asOf);
  const ended =
    ends
      .map((event) => event.onDate)
      .sort()
      .at(-1) ?? certificate.issuedOn;
  return { state: status === "revoked" ? "revoked" : "expired", since: ended, due: duty.due };
}

/** The rows by the place of the unit of their first post; in a unit, and beyond all units, in the given order. */
export function inOrderOfUnits(
  rows: readonly CertificationRow[],
  order: ReadonlyMap<number, number>,
): CertificationRow[] {
  // many thousands of rows and hundreds of units: counted, not compared
  const places = Int32Array.from(rows, (row) => order.get(row.postings[0]?.unitId ?? 0) ?? order.size);
  const next = new Int32Array(order.size + 2);
  for (const place of places) next[place + 1] = (next[place + 1] ?? 0) + 1;
  for (let place = 1; place < next.length; place += 1) next[place] = (next[place] ?? 0) + (next[place - 1] ?? 0);
  const sorted = [...rows];
  for (const [index, row] of rows.entries()) {
    const place = places[index] ?? 0;
    const at = next[place] ?? 0;
    sorted[at] = row;
    next[place] = at + 1;
  }
  return sorted;
}

export interface CertificationFilter extends Selection {
  programme: string | null;
  /** "open": not certified or not for long; "all": everyone */
  state: CertificationState | "open" | "all";
}

/** The rows that fit; each keeps only the posts that were selected, and has at least one. */
export function filterCertification(
  rows: readonly CertificationRow[],
  filter: CertificationFilter,
): CertificationRow[] {
  // every row has a post: of a whole country nothing is looked at
  if (filter.units === null && filter.position === null && filter.programme === null && filter.state === "all")
    return [...rows];
  const fitting: CertificationRow[] = [];
  for (const row of rows) {
    if (filter.programme !== null && row.programme !== filter.programme) continue;
    if (filter.state === "open" ? !isOpen(row.state) : filter.state !== "all" && row.state !== filter.state) continue;
    if (row.postings.every((posting) => selects(filter, posting))) {
      fitting.push(row);
      continue;
    }
    const postings = row.postings.filter((posting) => selects(filter, posting));
    if (postings.length > 0) fitting.push({ ...row, postings });
  }
  return fitting;
}

/** How many rows there are of each state. */
export function countStates(rows: readonly CertificationRow[]): Record<CertificationState, number> {
  const counts = { never: 0, expired: 0, revoked: 0, eligible: 0, expiring: 0, valid: 0, waived: 0 };
  for (const row of rows) counts[row.state]++;
  return counts;
}
