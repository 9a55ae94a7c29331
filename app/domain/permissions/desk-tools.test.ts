import { expect, it } from "vitest";
import { toolsFor } from "./desk-tools";
import type { Role } from "./role";
import type { Viewer } from "./viewer";

const viewer = (...roles: Role[]) =>
  ({ grants: roles.map((role) => ({ role, unitId: 1 })), delegations: [] }) as unknown as Viewer;

it.each<[Role[], string[]]>([
  [[], []],
  [["learner"], []],
  [
    ["unit-leader"],
    [
      "requests",
      "people",
      "hours",
      "log",
      "leader",
      "overview",
      "units",
      "focal",
      "directory",
      "certification",
      "reports",
      "schedules",
      "calendar",
      "lent",
    ],
  ],
  [
    ["administrator"],
    ["people", "imports", "units", "reorganisations", "settings", "calendar", "permissions", "lent", "rules", "bank"],
  ],
  [["marker"], ["marking", "calendar", "lent"]],
  [["invigilator"], ["sittings", "calendar", "lent"]],
  [["author"], ["bank", "proposals", "calendar", "lent"]],
  [["trainer"], ["requests", "directory", "calendar", "lent"]],
])("the desk of %j", (roles, keys) => {
  expect(
    toolsFor(viewer(...roles))
      .map(({ key }) => key)
      .sort(),
  ).toEqual([...keys].sort());
});

it("has each tool once, under an address of its own", () => {
  const tools = toolsFor(viewer("hr-officer", "administrator", "unit-leader", "programme-owner"));
  expect(new Set(tools.map(({ key }) => key)).size).toBe(tools.length);
  expect(new Set(tools.map(({ href }) => href)).size).toBe(tools.length);
});
