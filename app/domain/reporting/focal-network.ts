import { bestCertificate, lastDayOf } from "~/domain/certification/certificate-status";
import { FOCAL_STATES, type FocalState, focalState } from "~/domain/certification/focal-state";
import type { AssignmentRule } from "~/domain/enrolment/assignment-rule";
import type { UnitAsOf } from "~/domain/organisation/organisation-as-of";
import type { CivilDate } from "~/domain/time/civil-date";
import type { StaffMember, StaffPosting, Workforce } from "./workforce";

export interface FocalPlace {
  unit: UnitAsOf;
  state: FocalState;
  holders: StaffMember[];
  /**
   * vacant: the first day without a holder, null where no such post was ever set up; duplicate: since there are two; uncertified:
   * since the certificate lapsed, or the post was taken up; else since the certificate was issued
   */
  since: CivilDate | null;
  /** last day of the certificate, where there is one with an end */
  until: CivilDate | null;
}

export interface FocalProgramme {
  /** keys of the positions that are focal points */
  positions: ReadonlySet<string>;
  programme: string | null;
  renewalWindowDays: number;
}

/**
 * The programme of focal points: what the rules ask of every focal-point post, whether it serves at a counter or not. The rules'
 * dates do not matter: focal points are older than our rules.
 */
export function focalProgrammeOf(rules: readonly AssignmentRule[], positions: ReadonlySet<string>): string | null {
  const rule = rules.find(({ when }) => !when.one_stop && when.positions.some((position) => positions.has(position)));
  return rule?.assigns.programme ?? null;
}

/** The focal-point post of each unit given, in the same order: as many places as units. */
export function focalNetwork(units: readonly UnitAsOf[], workforce: Workforce, focal: FocalProgramme): FocalPlace[] {
  const holders = holdersByUnit(workforce, focal.positions);
  return units.map((unit) => placeOf(unit, holders.get(unit.id) ?? [], workforce, focal));
}

interface Holder {
  member: StaffMember;
  posting: StaffPosting;
}

function holdersByUnit(workforce: Workforce, positions: ReadonlySet<string>): Map<number, Holder[]> {
  const byUnit = new Map<number, Holder[]>();
  for (const member of workforce.members) {
    for (const posting of member.postings) {
      if (posting.deputy || !positions.has(posting.position)) continue;
      const here = byUnit.get(posting.unitId) ?? [];
      if (!here.some((holder) => holder.member === member)) here.push({ member, posting });
      byUnit.set(posting.unitId, here);
    }
  }
  return byUnit;
}

function placeOf(unit: UnitAsOf, holders: readonly Holder[], workforce: Workforce, focal: FocalProgramme): FocalPlace {
  const { asOf } = workforce;
  const certified = holders.map(({ member }) => ({
    certificates: member.certificates.filter(({ programme }) => programme === focal.programme),
  }));
  const state = focalState(certified, asOf, focal.renewalWindowDays);
  const members = holders.map(({ member }) => member);
  const taken = holders.map(({ posting }) => posting.validFrom).sort();
  if (state === "vacant")
    return { unit, state, holders: members, since: vacantSince(unit, workforce, focal), until: null };
  if (state === "duplicate") return { unit, state, holders: members, since: taken[1] ?? null, until: null };
  const best = bestCertificate(certified[0]?.certificates ?? [], asOf, focal.renewalWindowDays);
  const until = best ? lastDayOf(best.certificate.validUntil) : null;
  if (state === "held-uncertified") {
    const lapsed = best?.status === "expired" ? best.certificate.validUntil : null;
    const start = taken[0] ?? null;
    return { unit, state, holders: members, since: lapsed && start && lapsed > start ? lapsed : start, until };
  }
  return { unit, state, holders: members, since: best?.certificate.issuedOn ?? null, until };
}

function vacantSince(unit: UnitAsOf, { vacancies }: Workforce, { positions }: FocalProgramme): CivilDate | null {
  const since = vacancies
    .filter((post) => post.unitId === unit.id && positions.has(post.position) && !post.deputy)
    .map((post) => post.since)
    .sort();
  return since.at(-1) ?? null;
}

/** How many units are in each state; the numbers add up to the number of units. */
export function countFocalStates(places: readonly FocalPlace[]): Record<FocalState, number> {
  const counts = Object.fromEntries(FOCAL_STATES.map((state) => [state, 0])) as Record<FocalState, number>;
  for (const place of places) counts[place.state]++;
  return counts;
}
