import { hasPower, hasRole, unitsGranting, type Viewer } from "~/domain/permissions/viewer";

/** A link of the masthead; its label is the key `common:nav.<key>`. */
export interface NavigationEntry {
  key: "today" | "courses" | "certificates" | "me" | "hr" | "people" | "units" | "ownUnit";
  href: string;
}

/** Four short links by role, always visible: no menu is needed. */
export function navigationFor(
  viewer: Viewer | null,
  publicIdOfUnit: (unitId: number) => string | null,
): NavigationEntry[] {
  if (!viewer) return [];
  if (hasRole(viewer, "unit-leader") && !hasRole(viewer, "hr-officer")) {
    const own = publicIdOfUnit(unitsGranting(viewer, "see-people")[0] ?? 0);
    return [
      { key: "today", href: "/" },
      { key: "courses", href: "/courses" },
      ...(own ? [{ key: "ownUnit" as const, href: `/units/${own}` }] : []),
      { key: "me", href: "/me" },
    ];
  }
  if (hasPower(viewer, "see-people")) {
    return [
      { key: "today", href: "/" },
      { key: "hr", href: "/hr" },
      { key: "people", href: "/people" },
      { key: "units", href: "/units" },
    ];
  }
  return [
    { key: "today", href: "/" },
    { key: "courses", href: "/courses" },
    { key: "certificates", href: "/certificates" },
    { key: "me", href: "/me" },
  ];
}
