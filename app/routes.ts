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

  // units and the answers for HR
  route("units", "routes/organisation/tree.tsx"),
  route("units/:id", "routes/organisation/unit.tsx"),
  route("hr", "routes/hr/overview.tsx"),
  route("hr/cell", "routes/hr/cell.tsx"),
  route("hr/certification", "routes/hr/certification.tsx"),
  route("hr/certification.csv", "routes/hr/certification-csv.ts"),

  // about
  route("help", "routes/about/help.tsx"),
  route("accessibility", "routes/about/accessibility.tsx"),
  route("privacy", "routes/about/privacy.tsx"),
  route("*", "routes/about/not-found.tsx"),
] satisfies RouteConfig;
