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
  | "issue-list"
  | "log-entry"
  | "person"
  | "marking-place"
  | "picture"
  | "post"
  | "practice-run"
  | "programme"
  | "proof"
  | "proposal"
  | "regrade"
  | "reorganisation"
  | "request"
  | "rule"
  | "saved-report"
  | "saved-view"
  | "schedule"
  | "share"
  | "signatory"
  | "sitting"
  | "slip"
  | "task-work"
  | "unit"
  | "wording"
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
  powers: ["decide-records", "decide-duties", "answer-questions", "decide-appeals", "manage-exams"],
  or: "own",
  of: "request",
};

const verifiers: Door = { to: "powers", powers: ["verify-proofs"], or: "own", of: "proof" };

const issueList: Door = {
  to: "powers",
  powers: ["prepare-certificates", "sign-certificates"],
  or: "own",
  of: "issue-list",
};
const seenCertificate: Door = {
  to: "powers",
  powers: ["see-people", "prepare-certificates", "sign-certificates"],
  or: "own",
  of: "certificate",
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
  "routes/exam/live.ts": own("attempt"),
  "routes/exam/paper.ts": own("attempt"),
  "routes/exam/claim.ts": own("attempt"),
  "routes/exam/queue-key.ts": own("attempt"),
  "routes/exam/hand-in.tsx": own("attempt"),
  "routes/exam/result.tsx": own("attempt"),

  // exam officers: acts on attempts and people
  "routes/exams/list.tsx": powers("manage-exams", "see-attempts"),
  "routes/exams/extra-time.tsx": powers("manage-exams"),
  "routes/exams/exam.tsx": over("course", "manage-exams", "see-attempts"),
  "routes/exams/extend.tsx": over("attempt", "manage-exams"),
  "routes/exams/reopen.tsx": over("attempt", "manage-exams"),
  "routes/exams/void.tsx": over("attempt", "manage-exams"),
  "routes/exams/late.tsx": over("attempt", "manage-exams"),
  "routes/exams/grant.tsx": over("person", "manage-exams"),
  "routes/exams/person-extra-time.tsx": over("person", "manage-exams"),

  "routes/exams/statistics.tsx": over("course", "see-statistics"),
  "routes/exams/statistics-export.ts": over("course", "see-statistics"),
  "routes/exams/question-statistics.tsx": over("course", "see-statistics"),
  "routes/exams/similarity.tsx": over("course", "see-statistics"),
  "routes/exams/regrades.tsx": over("course", "regrade-exams"),
  "routes/exams/regrade-new.tsx": over("course", "regrade-exams"),
  "routes/exams/regrade-preview.tsx": over("course", "regrade-exams"),
  "routes/exams/effects.tsx": powers("release-marks"),
  "routes/exams/effect.tsx": over("attempt", "release-marks"),
  "routes/exams/attempt.tsx": over("attempt", "see-attempts"),

  // exam days
  "routes/sittings/list.tsx": powers("manage-exams", "invigilate"),
  "routes/sittings/new.tsx": powers("manage-exams"),
  "routes/sittings/sitting.tsx": over("sitting", "manage-exams", "invigilate"),
  "routes/sittings/edit.tsx": over("sitting", "manage-exams"),
  "routes/sittings/candidates.tsx": over("sitting", "manage-exams"),
  "routes/sittings/extend.tsx": over("sitting", "manage-exams"),
  "routes/sittings/print.tsx": over("sitting", "manage-exams", "invigilate"),
  "routes/sittings/minutes.tsx": over("sitting", "manage-exams", "invigilate"),
  "routes/sittings/evidence.tsx": over("sitting", "see-evidence-files"),
  "routes/sittings/evidence-archive.ts": over("sitting", "see-evidence-files"),
  "routes/sittings/papers.tsx": over("sitting", "manage-exams"),
  "routes/sittings/booklet.tsx": over("sitting", "manage-exams"),
  "routes/sittings/entries.tsx": over("sitting", "manage-exams", "invigilate"),
  "routes/sittings/entry.tsx": over("sitting", "manage-exams", "invigilate"),
  "routes/sittings/end.tsx": over("sitting", "manage-exams"),

  // tasks
  "routes/tasks/start.ts": signedIn,
  "routes/tasks/work.tsx": own("task-work"),
  "routes/tasks/save.ts": own("task-work"),
  "routes/tasks/hand-in.tsx": own("task-work"),
  "routes/tasks/file.ts": own("task-work"),

  // marking
  "routes/marking/queue.tsx": powers("mark-work"),
  "routes/marking/take.ts": powers("mark-work"),
  "routes/marking/release.tsx": powers("release-marks"),
  "routes/marking/rework-marked.tsx": over("marking-place", "release-marks"),
  "routes/marking/place.tsx": over("marking-place", "mark-work"),
  "routes/marking/save.ts": over("marking-place", "mark-work"),
  "routes/marking/finish.tsx": over("marking-place", "mark-work"),
  "routes/marking/give-back.tsx": over("marking-place", "mark-work"),
  "routes/marking/rework.tsx": over("marking-place", "mark-work"),
  "routes/marking/file.ts": over("marking-place", "mark-work"),

  // who signs, lists for a signatory, the register and the life of a certificate
  "routes/authority/overview.tsx": powers("manage-programmes"),
  "routes/authority/signatory-new.tsx": powers("manage-programmes"),
  "routes/authority/signatory-replace.tsx": over("signatory", "manage-programmes"),
  "routes/authority/signatory-end.tsx": over("signatory", "manage-programmes"),
  "routes/authority/decision-new.tsx": powers("manage-programmes"),
  "routes/authority/decision-end.tsx": over("other", "manage-programmes"),
  "routes/authority/wording-new.tsx": powers("manage-programmes"),
  // whoever a signatory names approves without a power
  "routes/issuing/lists.tsx": { to: "powers", powers: ["prepare-certificates", "sign-certificates"], or: "own" },
  "routes/issuing/new.tsx": powers("prepare-certificates"),
  "routes/issuing/issue-list.tsx": issueList,
  "routes/issuing/submit.tsx": issueList,
  "routes/issuing/withdraw.tsx": issueList,
  "routes/issuing/return.tsx": issueList,
  "routes/issuing/approve.tsx": issueList,
  "routes/issuing/print.tsx": issueList,
  "routes/register/register.tsx": powers("prepare-certificates", "sign-certificates"),
  "routes/register/print.tsx": powers("prepare-certificates", "sign-certificates"),
  "routes/register/revoke.tsx": over("certificate", "sign-certificates"),
  "routes/register/reinstate.tsx": over("certificate", "sign-certificates"),
  "routes/register/correct.tsx": over("certificate", "prepare-certificates"),
  "routes/register/signed-copy.tsx": over("certificate", "prepare-certificates"),

  // certificates
  "routes/practice/overview.tsx": signedIn,
  "routes/practice/course.tsx": own("course"),
  "routes/practice/run.tsx": own("practice-run"),
  "routes/certificates/list.tsx": signedIn,
  "routes/certificates/certificate.tsx": seenCertificate,
  "routes/certificates/pdf.ts": seenCertificate,
  "routes/certificates/evidence.tsx": over("certificate", "see-evidence-files"),
  "routes/certificates/evidence-archive.ts": over("certificate", "see-evidence-files"),
  "routes/certificates/verify.tsx": everyone,
  "routes/certificates/verified.tsx": everyone,
  "routes/certificates/verified-json.ts": everyone,

  // proofs, keys and the holder's wallet
  "routes/proof/proof-file.ts": { to: "powers", powers: ["see-people"], or: "own", of: "certificate" },
  "routes/proof/keys.tsx": everyone,
  "routes/proof/key.ts": everyone,
  "routes/proof/key-set.ts": everyone,
  "routes/proof/issuer.ts": everyone,
  "routes/proof/revoked.ts": everyone,
  "routes/wallet/wallet.tsx": signedIn,
  "routes/wallet/all.ts": signedIn,
  "routes/wallet/share.tsx": signedIn,
  "routes/wallet/end-share.tsx": own("share"),
  "routes/wallet/shared.tsx": { to: "everyone", of: "slip" },

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

  // competencies, the practice log
  "routes/competency/own.tsx": signedIn,
  "routes/competency/person.tsx": over("person", "see-people"),
  "routes/log/list.tsx": signedIn,
  "routes/log/new.tsx": signedIn,
  "routes/log/queue.tsx": powers("confirm-practice"),
  "routes/log/entry.tsx": { to: "powers", powers: ["confirm-practice", "see-people"], or: "own", of: "log-entry" },
  "routes/log/mend.tsx": own("log-entry"),
  "routes/log/withdraw.tsx": own("log-entry"),

  // training and languages from outside, hours of a year
  "routes/proofs/list.tsx": signedIn,
  "routes/proofs/inbox.tsx": powers("verify-proofs"),
  "routes/proofs/hours.tsx": powers("see-people"),
  "routes/proofs/new.tsx": signedIn,
  "routes/proofs/proof.tsx": verifiers,
  "routes/proofs/mend.tsx": own("proof"),
  "routes/proofs/file.ts": verifiers,

  // units and the answers for HR
  "routes/organisation/tree.tsx": staff,
  "routes/organisation/unit.tsx": { to: "staff", of: "unit" },
  "routes/hr/overview.tsx": powers("see-people"),
  "routes/hr/cell.tsx": powers("see-people"),
  "routes/hr/certification.tsx": powers("see-people"),
  "routes/reports/file.ts": powers("export-people"),
  "routes/reports/schedules.tsx": powers("export-people"),
  "routes/reports/schedule-new.tsx": powers("export-people"),
  "routes/reports/schedule.tsx": own("schedule"),
  "routes/reports/schedule-end.tsx": own("schedule"),

  // reminders and mail
  "routes/mail/reminders.tsx": signedIn,
  "routes/mail/choices.tsx": signedIn,
  "routes/mail/stop.tsx": { to: "everyone", of: "other" },

  // the answers for HR: reports of any date, and what is kept of them
  "routes/reports/index.tsx": powers("see-people"),
  "routes/reports/board.tsx": powers("see-people"),
  "routes/reports/board-people.tsx": powers("see-people"),
  "routes/reports/programme-people.tsx": powers("see-people"),
  "routes/reports/posts.tsx": powers("see-people"),
  "routes/reports/trends.tsx": powers("see-people"),
  "routes/reports/trends-people.tsx": powers("see-people"),
  "routes/reports/compare.tsx": powers("see-people"),
  "routes/reports/compare-people.tsx": powers("see-people"),
  "routes/reports/people.tsx": powers("see-people"),
  "routes/reports/leaders.tsx": powers("see-people"),
  "routes/reports/leader-requests.tsx": powers("see-people"),
  "routes/reports/sittings.tsx": powers("see-evidence-files"),
  "routes/reports/view-new.tsx": powers("see-people"),
  "routes/reports/saved-new.tsx": powers("see-people"),
  "routes/reports/saved.tsx": over("saved-report", "see-people"),
  "routes/reports/saved-people.tsx": over("saved-report", "see-people"),
  "routes/reports/view-remove.ts": over("saved-view", "see-people"),

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
  "routes/requests/inbox.tsx": powers(
    "decide-records",
    "decide-duties",
    "answer-questions",
    "decide-appeals",
    "manage-exams",
  ),
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

  // programmes
  "routes/programmes/list.tsx": staff,
  "routes/programmes/take-back.tsx": over("programme", "manage-programmes"),
  "routes/programmes/programme.tsx": staff,
  "routes/programmes/version-new.tsx": powers("manage-programmes"),
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

  // files of questions, and pictures
  "routes/bank/template.ts": powers("see-course-sources"),
  "routes/bank/import.tsx": powers("edit-questions"),
  "routes/bank/import-preview.tsx": powers("edit-questions"),
  "routes/bank/export.ts": powers("see-course-sources"),
  "routes/pictures/picture.ts": own("picture"),

  // banks of questions
  "routes/bank/banks.tsx": powers("see-course-sources", "edit-questions", "review-questions"),
  "routes/bank/questions.tsx": powers("see-course-sources", "edit-questions", "review-questions"),
  "routes/bank/question.tsx": powers("see-course-sources", "edit-questions", "review-questions"),
  "routes/bank/question-new.tsx": powers("edit-questions"),
  "routes/bank/question-edit.tsx": powers("edit-questions"),
  "routes/bank/question-retire.tsx": powers("edit-questions"),
  "routes/bank/proposals.tsx": powers("edit-questions", "review-questions"),
  "routes/bank/proposal.tsx": over("proposal", "edit-questions", "review-questions"),
  "routes/bank/proposal-edit.tsx": over("proposal", "edit-questions"),

  // about
  "routes/about/help.tsx": everyone,
  "routes/about/accessibility.tsx": everyone,
  "routes/about/privacy.tsx": everyone,
  "routes/about/not-found.tsx": everyone,
};
