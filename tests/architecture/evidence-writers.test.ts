import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** No level can be typed in: one file writes evidence, and only facts call it. */
const WRITER = "app/models/competency/record-evidence.server.ts";
const WRITES = /\b(?:INTO|UPDATE)\s+"?evidence"?\b|\bevidence\s*\.\s*(?:create|update|upsert|delete)/i;

const sources = ["app", "prisma/demo"].flatMap((directory) =>
  readdirSync(directory, { recursive: true, encoding: "utf8" })
    .map((file) => `${directory}/${file.replaceAll("\\", "/")}`)
    .filter((file) => /\.tsx?$/.test(file) && !file.includes("/generated/")),
);

it("only one file writes the table of evidence", () => {
  expect(sources.filter((file) => WRITES.test(readFileSync(file, "utf8")))).toEqual([WRITER]);
});

it("no route, component or door of a request reaches it", () => {
  const naming = sources.filter((file) => readFileSync(file, "utf8").includes("record-evidence.server"));
  expect(naming.filter((file) => !file.startsWith("app/models/"))).toEqual([]);
  expect(naming.length).toBeGreaterThan(2);
});

it.each([
  ["INSERT INTO evidence (person_id)", true],
  ["UPDATE evidence SET level = 5", true],
  ["rows.evidence.createMany({", true],
  ["SELECT level FROM evidence WHERE", false],
  ["fact.evidence.filter(", false],
])("sees %s: %s", (line, writes) => expect(WRITES.test(line)).toBe(writes));
