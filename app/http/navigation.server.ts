import { hasPower, hasRole, type Viewer, worksHere } from "~/domain/permissions/viewer";

/** A link of the masthead; its label is the key `common:nav.<key>`. */
export interface NavigationEntry {
  key: "today" | "courses" | "certificates" | "me" | "hr" | "people" | "ownUnit" | "desk";
  href: string;
}

const entry = (key: NavigationEntry["key"], href: string): NavigationEntry => ({ key, href });

/** Four short links by role, always visible: no menu is needed. What else one works with is on the desk. */
export function navigationFor(viewer: Viewer | null): NavigationEntry[] {
  if (!viewer) return [];
  const today = entry("today", "/");
  const desk = entry("desk", "/desk");
  const me = entry("me", "/me");
  if (hasRole(viewer, "unit-leader") && !hasRole(viewer, "hr-officer"))
    return [entry("ownUnit", "/leader"), today, desk, me];
  if (hasPower(viewer, "see-people")) return [today, entry("hr", "/hr"), entry("people", "/people"), desk];
  const courses = entry("courses", "/courses");
  if (worksHere(viewer)) return [today, courses, me, desk];
  return [today, courses, entry("certificates", "/certificates"), me];
}
