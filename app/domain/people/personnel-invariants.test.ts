import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays, type Span, spansOverlap } from "~/domain/time/civil-date";
import { rowsDifference } from "../facts/rows-difference";
import { applyPersonnelActs } from "./apply-personnel-acts";
import type { PersonnelAct } from "./personnel-acts";
import { contains, isEmpty } from "./personnel-draft";
import type { PersonnelFacts } from "./personnel-facts";
import { contextForTest, staffed } from "./personnel-for-test";

const day = fc.integer({ min: 0, max: 40 }).map((weeks) => addDays("2025-04-01", weeks * 14));
const end = fc.option(day, { nil: null, freq: 1 });
const person = fc.constantFrom("A", "B", "C", "D", "E");
const post = fc.constantFrom("o20", "o21", "o22", "o23", "o24", "o30", "o10", "mine", "new-1", "new-2", "new-3");
const posting = fc.constantFrom("gA", "gB", "new-1", "new-2", "new-3", "new-4", "new-5");

const act: fc.Arbitrary<PersonnelAct> = fc.oneof(
  fc.record({
    act: fc.constant("register" as const),
    person,
    fullName: fc.constantFrom("Lê Em", "Lê Ém"),
    employment: fc.constantFrom("public-employee" as const, "collaborator" as const),
    workEmail: fc.constantFrom(null, "1@example.vn", "9@example.vn"),
    workPhone: fc.constant(null),
    on: day,
  }),
  fc.record({ act: fc.constant("rename" as const), person, fullName: fc.constantFrom("Lê Bê", "Lê Cê"), on: day }),
  fc.record({
    act: fc.constant("change-details" as const),
    person,
    employment: fc.constantFrom("contract" as const, "collaborator" as const),
    on: day,
  }),
  fc.record({
    act: fc.constant("create-post" as const),
    ref: fc.constantFrom("mine", "other"),
    unitId: fc.constantFrom(1, 2, 3, 4),
    position: fc.constantFrom("officer", "focal"),
    oneStop: fc.boolean(),
    deputy: fc.boolean(),
    from: day,
    until: end,
  }),
  fc.record({ act: fc.constant("flag-post" as const), post, oneStop: fc.boolean(), deputy: fc.boolean(), on: day }),
  fc.record({ act: fc.constant("close-post" as const), post, on: day }),
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constant("appoint" as const),
      person,
      post,
      kind: fc.constantFrom("primary" as const, "concurrent" as const, "acting" as const),
      from: day,
      until: end,
      decision: fc.constant(null),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant("end-posting" as const),
      posting,
      on: day,
      reason: fc.constant("transfer" as const),
    }),
  },
  fc.record({ act: fc.constant("correct-posting" as const), posting, from: day, until: end }),
  fc.record({
    act: fc.constant("be-absent" as const),
    person,
    kind: fc.constant("maternity" as const),
    from: day,
    until: end,
  }),
  fc.record({ act: fc.constant("return" as const), person, on: day }),
);

/** No two of the same key at once. */
function expectApart<T extends Span>(rows: readonly T[], keyOf: (row: T) => number | string): void {
  const of = new Map<number | string, T[]>();
  for (const row of rows) {
    const earlier = of.get(keyOf(row)) ?? [];
    for (const other of earlier) expect(spansOverlap(other, row), JSON.stringify([other, row])).toBe(false);
    of.set(keyOf(row), [...earlier, row]);
  }
}

function expectSound(facts: PersonnelFacts): void {
  const { units, focalPositions, focalUnits } = contextForTest();
  const keptOf = new Map(facts.merges.map((row) => [row.mergedPersonId, row.keptPersonId]));
  const posts = new Map(facts.posts.map((each) => [each.id, each]));
  expect(new Set(facts.posts.map(({ publicId }) => publicId)).size).toBe(facts.posts.length);
  expect(new Set(facts.postings.map(({ publicId }) => publicId)).size).toBe(facts.postings.length);
  expect(new Set(facts.persons.map(({ staffCode }) => staffCode)).size).toBe(facts.persons.length);
  for (const each of facts.posts) {
    expect(isEmpty(each)).toBe(false);
    expect((units.get(each.unitId) ?? []).some((existence) => contains(existence, each))).toBe(true);
  }
  for (const each of facts.postings) {
    const held = posts.get(each.postId);
    expect(isEmpty(each)).toBe(false);
    expect(held !== undefined && contains(held, each), JSON.stringify([held, each])).toBe(true);
  }
  const primary = facts.postings.filter(({ kind }) => kind === "primary");
  expectApart(primary, ({ personId }) => keptOf.get(personId) ?? personId);
  const holding = facts.postings.filter(({ kind }) => kind !== "acting");
  expectApart(holding, ({ postId }) => postId);
  expectApart(
    facts.postings.filter(({ kind }) => kind === "acting"),
    ({ postId }) => postId,
  );
  const focal = holding.flatMap((each) => {
    const held = posts.get(each.postId);
    const counts = held && !held.deputy && focalPositions.has(held.position) && focalUnits.has(held.unitId);
    return counts ? [{ ...each, unitId: held.unitId }] : [];
  });
  expectApart(focal, ({ unitId }) => unitId);
  const said: readonly (readonly (Span & { personId: number })[])[] = [facts.names, facts.details, facts.absences];
  for (const rows of said) expectApart(rows, ({ personId }) => personId);
  const open = facts.details.filter(({ validTo, workEmail }) => validTo === null && workEmail !== null);
  expect(new Set(open.map(({ workEmail }) => workEmail)).size).toBe(open.length);
}

const KINDS = ["persons", "names", "details", "posts", "postings", "absences", "merges"] as const;

it("keeps the facts sound whatever is asked, and leaves those before as they were", () => {
  const before = JSON.stringify(staffed);
  let carriedOut = 0;
  fc.assert(
    fc.property(fc.array(act, { minLength: 1, maxLength: 14 }), (acts) => {
      const { facts, problems } = applyPersonnelActs(staffed, acts, contextForTest());
      // an act with a problem is left out: the rest is sound all the same
      expectSound(facts);
      expect(problems.every((problem) => problem.act < acts.length)).toBe(true);
      carriedOut += acts.length - new Set(problems.map((problem) => problem.act)).size;
      // what was there before is there still, or retracted; nothing was changed in place
      for (const kind of KINDS) {
        const { retracted, added } = rowsDifference<{ id: number }>(staffed[kind], facts[kind]);
        expect(added.every(({ id }) => id < 0)).toBe(true);
        expect(facts[kind].length).toBe(staffed[kind].length - retracted.length + added.length);
      }
    }),
    { numRuns: 400 },
  );
  expect(JSON.stringify(staffed)).toBe(before);
  // by far not all were refused: the rules were really at work
  expect(carriedOut).toBeGreaterThan(400);
});
