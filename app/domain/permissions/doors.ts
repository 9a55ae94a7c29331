import { POWERS, type Power } from "./role";

/** What the `:id` of an address names. */
export type Thing =
  | "activity"
  | "attempt"
  | "certificate"
  | "change"
  | "course"
  | "delegation"
  | "grant"
  | "handover"
  | "import"
  | "person"
  | "post"
  | "reorganisation"
  | "request"
  | "rule"
  | "slip"
  | "unit"
  | "other";

/**
 * Who may enter an address. To everyone else it does not exist (404), or leads to the login; and where the address names a thing,
 * only those of the viewer's own reach exist.
 */
export type Door = { of?: Thing } & (
  | { to: "everyone" }
  /** whoever is signed in, for what is their own */
  | { to: "signed-in" }
  /** the staff: no collaborator, nobody who left */
  | { to: "staff" }
  /** whoever has one of the powers somewhere; `or`: or whose own the thing is */
  | { to: "powers"; powers: readonly [Power, ...Power[]]; or?: "own" }
);

const everyone: Door = { to: "everyone" };
const signedIn: Door = { to: "signed-in" };
const staff: Door = { to: "staff" };
const own = (of: Thing): Door => ({ to: "signed-in", of });
const powers = (...list: [Power, ...Power[]]): Door => ({ to: "powers", powers: list });
const over = (of: Thing, ...list: [Power, ...Power[]]): Door => ({ to: "powers", powers: list, of });

const deciders: Door = {
  to: "powers",
  powers: ["decide-records", "decide-duties", "answer-questions", "decide-appeals"],
  or: "own",
  of: "request",
};

/** One line for every address, by the file that answers it. A test fails where one is missing, or has no file. */
export const DOORS: Readonly<Record<string, Door>> = {
  // the door
  "routes/access/login.tsx": everyone,
  "routes/access/logout.ts": everyone,
  "routes/access/forgot.tsx": everyone,
  "routes/access/slip.tsx": { to: "everyone", of: "slip" },
  "routes/access/notice.tsx": signedIn,
  "routes/access/language.ts": everyone,

  // learning
  "routes/learning/today.tsx": signedIn,
  "routes/learning/courses.tsx": signedIn,
  "routes/learning/course.tsx": own("course"),
  "routes/learning/lesson.tsx": own("course"),
  "routes/learning/activity-practice.ts": own("activity"),

  // exams
  "routes/exam/intro.tsx": own("course"),
  "routes/exam/page.tsx": own("attempt"),
  "routes/exam/save.ts": own("attempt"),
  "routes/exam/hand-in.tsx": own("attempt"),
  "routes/exam/result.tsx": own("attempt"),

  // certificates
  "routes/certificates/list.tsx": signedIn,
  "routes/certificates/certificate.tsx": { to: "powers", powers: ["see-people"], or: "own", of: "certificate" },
  "routes/certificates/pdf.ts": { to: "powers", powers: ["see-people"], or: "own", of: "certificate" },
  "routes/certificates/verify.tsx": everyone,
  "routes/certificates/verified.tsx": everyone,

  // the person
  "routes/people/me.tsx": signedIn,
  "routes/people/account.tsx": signedIn,
  "routes/people/list.tsx": powers("see-people", "reset-password"),
  "routes/people/person.tsx": over("person", "see-people"),
  "routes/people/slip.tsx": over("person", "reset-password"),
  "routes/people/name.tsx": over("person", "change-people"),
  "routes/people/details.tsx": over("person", "change-people"),
  "routes/people/absences.tsx": over("person", "see-absences"),
  "routes/people/return.tsx": over("person", "see-absences"),
  "routes/people/merge.tsx": over("person", "change-people"),
  "routes/people/unmerge.tsx": over("person", "change-people"),
  "routes/handovers/handover.tsx": { to: "powers", powers: ["see-people"], or: "own", of: "handover" },
  "routes/people/viewers.tsx": { to: "powers", powers: ["see-people"], or: "own", of: "person" },

  // permissions
  "routes/permissions/list.tsx": powers("see-grants"),
  "routes/permissions/new.tsx": powers("manage-grants"),
  "routes/permissions/end.tsx": over("grant", "manage-grants"),
  "routes/permissions/lent.tsx": staff,
  "routes/permissions/lend.tsx": staff,
  "routes/permissions/end-loan.tsx": { to: "staff", of: "delegation" },

  // units and the answers for HR
  "routes/organisation/tree.tsx": staff,
  "routes/organisation/unit.tsx": { to: "staff", of: "unit" },
  "routes/hr/overview.tsx": powers("see-people"),
  "routes/hr/cell.tsx": powers("see-people"),
  "routes/hr/certification.tsx": powers("see-people"),
  "routes/hr/certification-csv.ts": powers("export-people"),

  // reorganisations
  "routes/organisation/reorganisations.tsx": powers("change-organisation"),
  "routes/organisation/reorganisation-new.tsx": powers("change-organisation"),
  "routes/organisation/reorganisation.tsx": over("reorganisation", "change-organisation"),
  "routes/organisation/reorganisation-head.tsx": over("reorganisation", "change-organisation"),
  "routes/organisation/reorganisation-acts.ts": over("reorganisation", "change-organisation"),
  "routes/organisation/reorganisation-act-kinds.tsx": over("reorganisation", "change-organisation"),
  "routes/organisation/reorganisation-act.tsx": over("reorganisation", "change-organisation"),
  "routes/organisation/reorganisation-again.ts": over("reorganisation", "change-organisation"),
  "routes/organisation/reorganisation-change.tsx": over("reorganisation", "change-organisation"),
  "routes/organisation/reorganisation-preview-csv.ts": over("reorganisation", "change-organisation"),
  "routes/organisation/reorganisation-preview.tsx": over("reorganisation", "change-organisation"),
  "routes/organisation/reorganisation-undo.tsx": over("reorganisation", "change-organisation"),
  "routes/organisation/reorganisation-discard.tsx": over("reorganisation", "change-organisation"),

  // the desk, and settings of the house
  "routes/desk/desk.tsx": { to: "powers", powers: POWERS },
  "routes/desk/settings.tsx": powers("change-organisation"),
  "routes/desk/setting.tsx": powers("change-organisation"),

  // requests
  "routes/requests/list.tsx": signedIn,
  "routes/requests/inbox.tsx": powers("decide-records", "decide-duties", "answer-questions", "decide-appeals"),
  "routes/requests/new.tsx": signedIn,
  "routes/requests/request.tsx": deciders,
  "routes/requests/file.ts": deciders,

  // files of people and units
  "routes/imports/list.tsx": powers("import-people"),
  "routes/imports/new.tsx": powers("import-people"),
  "routes/imports/template.ts": powers("import-people"),
  "routes/imports/import.tsx": over("import", "import-people"),
  "routes/imports/columns.tsx": over("import", "import-people"),
  "routes/imports/again.ts": over("import", "import-people"),
  "routes/imports/carry-out.tsx": over("import", "import-people"),
  "routes/imports/refused.ts": over("import", "import-people"),
  "routes/imports/slips.tsx": over("import", "import-people"),
  "routes/imports/undo.tsx": over("import", "import-people"),

  // duties for many at once
  "routes/duties/new.tsx": powers("assign-duties"),
  "routes/duties/change.tsx": over("change", "assign-duties"),

  // rules and the calendar
  "routes/rules/list.tsx": powers("manage-rules", "assign-duties", "see-people"),
  "routes/rules/new.tsx": powers("manage-rules"),
  "routes/rules/change.tsx": powers("manage-rules"),
  "routes/rules/rule.tsx": over("rule", "manage-rules", "assign-duties", "see-people"),
  "routes/rules/edit.tsx": over("rule", "manage-rules"),
  "routes/rules/preview.tsx": over("rule", "manage-rules"),
  "routes/rules/retire.tsx": over("rule", "manage-rules"),
  "routes/rules/calendar.tsx": staff,
  "routes/rules/calendar-change.tsx": powers("manage-rules"),

  // a leader's own unit
  "routes/leader/leader.tsx": powers("see-people"),

  // the network of focal points
  "routes/focal/network.tsx": powers("see-people"),
  "routes/focal/directory.tsx": powers("see-focal-directory"),
  "routes/focal/unit.tsx": over("unit", "see-people"),

  // posts and who holds them
  "routes/staffing/posts.tsx": over("unit", "see-people"),
  "routes/staffing/new-post.tsx": over("unit", "change-people"),
  "routes/staffing/appoint.tsx": over("unit", "change-people"),
  "routes/staffing/flags.tsx": over("unit", "change-people"),
  "routes/staffing/close-post.tsx": over("unit", "change-people"),
  "routes/staffing/new-person.tsx": powers("change-people"),
  "routes/staffing/choose-post.tsx": over("person", "change-people"),
  "routes/staffing/end-posting.tsx": over("person", "change-people"),
  "routes/staffing/correct-posting.tsx": over("person", "change-people"),
  "routes/staffing/undo.tsx": over("change", "change-people"),

  // about
  "routes/about/help.tsx": everyone,
  "routes/about/accessibility.tsx": everyone,
  "routes/about/privacy.tsx": everyone,
  "routes/about/not-found.tsx": everyone,
};
