/** Roles that a dated grant gives over a subtree. Everyone who has an account is a learner; that needs no grant. */
export const ROLES = ["unit-leader", "hr-officer", "programme-owner", "author", "inspector", "administrator"] as const;

export type Role = (typeof ROLES)[number];

/** What a role allows within its subtree. */
export type Power =
  /** see people, their postings, standing and certificates */
  | "see-people"
  /** export lists of people */
  | "export-people"
  /** print a one-time slip that lets a person set a new password */
  | "reset-password"
  /** see course versions, banks and what the checker says */
  | "see-course-sources";

const POWERS: Record<Role, readonly Power[]> = {
  "unit-leader": ["see-people", "export-people"],
  "hr-officer": ["see-people", "export-people", "reset-password"],
  "programme-owner": ["see-people", "export-people", "see-course-sources"],
  author: ["see-course-sources"],
  inspector: ["see-people", "export-people", "see-course-sources"],
  // runs the system; people's records are not the administrator's to read
  administrator: ["reset-password", "see-course-sources"],
};

export function roleAllows(role: Role, power: Power): boolean {
  return POWERS[role].includes(power);
}

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}
