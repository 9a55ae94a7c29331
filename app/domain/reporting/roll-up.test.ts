import { describe, expect, it } from "vitest";
import { batchSchema } from "~/domain/organisation/acts";
import { applyBatch } from "~/domain/organisation/apply-batch";
import { unitsAsOf } from "~/domain/organisation/organisation-as-of";
import { NO_FACTS } from "~/domain/organisation/organisation-facts";
import { rollUp, standingFor } from "./roll-up";
import type { StaffMember, StaffPosting } from "./workforce";

const both = (text: string) => ({ vi: text, en: text });
const batch = (date: string, ...acts: object[]) =>
  batchSchema.parse({ key: `b-${date}`, date, title: both("t"), document: null, mark: "TEXT", acts });
const create = (unit: string, level: string, parent?: string) => ({
  act: "create",
  unit,
  level,
  parent,
  name: both(unit),
});

const facts = [
  batch(
    "2018-01-01",
    create("root", "CENTRAL"),
    ...["a", "b", "c"].map((key) => create(key, "PROVINCIAL", "root")),
    create("office", "GRASSROOTS", "a"),
  ),
  batch("2020-01-01", { act: "close", unit: "office" }),
  batch("2021-01-01", { act: "merge", units: ["a", "b"], into: { unit: "ab", name: both("ab") } }),
  batch("2022-01-01", {
    act: "split",
    unit: "c",
    into: ["c1", "c2"].map((unit) => ({ unit, name: both(unit) })),
  }),
  batch("2023-01-01", { act: "merge", units: ["ab", "c1"], into: { unit: "all", name: both("all") } }),
].reduce((before, next) => {
  const { facts: after, problems } = applyBatch(before, next);
  expect(problems).toEqual([]);
  return after;
}, NO_FACTS);

const idOf = (key: string) => facts.units.find((unit) => unit.key === key)?.id ?? 0;
const keyOf = (id: number | null) => facts.units.find((unit) => unit.id === id)?.key ?? null;

describe("who stands for a unit", () => {
  it.each([
    ["a", "2020-06-01", "a"],
    ["a", "2021-01-01", "ab"],
    ["b", "2024-01-01", "all"],
    // of several heirs the first that is named
    ["c", "2022-06-01", "c1"],
    ["c", "2024-01-01", "all"],
    // nobody took over: the unit above it, or who followed that one
    ["office", "2020-06-01", "a"],
    ["office", "2024-01-01", "all"],
    ["c2", "2024-01-01", "c2"],
  ])("%s on %s: %s", (unit, date, expected) => {
    expect(keyOf(standingFor(facts, unitsAsOf(facts, date))(idOf(unit)))).toBe(expected);
  });
});

describe("people of a past day by another map", () => {
  const posting = (unit: string) => ({ unitId: idOf(unit), position: "p", kind: "primary" }) as StaffPosting;
  const member = (name: string, ...units: string[]) =>
    ({ publicId: name, postings: units.map(posting), certificates: [] }) as unknown as StaffMember;
  const members = [member("one", "a"), member("two", "b", "office"), member("three", "c")];
  const [, two] = members;
  const rolled = rollUp(
    {
      workforce: { asOf: "2019-01-01", members, vacancies: [] },
      proven: new Map(members.map((each) => [each, each.publicId])),
      certification: [{ member: two, postings: two?.postings.slice(1) }] as never,
    },
    standingFor(facts, unitsAsOf(facts, "2021-06-01")),
  );

  it("stand under the units that stand for theirs, everyone once and with what is theirs", () => {
    const places = rolled.workforce.members.map((each) => [
      each.publicId,
      each.postings.map(({ unitId }) => keyOf(unitId)),
    ]);
    expect(places).toEqual([
      ["one", ["ab"]],
      ["two", ["ab", "ab"]],
      ["three", ["c"]],
    ]);
    expect([...rolled.proven].map(([each, proof]) => [each.publicId, proof])).toEqual(
      members.map(({ publicId }) => [publicId, publicId]),
    );
    expect(rolled.proven.has(rolled.workforce.members[0] as StaffMember)).toBe(true);
  });

  it("keep in a list the posts that their record shows", () => {
    const [row] = rolled.certification;
    expect(row?.member).toBe(rolled.workforce.members[1]);
    expect(row?.postings[0]).toBe(rolled.workforce.members[1]?.postings[1]);
  });

  it("leave the report of their own day as it was", () => {
    expect(members.map((each) => each.postings.map(({ unitId }) => keyOf(unitId)))).toEqual([
      ["a"],
      ["b", "office"],
      ["c"],
    ]);
  });
});
