import { bestCertificate, lastDayOf } from "~/domain/certification/certificate-status";
import { FOCAL_STATES, type FocalHolding, type FocalState, focalState } from "~/domain/certification/focal-state";
import { type AssignmentRule, asksForCounter, conditionOf, positionsNamed } from "~/domain/enrolment/assignment-rule";
import type { UnitAsOf } from "~/domain/organisation/organisation-as-of";
import { type CivilDate, holdsOn } from "~/domain/time/civil-date";
import type { StaffMember, StaffPosting, Workforce } from "./workforce";

export interface FocalHolder {
  member: StaffMember;
  /** stands in for the holder, or until there is one */
  acting: boolean;
  /** on leave of absence: for those alone who may see absences */
  away: boolean;
  since: CivilDate;
}

export interface FocalDeputy {
  member: StaffMember;
  since: CivilDate;
  /** still learning, or ready to take over */
  certified: boolean;
}

export interface FocalPlace {
  unit: UnitAsOf;
  state: FocalState;
  /** whoever is on duty first */
  holders: FocalHolder[];
  /** those who are being prepared to take the post over */
  deputies: FocalDeputy[];
  /**
   * vacant: the first day without a holder, null where no such post was ever set up; duplicate: since there are two; acting: since
   * someone stands in; uncertified: since the certificate lapsed, or the post was taken up; else since the certificate was issued
   */
  since: CivilDate | null;
  /** last day of the certificate of whoever is on duty, where there is one with an end */
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
  const rule = rules.find((each) => {
    const condition = conditionOf(each);
    return !asksForCounter(condition) && positionsNamed(condition).some((position) => positions.has(position));
  });
  return rule?.assigns.programme ?? null;
}

/** The focal-point post of each unit given, in the same order: as many places as units. */
export function focalNetwork(units: readonly UnitAsOf[], workforce: Workforce, focal: FocalProgramme): FocalPlace[] {
  const held = postingsByUnit(workforce, focal.positions);
  return units.map((unit) => placeOf(unit, held.get(unit.id) ?? [], workforce, focal));
}

interface Held {
  member: StaffMember;
  posting: StaffPosting;
}

/** One of each member in a unit: as holder before standing in, standing in before as deputy. */
function postingsByUnit(workforce: Workforce, positions: ReadonlySet<string>): Map<number, Held[]> {
  const byUnit = new Map<number, Held[]>();
  for (const member of workforce.members) {
    const focal = member.postings.filter(({ position }) => positions.has(position));
    for (const posting of focal.sort((a, b) => weightOf(a) - weightOf(b))) {
      const here = byUnit.get(posting.unitId) ?? [];
      if (!here.some((held) => held.member === member)) here.push({ member, posting });
      byUnit.set(posting.unitId, here);
    }
  }
  return byUnit;
}

/** A reorganisation that carries a holder over begins nothing. */
function sinceOf({ heldSince, validFrom }: StaffPosting): CivilDate {
  return heldSince ?? validFrom;
}

function weightOf({ deputy, kind }: StaffPosting): number {
  return (deputy ? 2 : 0) + (kind === "acting" ? 1 : 0);
}

function placeOf(unit: UnitAsOf, held: readonly Held[], workforce: Workforce, focal: FocalProgramme): FocalPlace {
  const { asOf } = workforce;
  const { renewalWindowDays } = focal;
  const best = (member: StaffMember) => bestCertificate(papersOf(member, focal), asOf, renewalWindowDays);
  const holders = held
    .filter(({ posting }) => !posting.deputy)
    .map(({ member, posting }): FocalHolder => {
      const away = member.absences.some((absence) => holdsOn(absence, asOf));
      return { member, acting: posting.kind === "acting", away, since: sinceOf(posting) };
    })
    .sort((a, b) => Number(b.acting) - Number(a.acting));
  const deputies = held
    .filter(({ posting }) => posting.deputy)
    .map(({ member, posting }): FocalDeputy => {
      const status = best(member)?.status;
      return { member, since: sinceOf(posting), certified: status === "valid" || status === "expiring" };
    });
  const holding = ({ member, acting, away }: FocalHolder): FocalHolding => ({
    acting,
    away,
    certificates: papersOf(member, focal),
  });
  const state = focalState(holders.map(holding), asOf, renewalWindowDays);
  const place = { unit, state, holders, deputies };
  const paper = holders[0] ? best(holders[0].member) : null;
  const until = paper ? lastDayOf(paper.certificate.validUntil) : null;
  const taken = holders.map(({ since }) => since).sort();
  const [first = null, second = null] = taken;
  if (state === "vacant") return { ...place, since: vacantSince(unit, workforce, focal), until: null };
  if (state === "duplicate") return { ...place, since: second, until: null };
  if (state === "acting") return { ...place, since: holders[0]?.since ?? null, until };
  if (state === "held-uncertified") {
    const lapsed = paper?.status === "expired" ? paper.certificate.validUntil : null;
    return { ...place, since: lapsed && first && lapsed > first ? lapsed : first, until };
  }
  return { ...place, since: paper?.certificate.issuedOn ?? null, until };
}

function papersOf(member: StaffMember, { programme }: FocalProgramme): StaffMember["certificates"] {
  return member.certificates.filter((certificate) => certificate.programme === programme);
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
