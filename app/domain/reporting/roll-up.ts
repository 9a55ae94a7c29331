import type { OrganisationAsOf } from "~/domain/organisation/organisation-as-of";
import type { OrganisationFacts } from "~/domain/organisation/organisation-facts";
import type { CertificationRow } from "./certification-list";
import type { StaffMember, StaffPosting, Workforce } from "./workforce";

/**
 * The unit that stands, in the given organisation, where a unit of another day stood: itself, else who followed it (of several
 * the first named), else the unit above which took nothing over but is still there. Null: nobody stands for it.
 */
export function standingFor(
  facts: OrganisationFacts,
  organisation: OrganisationAsOf,
): (unitId: number) => number | null {
  const lastParent = new Map(
    [...facts.placements].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1)).map((row) => [row.unitId, row.parentId]),
  );
  const known = new Map<number, number | null>();
  const find = (unitId: number, seen: Set<number>): number | null => {
    if (seen.has(unitId)) return null;
    seen.add(unitId);
    if (organisation.byId.has(unitId)) return unitId;
    for (const row of facts.successions) {
      if (row.oldUnitId !== unitId || row.date > organisation.date) continue;
      const heir = find(row.newUnitId, seen);
      if (heir !== null) return heir;
    }
    const parent = lastParent.get(unitId);
    return parent === undefined ? null : find(parent, seen);
  };
  return (unitId) => {
    if (!known.has(unitId)) known.set(unitId, find(unitId, new Set()));
    return known.get(unitId) ?? null;
  };
}

/** What a report of one day knows of people, with their posts under the units of another day. */
export interface RolledUp<Proof> {
  workforce: Workforce;
  proven: Map<StaffMember, Proof>;
  certification: CertificationRow[];
}

/** Puts every post under the unit that stands for its own; states and results stay those of the day. */
export function rollUp<Proof>(
  {
    workforce,
    proven,
    certification,
  }: { workforce: Workforce; proven: ReadonlyMap<StaffMember, Proof>; certification: readonly CertificationRow[] },
  standing: (unitId: number) => number | null,
): RolledUp<Proof> {
  const place = <T extends { unitId: number }>(post: T): T => ({
    ...post,
    unitId: standing(post.unitId) ?? post.unitId,
  });
  const postings = new Map<StaffPosting, StaffPosting>();
  const members = new Map<StaffMember, StaffMember>();
  for (const member of workforce.members) {
    for (const posting of member.postings) postings.set(posting, place(posting));
    members.set(member, { ...member, postings: member.postings.map((posting) => postings.get(posting) ?? posting) });
  }
  const rolled = (member: StaffMember) => members.get(member) ?? member;
  return {
    workforce: { ...workforce, members: [...members.values()], vacancies: workforce.vacancies.map(place) },
    proven: new Map([...proven].map(([member, proof]) => [rolled(member), proof])),
    certification: certification.map((row) => ({
      ...row,
      member: rolled(row.member),
      postings: row.postings.map((posting) => postings.get(posting) ?? posting),
    })),
  };
}
