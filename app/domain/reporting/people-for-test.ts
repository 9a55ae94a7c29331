import type { CertificationRow } from "./certification-list";
import type { StaffMember, StaffPosting } from "./workforce";

/** For tests: someone with the posts given and nothing else, unless said. */
export function member(name: string, postings: Partial<StaffPosting>[], more: Partial<StaffMember> = {}): StaffMember {
  return {
    publicId: name,
    staffCode: name,
    fullName: name,
    sortKey: name,
    postings: postings.map((posting) => ({
      kind: "primary",
      position: "officer",
      oneStop: false,
      deputy: false,
      unitId: 1,
      unitLevel: "PROVINCIAL",
      validFrom: "2026-01-01",
      validTo: null,
      ...posting,
    })),
    certificates: [],
    evidence: [],
    manual: [],
    waivers: [],
    extensions: [],
    absences: [],
    employment: null,
    eligible: [],
    ...more,
  };
}

/** For tests: that a programme is asked of someone, and how it stands. */
export function duty(
  of: StaffMember,
  programme: string,
  state: CertificationRow["state"],
  more: Partial<CertificationRow> = {},
): CertificationRow {
  return {
    member: of,
    programme,
    state,
    since: "2026-01-01",
    due: null,
    overdue: false,
    paused: false,
    postings: of.postings,
    ...more,
  };
}
