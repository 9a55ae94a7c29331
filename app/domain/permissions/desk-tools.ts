import { POWERS, type Power } from "./role";
import { hasPower, hasRole, type Viewer, worksHere } from "./viewer";

export const DESK_GROUPS = ["people", "organisation", "learning", "exams", "access"] as const;
export type DeskGroup = (typeof DESK_GROUPS)[number];

export type ToolKey =
  | "requests"
  | "people"
  | "register"
  | "proofs"
  | "hours"
  | "log"
  | "imports"
  | "leader"
  | "overview"
  | "units"
  | "focal"
  | "directory"
  | "reorganisations"
  | "settings"
  | "certification"
  | "reports"
  | "schedules"
  | "reminders"
  | "issuing"
  | "certificates"
  | "authority"
  | "programmes"
  | "rules"
  | "calendar"
  | "marking"
  | "release"
  | "effects"
  | "bank"
  | "proposals"
  | "exams"
  | "sittings"
  | "permissions"
  | "lent";

export interface Tool {
  key: ToolKey;
  group: DeskGroup;
  href: string;
}

interface OfferedTool extends Tool {
  offeredTo: (viewer: Viewer) => boolean;
}

const withAny =
  (...powers: readonly Power[]) =>
  (viewer: Viewer) =>
    powers.some((power) => hasPower(viewer, power));

/** Every tool of the desk, in the order shown; the pages themselves decide again who may enter. */
const TOOLS: readonly OfferedTool[] = [
  {
    key: "requests",
    group: "people",
    href: "/requests/inbox",
    offeredTo: withAny("decide-records", "decide-duties", "answer-questions", "decide-appeals", "manage-exams"),
  },
  { key: "people", group: "people", href: "/people", offeredTo: withAny("see-people", "reset-password") },
  { key: "register", group: "people", href: "/people/new", offeredTo: withAny("change-people") },
  { key: "proofs", group: "people", href: "/proofs/inbox", offeredTo: withAny("verify-proofs") },
  { key: "hours", group: "people", href: "/proofs/hours", offeredTo: withAny("see-people") },
  { key: "imports", group: "people", href: "/imports", offeredTo: withAny("import-people") },
  { key: "log", group: "people", href: "/log/queue", offeredTo: withAny("confirm-practice") },
  { key: "leader", group: "organisation", href: "/leader", offeredTo: (viewer) => hasRole(viewer, "unit-leader") },
  { key: "overview", group: "organisation", href: "/hr", offeredTo: withAny("see-people") },
  { key: "units", group: "organisation", href: "/units", offeredTo: withAny("see-people", "change-organisation") },
  { key: "focal", group: "organisation", href: "/focal", offeredTo: withAny("see-people") },
  { key: "directory", group: "organisation", href: "/focal/directory", offeredTo: withAny("see-focal-directory") },
  {
    key: "reorganisations",
    group: "organisation",
    href: "/reorganisations",
    offeredTo: withAny("change-organisation"),
  },
  { key: "settings", group: "organisation", href: "/desk/settings", offeredTo: withAny("change-organisation") },
  { key: "certification", group: "learning", href: "/hr/certification", offeredTo: withAny("see-people") },
  { key: "reports", group: "learning", href: "/reports", offeredTo: withAny("see-people") },
  { key: "reminders", group: "learning", href: "/reminders", offeredTo: (viewer) => hasRole(viewer, "hr-officer") },
  { key: "schedules", group: "organisation", href: "/reports/schedules", offeredTo: withAny("export-people") },
  {
    key: "issuing",
    group: "learning",
    href: "/issuing",
    offeredTo: withAny("prepare-certificates", "sign-certificates"),
  },
  {
    key: "certificates",
    group: "learning",
    href: "/register",
    offeredTo: withAny("prepare-certificates", "sign-certificates"),
  },
  { key: "authority", group: "learning", href: "/authority", offeredTo: withAny("manage-programmes") },
  { key: "programmes", group: "learning", href: "/programmes", offeredTo: withAny("manage-programmes") },
  {
    key: "rules",
    group: "learning",
    href: "/rules",
    offeredTo: withAny("manage-rules", "assign-duties", "see-grants"),
  },
  { key: "calendar", group: "learning", href: "/calendar", offeredTo: worksHere },
  {
    key: "bank",
    group: "exams",
    href: "/bank",
    offeredTo: withAny("see-course-sources", "edit-questions", "review-questions"),
  },
  {
    key: "proposals",
    group: "exams",
    href: "/bank/proposals",
    offeredTo: withAny("edit-questions", "review-questions"),
  },
  { key: "marking", group: "exams", href: "/marking", offeredTo: withAny("mark-work") },
  { key: "release", group: "exams", href: "/marking/release", offeredTo: withAny("release-marks") },
  { key: "effects", group: "exams", href: "/exams/effects", offeredTo: withAny("release-marks") },
  { key: "exams", group: "exams", href: "/exams", offeredTo: withAny("manage-exams", "see-attempts") },
  { key: "sittings", group: "exams", href: "/exams/sittings", offeredTo: withAny("manage-exams", "invigilate") },
  { key: "permissions", group: "access", href: "/permissions", offeredTo: withAny("see-grants") },
  { key: "lent", group: "access", href: "/permissions/lent", offeredTo: withAny(...POWERS) },
];

/** The tools that a viewer can use, in the order of the desk. */
export function toolsFor(viewer: Viewer): Tool[] {
  return TOOLS.filter(({ offeredTo }) => offeredTo(viewer)).map(({ key, group, href }) => ({ key, group, href }));
}
