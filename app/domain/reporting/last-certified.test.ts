import { describe, expect, it } from "vitest";
import type { CertificationRow, CertificationState } from "./certification-list";
import { lastCertified } from "./last-certified";
import { duty, member } from "./people-for-test";

const row = (name: string, unitId: number, state: CertificationState, more = {}) =>
  duty(member(name, [{ unitId }], more), "course", state);
const names = (rows: CertificationRow[]) =>
  lastCertified(rows, (programme) => programme === "course").map(({ unitId, member, asked }) => [
    unitId,
    member.publicId,
    asked,
  ]);

describe("where one certified person is left", () => {
  it.each<[string, CertificationRow[], unknown[]]>([
    ["one of two", [row("a", 1, "valid"), row("b", 1, "never")], [[1, "a", 2]]],
    ["one whose paper ends soon", [row("a", 1, "expiring"), row("b", 1, "expired")], [[1, "a", 2]]],
    ["two of three", [row("a", 1, "valid"), row("b", 1, "valid"), row("c", 1, "never")], []],
    ["none of two", [row("a", 1, "never"), row("b", 1, "eligible")], []],
    ["a place that stands alone", [row("a", 1, "valid")], []],
    ["one in each of two units", [row("a", 1, "valid"), row("b", 2, "valid")], []],
    ["who was waived is not asked", [row("a", 1, "valid"), row("b", 1, "waived")], []],
    ["a collaborator is not staff", [row("a", 1, "valid"), row("b", 1, "never", { employment: "collaborator" })], []],
    [
      "another programme",
      [
        { ...row("a", 1, "valid"), programme: "x" },
        { ...row("b", 1, "never"), programme: "x" },
      ],
      [],
    ],
  ])("%s", (_, rows, expected) => expect(names(rows)).toEqual(expected));
});
