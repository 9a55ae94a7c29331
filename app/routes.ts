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
  route("attempts/:id/hand-in", "routes/exam/hand-in.tsx"),
  route("attempts/:id/result", "routes/exam/result.tsx"),

  // certificates
  route("certificates", "routes/certificates/list.tsx"),
  route("certificates/:id", "routes/certificates/certificate.tsx"),
  route("certificates/:id/pdf", "routes/certificates/pdf.ts"),
  route("verify", "routes/certificates/verify.tsx"),
  route("v/:serial/:code", "routes/certificates/verified.tsx"),

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

  // units and the answers for HR
  route("units", "routes/organisation/tree.tsx"),
  route("units/:id", "routes/organisation/unit.tsx"),
  route("hr", "routes/hr/overview.tsx"),
  route("hr/cell", "routes/hr/cell.tsx"),
  route("hr/certification", "routes/hr/certification.tsx"),
  route("hr/certification.csv", "routes/hr/certification-csv.ts"),

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

  // about
  route("help", "routes/about/help.tsx"),
  route("accessibility", "routes/about/accessibility.tsx"),
  route("privacy", "routes/about/privacy.tsx"),
  route("*", "routes/about/not-found.tsx"),
] satisfies RouteConfig;
