import type { RouteConfigEntry } from "@remix-run/route-config";
import { expect, it } from "vitest";
import { DOORS } from "~/domain/permissions/doors";
import routes from "~/routes";

function filesOf(entries: readonly RouteConfigEntry[]): string[] {
  return entries.flatMap((entry) => [entry.file, ...filesOf(entry.children ?? [])]);
}

it("says of every address who may enter, and of no other", () => {
  expect(Object.keys(DOORS).sort()).toEqual([...new Set(filesOf(routes))].sort());
});
