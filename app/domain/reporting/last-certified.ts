import type { CertificationRow } from "./certification-list";
import { isCollaborator, type StaffMember } from "./workforce";

/** One person alone holds a certificate in force that several of a unit's posts ask for. */
export interface LastCertified {
  unitId: number;
  programme: string;
  member: StaffMember;
  /** how many have to hold it */
  asked: number;
}

/**
 * Where it is on one person: of at least two in a unit who have to hold a certificate, one does. A post that stands alone, such as
 * the focal point's, is no such case: it has its deputies. Collaborators are no part of the staff.
 * @param counts the programmes that are asked about
 */
export function lastCertified(
  rows: readonly CertificationRow[],
  counts: (programme: string) => boolean,
): LastCertified[] {
  const groups = new Map<string, { unitId: number; programme: string; asked: number; certified: StaffMember[] }>();
  for (const row of rows) {
    if (!counts(row.programme) || row.state === "waived" || isCollaborator(row.member)) continue;
    for (const unitId of new Set(row.postings.map((posting) => posting.unitId))) {
      const key = `${unitId} ${row.programme}`;
      const group = groups.get(key) ?? { unitId, programme: row.programme, asked: 0, certified: [] };
      group.asked++;
      if (row.state === "valid" || row.state === "expiring") group.certified.push(row.member);
      groups.set(key, group);
    }
  }
  return [...groups.values()].flatMap(({ unitId, programme, asked, certified }) => {
    const [member, ...others] = certified;
    return asked > 1 && member && others.length === 0 ? [{ unitId, programme, member, asked }] : [];
  });
}
