import { index, type RouteConfig, route } from "@remix-run/route-config";

/** Every address of the site, in one list. */
export default [
  // the door
  route("login", "routes/access/login.tsx"),
  route("logout", "routes/access/logout.ts"),
  route("forgot", "routes/access/forgot.tsx"),
  route("slip/:token", "routes/access/slip.tsx"),
  route("notice", "routes/access/notice.tsx"),
  route("language", "routes/access/language.ts"),

  // learning
  index("routes/learning/today.tsx"),
  route("courses", "routes/learning/courses.tsx"),
  route("courses/:slug", "routes/learning/course.tsx"),
  route("courses/:slug/lessons/:key", "routes/learning/lesson.tsx"),
  route("activities/:id/practice", "routes/learning/activity-practice.ts"),

  // exams
  route("courses/:slug/exam", "routes/exam/intro.tsx"),
  route("attempts/:id", "routes/exam/page.tsx"),
  route("attempts/:id/save", "routes/exam/save.ts"),
  route("attempts/:id/live", "routes/exam/live.ts"),
  route("attempts/:id/paper", "routes/exam/paper.ts"),
  route("attempts/:id/claim", "routes/exam/claim.ts"),
  route("attempts/:id/queue-key", "routes/exam/queue-key.ts"),
  route("attempts/:id/hand-in", "routes/exam/hand-in.tsx"),
  route("attempts/:id/result", "routes/exam/result.tsx"),

  // practice
  route("practice", "routes/practice/overview.tsx"),
  route("practice/courses/:slug", "routes/practice/course.tsx"),
  route("practice/runs/:id", "routes/practice/run.tsx"),

  // exam officers: acts on attempts and people
  route("exams", "routes/exams/list.tsx"),
  route("exams/extra-time", "routes/exams/extra-time.tsx"),
  route("exams/:slug", "routes/exams/exam.tsx"),
  route("exams/attempts/:id/extend", "routes/exams/extend.tsx"),
  route("exams/attempts/:id/reopen", "routes/exams/reopen.tsx"),
  route("exams/attempts/:id/void", "routes/exams/void.tsx"),
  route("exams/attempts/:id/late", "routes/exams/late.tsx"),
  route("exams/people/:id/grant", "routes/exams/grant.tsx"),
  route("people/:id/extra-time", "routes/exams/person-extra-time.tsx"),

  // figures of exams, regrades and what they do, the log of an attempt
  route("exams/:slug/statistics", "routes/exams/statistics.tsx"),
  route("exams/:slug/statistics/export/:format", "routes/exams/statistics-export.ts"),
  route("exams/:slug/statistics/:key", "routes/exams/question-statistics.tsx"),
  route("exams/:slug/similarity", "routes/exams/similarity.tsx"),
  route("exams/:slug/regrade", "routes/exams/regrades.tsx"),
  route("exams/:slug/regrade/new", "routes/exams/regrade-new.tsx"),
  route("exams/:slug/regrade/preview", "routes/exams/regrade-preview.tsx"),
  route("exams/effects", "routes/exams/effects.tsx"),
  route("exams/effects/:id", "routes/exams/effect.tsx"),
  route("exams/attempts/:id", "routes/exams/attempt.tsx"),

  // exam days
  route("exams/sittings", "routes/sittings/list.tsx"),
  route("exams/sittings/new", "routes/sittings/new.tsx"),
  route("exams/sittings/:id", "routes/sittings/sitting.tsx"),
  route("exams/sittings/:id/edit", "routes/sittings/edit.tsx"),
  route("exams/sittings/:id/candidates", "routes/sittings/candidates.tsx"),
  route("exams/sittings/:id/extend", "routes/sittings/extend.tsx"),
  route("exams/sittings/:id/print", "routes/sittings/print.tsx"),
  route("exams/sittings/:id/minutes", "routes/sittings/minutes.tsx"),
  route("exams/sittings/:id/evidence", "routes/sittings/evidence.tsx"),
  route("exams/sittings/:id/evidence.zip", "routes/sittings/evidence-archive.ts"),
  route("exams/sittings/:id/papers", "routes/sittings/papers.tsx"),
  route("exams/sittings/:id/papers/:code", "routes/sittings/booklet.tsx"),
  route("exams/sittings/:id/entry", "routes/sittings/entries.tsx"),
  route("exams/sittings/:id/entry/:number", "routes/sittings/entry.tsx"),
  route("exams/sittings/:id/cancel", "routes/sittings/end.tsx", { id: "cancel-sitting" }),
  route("exams/sittings/:id/close", "routes/sittings/end.tsx"),

  // tasks
  route("tasks/start", "routes/tasks/start.ts"),
  route("tasks/:id", "routes/tasks/work.tsx"),
  route("tasks/:id/save", "routes/tasks/save.ts"),
  route("tasks/:id/hand-in", "routes/tasks/hand-in.tsx"),
  route("tasks/:id/files/:file", "routes/tasks/file.ts"),

  // marking
  route("marking", "routes/marking/queue.tsx"),
  route("marking/take", "routes/marking/take.ts"),
  route("marking/release", "routes/marking/release.tsx"),
  route("marking/release/:id/rework", "routes/marking/rework-marked.tsx"),
  route("marking/:id", "routes/marking/place.tsx"),
  route("marking/:id/save", "routes/marking/save.ts"),
  route("marking/:id/finish", "routes/marking/finish.tsx"),
  route("marking/:id/give-back", "routes/marking/give-back.tsx"),
  route("marking/:id/rework", "routes/marking/rework.tsx"),
  route("marking/:id/files/:file", "routes/marking/file.ts"),

  // who signs, lists for a signatory, the register and the life of a certificate
  route("authority", "routes/authority/overview.tsx"),
  route("authority/signatories/new", "routes/authority/signatory-new.tsx"),
  route("authority/signatories/:id/replace", "routes/authority/signatory-replace.tsx"),
  route("authority/signatories/:id/end", "routes/authority/signatory-end.tsx"),
  route("authority/decisions/new", "routes/authority/decision-new.tsx"),
  route("authority/decisions/:id/end", "routes/authority/decision-end.tsx"),
  route("authority/wording", "routes/authority/wording-new.tsx"),
  route("issuing", "routes/issuing/lists.tsx"),
  route("issuing/new", "routes/issuing/new.tsx"),
  route("issuing/:id", "routes/issuing/issue-list.tsx"),
  route("issuing/:id/submit", "routes/issuing/submit.tsx"),
  route("issuing/:id/withdraw", "routes/issuing/withdraw.tsx"),
  route("issuing/:id/return", "routes/issuing/return.tsx"),
  route("issuing/:id/approve", "routes/issuing/approve.tsx"),
  route("issuing/:id/print", "routes/issuing/print.tsx"),
  route("register", "routes/register/register.tsx"),
  route("register/print", "routes/register/print.tsx"),
  route("register/:id/revoke", "routes/register/revoke.tsx"),
  route("register/:id/reinstate", "routes/register/reinstate.tsx"),
  route("register/:id/correct", "routes/register/correct.tsx"),
  route("register/:id/signed-copy", "routes/register/signed-copy.tsx"),

  // certificates
  route("certificates", "routes/certificates/list.tsx"),
  route("certificates/:id", "routes/certificates/certificate.tsx"),
  route("certificates/:id/pdf", "routes/certificates/pdf.ts"),
  route("certificates/:id/evidence", "routes/certificates/evidence.tsx"),
  route("certificates/:id/evidence.zip", "routes/certificates/evidence-archive.ts"),
  route("verify", "routes/certificates/verify.tsx"),
  route("v/:serial/:code", "routes/certificates/verified.tsx"),
  route("v/:serial/:code.json", "routes/certificates/verified-json.ts"),

  // proofs, keys and the holder's wallet
  route("certificates/:id/proof/:kind", "routes/proof/proof-file.ts"),
  route("keys", "routes/proof/keys.tsx"),
  route("keys/:key", "routes/proof/key.ts"),
  route(".well-known/jwks.json", "routes/proof/key-set.ts"),
  route("issuer", "routes/proof/issuer.ts"),
  route("issuer/revoked", "routes/proof/revoked.ts"),
  route("wallet", "routes/wallet/wallet.tsx"),
  route("wallet/all", "routes/wallet/all.ts"),
  route("wallet/share", "routes/wallet/share.tsx"),
  route("wallet/shares/:id/end", "routes/wallet/end-share.tsx"),
  route("s/:token", "routes/wallet/shared.tsx"),

  // the person
  route("me", "routes/people/me.tsx"),
  route("account", "routes/people/account.tsx"),
  route("people", "routes/people/list.tsx"),
  route("people/:id", "routes/people/person.tsx"),
  route("people/:id/slip", "routes/people/slip.tsx"),
  route("people/:id/viewers", "routes/people/viewers.tsx"),
  route("people/:id/name", "routes/people/name.tsx"),
  route("people/:id/details", "routes/people/details.tsx"),
  route("people/:id/absences", "routes/people/absences.tsx"),
  route("people/:id/return", "routes/people/return.tsx"),
  route("people/:id/merge", "routes/people/merge.tsx"),
  route("people/:id/merged/:record", "routes/people/unmerge.tsx"),
  route("handovers/:id", "routes/handovers/handover.tsx"),

  // competencies, the practice log
  route("competency", "routes/competency/own.tsx"),
  route("people/:id/competency", "routes/competency/person.tsx"),
  route("log", "routes/log/list.tsx"),
  route("log/new", "routes/log/new.tsx"),
  route("log/queue", "routes/log/queue.tsx"),
  route("log/:id", "routes/log/entry.tsx"),
  route("log/:id/mend", "routes/log/mend.tsx"),
  route("log/:id/withdraw", "routes/log/withdraw.tsx"),

  // training and languages from outside, hours of a year
  route("proofs", "routes/proofs/list.tsx"),
  route("proofs/inbox", "routes/proofs/inbox.tsx"),
  route("proofs/hours", "routes/proofs/hours.tsx"),
  route("proofs/new/:kind", "routes/proofs/new.tsx"),
  route("proofs/:id", "routes/proofs/proof.tsx"),
  route("proofs/:id/mend", "routes/proofs/mend.tsx"),
  route("proofs/:id/files/:file", "routes/proofs/file.ts"),

  // units and the answers for HR
  route("units", "routes/organisation/tree.tsx"),
  route("units/:id", "routes/organisation/unit.tsx"),
  route("hr", "routes/hr/overview.tsx"),
  route("hr/cell", "routes/hr/cell.tsx"),
  route("hr/certification", "routes/hr/certification.tsx"),
  route("hr/certification.csv", "routes/reports/file.ts", { id: "certification-csv" }),
  route("reports/files/:report/:format", "routes/reports/file.ts"),
  route("reports/schedules", "routes/reports/schedules.tsx"),
  route("reports/schedules/new", "routes/reports/schedule-new.tsx"),
  route("reports/schedules/:id", "routes/reports/schedule.tsx"),
  route("reports/schedules/:id/end", "routes/reports/schedule-end.tsx"),

  // reminders and mail
  route("reminders", "routes/mail/reminders.tsx"),
  route("account/mail", "routes/mail/choices.tsx"),
  route("mail/stop/:token", "routes/mail/stop.tsx"),

  // the answers for HR: reports of any date, and what is kept of them
  route("reports", "routes/reports/index.tsx"),
  route("reports/board", "routes/reports/board.tsx"),
  route("reports/board/people", "routes/reports/board-people.tsx"),
  route("reports/programmes/people", "routes/reports/programme-people.tsx"),
  route("reports/posts", "routes/reports/posts.tsx"),
  route("reports/trends", "routes/reports/trends.tsx"),
  route("reports/trends/people", "routes/reports/trends-people.tsx"),
  route("reports/compare", "routes/reports/compare.tsx"),
  route("reports/compare/people", "routes/reports/compare-people.tsx"),
  route("reports/people", "routes/reports/people.tsx"),
  route("reports/leaders", "routes/reports/leaders.tsx"),
  route("reports/leaders/requests", "routes/reports/leader-requests.tsx"),
  route("reports/sittings", "routes/reports/sittings.tsx"),
  route("reports/views/new", "routes/reports/view-new.tsx"),
  route("reports/saved/new", "routes/reports/saved-new.tsx"),
  route("reports/saved/:id", "routes/reports/saved.tsx"),
  route("reports/saved/:id/people", "routes/reports/saved-people.tsx"),
  route("reports/views/:id/remove", "routes/reports/view-remove.ts"),

  // reorganisations
  route("reorganisations", "routes/organisation/reorganisations.tsx"),
  route("reorganisations/new", "routes/organisation/reorganisation-new.tsx"),
  route("reorganisations/:id", "routes/organisation/reorganisation.tsx"),
  route("reorganisations/:id/edit", "routes/organisation/reorganisation-head.tsx"),
  route("reorganisations/:id/acts", "routes/organisation/reorganisation-acts.ts"),
  route("reorganisations/:id/acts/new", "routes/organisation/reorganisation-act-kinds.tsx"),
  route("reorganisations/:id/acts/new/:kind", "routes/organisation/reorganisation-act.tsx", { id: "new-act" }),
  route("reorganisations/:id/acts/:place", "routes/organisation/reorganisation-act.tsx"),
  route("reorganisations/:id/discard", "routes/organisation/reorganisation-discard.tsx"),
  route("reorganisations/:id/preview", "routes/organisation/reorganisation-preview.tsx"),
  route("reorganisations/:id/preview.csv", "routes/organisation/reorganisation-preview-csv.ts"),
  route("reorganisations/changes/:id", "routes/organisation/reorganisation-change.tsx"),
  route("reorganisations/changes/:id/undo", "routes/organisation/reorganisation-undo.tsx"),
  route("reorganisations/changes/:id/again", "routes/organisation/reorganisation-again.ts"),

  // the desk, and settings of the house
  route("desk", "routes/desk/desk.tsx"),
  route("desk/settings", "routes/desk/settings.tsx"),
  route("desk/settings/:key", "routes/desk/setting.tsx"),

  // requests
  route("requests", "routes/requests/list.tsx"),
  route("requests/inbox", "routes/requests/inbox.tsx"),
  route("requests/new", "routes/requests/new.tsx"),
  route("requests/:id", "routes/requests/request.tsx"),
  route("requests/:id/files/:file", "routes/requests/file.ts"),

  // permissions
  route("permissions", "routes/permissions/list.tsx"),
  route("permissions/new", "routes/permissions/new.tsx"),
  route("permissions/:id/end", "routes/permissions/end.tsx"),
  route("permissions/lent", "routes/permissions/lent.tsx"),
  route("permissions/lent/new", "routes/permissions/lend.tsx"),
  route("permissions/lent/:id/end", "routes/permissions/end-loan.tsx"),

  // files of people and units
  route("imports", "routes/imports/list.tsx"),
  route("imports/new", "routes/imports/new.tsx"),
  route("imports/templates/:name", "routes/imports/template.ts"),
  route("imports/:id", "routes/imports/import.tsx"),
  route("imports/:id/columns", "routes/imports/columns.tsx"),
  route("imports/:id/again", "routes/imports/again.ts"),
  route("imports/:id/carry-out", "routes/imports/carry-out.tsx"),
  route("imports/:id/refused/:format", "routes/imports/refused.ts"),
  route("imports/:id/slips", "routes/imports/slips.tsx"),
  route("imports/:id/undo", "routes/imports/undo.tsx"),

  // duties for many at once
  route("duties/new", "routes/duties/new.tsx"),
  route("duties/changes/:id", "routes/duties/change.tsx"),

  // programmes
  route("programmes", "routes/programmes/list.tsx"),
  route("programmes/versions/:id/take-back", "routes/programmes/take-back.tsx"),
  route("programmes/:key", "routes/programmes/programme.tsx"),
  route("programmes/:key/new", "routes/programmes/version-new.tsx"),
  // rules and the calendar
  route("rules", "routes/rules/list.tsx"),
  route("rules/new", "routes/rules/new.tsx"),
  route("rules/changes/:id", "routes/rules/change.tsx"),
  route("rules/:id", "routes/rules/rule.tsx"),
  route("rules/:id/edit", "routes/rules/edit.tsx"),
  route("rules/:id/preview", "routes/rules/preview.tsx"),
  route("rules/:id/retire", "routes/rules/retire.tsx"),
  route("calendar", "routes/rules/calendar.tsx"),
  route("calendar/change", "routes/rules/calendar-change.tsx"),

  // a leader's own unit
  route("leader", "routes/leader/leader.tsx"),

  // the network of focal points
  route("focal", "routes/focal/network.tsx"),
  route("focal/directory", "routes/focal/directory.tsx"),
  route("focal/:unit", "routes/focal/unit.tsx"),

  // posts and who holds them
  route("units/:id/posts", "routes/staffing/posts.tsx"),
  route("units/:id/posts/new", "routes/staffing/new-post.tsx"),
  route("units/:id/posts/:post/appoint", "routes/staffing/appoint.tsx"),
  route("units/:id/posts/:post/flags", "routes/staffing/flags.tsx"),
  route("units/:id/posts/:post/close", "routes/staffing/close-post.tsx"),
  route("people/new", "routes/staffing/new-person.tsx"),
  route("people/:id/appoint", "routes/staffing/choose-post.tsx"),
  route("people/:id/postings/:posting/end", "routes/staffing/end-posting.tsx"),
  route("people/:id/postings/:posting/correct", "routes/staffing/correct-posting.tsx"),
  route("people/changes/:id/undo", "routes/staffing/undo.tsx"),

  // files of questions, and pictures
  route("bank/templates/:format", "routes/bank/template.ts"),
  route("bank/:slug/import", "routes/bank/import.tsx"),
  route("bank/:slug/import/:id", "routes/bank/import-preview.tsx"),
  route("bank/:slug/export/:format", "routes/bank/export.ts"),
  route("pictures/:name", "routes/pictures/picture.ts"),

  // banks of questions
  route("bank", "routes/bank/banks.tsx"),
  route("bank/proposals", "routes/bank/proposals.tsx"),
  route("bank/proposals/:id", "routes/bank/proposal.tsx"),
  route("bank/proposals/:id/edit", "routes/bank/proposal-edit.tsx"),
  route("bank/:slug", "routes/bank/questions.tsx"),
  route("bank/:slug/questions/new", "routes/bank/question-new.tsx"),
  route("bank/:slug/questions/:key", "routes/bank/question.tsx"),
  route("bank/:slug/questions/:key/edit", "routes/bank/question-edit.tsx"),
  route("bank/:slug/questions/:key/retire", "routes/bank/question-retire.tsx"),

  // about
  route("help", "routes/about/help.tsx"),
  route("accessibility", "routes/about/accessibility.tsx"),
  route("privacy", "routes/about/privacy.tsx"),
  route("*", "routes/about/not-found.tsx"),
] satisfies RouteConfig;
