/** What a change on posts and postings is called, where it is recorded; each can be undone while nothing builds on it. */
export const STAFFING_CHANGES = [
  "personnel-appointed",
  "personnel-ended",
  "personnel-corrected",
  "personnel-registered",
  "personnel-post-created",
  "personnel-post-flagged",
  "personnel-post-closed",
  "personnel-renamed",
  "personnel-details",
] as const;
export type StaffingChange = (typeof STAFFING_CHANGES)[number];

export function isStaffingChange(kind: string): kind is StaffingChange {
  return (STAFFING_CHANGES as readonly string[]).includes(kind);
}
