/**
 * Roles that a dated grant gives over a subtree. Two of them also come from facts, without an act: whoever has an account is a
 * learner, and whoever holds a focal-point post is a focal point.
 */
export const ROLES = [
  "learner",
  "unit-leader",
  "focal-point",
  "author",
  "legal-checker",
  "approver",
  "marker",
  "hr-officer",
  "programme-owner",
  "trainer",
  "exam-officer",
  "invigilator",
  "signatory",
  "inspector",
  "administrator",
] as const;

export type Role = (typeof ROLES)[number];

/** What a role allows within its subtree. */
export const POWERS = [
  /** see people, their postings, standing and certificates */
  "see-people",
  /** export lists of people */
  "export-people",
  /** print a one-time slip that lets a person set a new password */
  "reset-password",
  /** see course versions, banks and what the checker says */
  "see-course-sources",
  /** see who is away and until when; nobody sees why */
  "see-absences",
  /** record postings, posts, names, absences and handovers */
  "change-people",
  /** bring in files of people, postings and units */
  "import-people",
  /** create, rename, move, merge, split and close units */
  "change-organisation",
  /** look up the work contacts of the focal points */
  "see-focal-directory",
  /** see who holds which permission */
  "see-grants",
  /** give and end permissions, never one's own */
  "manage-grants",
  /** draft, activate and retire assignment rules; keep the working-day calendar */
  "manage-rules",
  /** assign, extend, exempt and correct duties of people */
  "assign-duties",
  /** decide requests about names and records, and about contested levels */
  "decide-records",
  /** decide requests for more time or an exemption */
  "decide-duties",
  /** answer questions to the trainer */
  "answer-questions",
  /** decide appeals against marks */
  "decide-appeals",
  /** write and mend questions, bring them in from files; somebody else approves them */
  "edit-questions",
  /** approve, return or reject what another has written */
  "review-questions",
  /** item and exam statistics, similar papers; no names without "see-attempts" */
  "see-statistics",
  /** the log of an attempt, and who was similar to whom */
  "see-attempts",
  /** exam days, more time, void, reopened and granted attempts, late answers, marks of paper exams */
  "manage-exams",
  /** hold an exam day that names one as its invigilator */
  "invigilate",
  /** mark what waits for a marker, never one's own */
  "mark-work",
  /** tell marks to people, and say what they do to certificates */
  "release-marks",
  /** change the key of a question after exams were held */
  "regrade-exams",
  /** rules of programmes, signatories, standing decisions, wording of papers */
  "manage-programmes",
  /** lists for a signatory, the register, corrections, signed copies */
  "prepare-certificates",
  /** approve or return a list, revoke and reinstate */
  "sign-certificates",
  /** verify training and language proofs from outside */
  "verify-proofs",
  /** confirm what people of the unit wrote in their practice log, never one's own */
  "confirm-practice",
  /** all that a certificate or an exam day rests on, in one file */
  "see-evidence-files",
] as const;

export type Power = (typeof POWERS)[number];

const ALLOWED: Record<Role, readonly Power[]> = {
  learner: [],
  "unit-leader": ["see-people", "export-people", "see-focal-directory", "decide-duties", "confirm-practice"],
  "focal-point": ["see-focal-directory"],
  author: ["see-course-sources", "edit-questions", "see-statistics"],
  "legal-checker": ["see-course-sources", "review-questions"],
  approver: ["see-course-sources", "review-questions", "see-statistics"],
  marker: ["mark-work"],
  "hr-officer": [
    "see-people",
    "export-people",
    "reset-password",
    "see-absences",
    "change-people",
    "import-people",
    "change-organisation",
    "see-focal-directory",
    "assign-duties",
    "decide-records",
    "decide-duties",
    "prepare-certificates",
    "verify-proofs",
    "see-evidence-files",
  ],
  "programme-owner": [
    "see-people",
    "export-people",
    "see-course-sources",
    "see-focal-directory",
    "manage-rules",
    "assign-duties",
    "answer-questions",
    "see-statistics",
    "manage-programmes",
    "prepare-certificates",
    "see-evidence-files",
  ],
  trainer: ["see-focal-directory", "answer-questions"],
  "exam-officer": [
    "see-people",
    "see-course-sources",
    "decide-appeals",
    "see-statistics",
    "see-attempts",
    "manage-exams",
    "invigilate",
    "release-marks",
    "regrade-exams",
  ],
  invigilator: ["invigilate"],
  signatory: ["sign-certificates", "see-evidence-files"],
  // reads all, changes nothing
  inspector: [
    "see-people",
    "export-people",
    "see-course-sources",
    "see-focal-directory",
    "see-grants",
    "see-statistics",
    "see-attempts",
    "see-evidence-files",
  ],
  // runs the system; people's records are not the administrator's to read
  administrator: [
    "reset-password",
    "see-course-sources",
    "import-people",
    "change-organisation",
    "see-grants",
    "manage-grants",
  ],
};

export function roleAllows(role: Role, power: Power): boolean {
  return ALLOWED[role].includes(power);
}

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}

export function isPower(text: string): text is Power {
  return (POWERS as readonly string[]).includes(text);
}
