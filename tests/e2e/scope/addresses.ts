import type { RouteConfigEntry } from "@remix-run/route-config";
import { DOORS, type Door } from "../../../app/domain/permissions/doors";
import routes from "../../../app/routes";

/** One address of the site: its pattern, the file that answers, and who may enter. */
export interface Address {
  pattern: string;
  file: string;
  /** as single fetch names it */
  routeId: string;
  door: Door;
}

/** Every address there is, by the site's own list. @throws for one without a line about who may enter */
export function allAddresses(): Address[] {
  return flat(routes, "").map(({ pattern, file, routeId }) => {
    const door = DOORS[file];
    if (!door) throw new Error(`${file} has no line in DOORS: who may enter ${pattern}?`);
    return { pattern, file, routeId, door };
  });
}

function flat(entries: readonly RouteConfigEntry[], above: string): Omit<Address, "door">[] {
  return entries.flatMap((entry) => {
    const pattern = `${above}/${entry.path ?? ""}`.replace(/\/+$/, "") || "/";
    const routeId = entry.id ?? entry.file.replace(/\.tsx?$/, "");
    return [{ pattern, file: entry.file, routeId }, ...flat(entry.children ?? [], pattern)];
  });
}
