import type { ActiveDelegation, ActiveGrant, Viewer } from "./viewer";

/** A viewer of the staff with account 1, for tests of the rules. */
export function viewerWith(grants: ActiveGrant[], delegations: ActiveDelegation[] = []): Viewer {
  return {
    accountId: 1,
    personId: 1,
    personPublicId: "p",
    fullName: "Nguyễn Thị Thử",
    staffCode: "T-1",
    language: "vi",
    theme: "system",
    noticeRead: true,
    sharedComputer: false,
    collaborator: false,
    serving: true,
    grants,
    delegations,
  };
}
