import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "~/domain/time/civil-date";
import { compareLevels, type Evidence, recommendedCourse, requiredLevels, standing } from "./standing";

const proof = (competency: string, level: number, validFrom: string, validTo: string | null): Evidence => ({
  competency,
  level,
  validFrom,
  validTo,
});

describe("standing", () => {
  const evidence = [
    proof("rules", 3, "2024-02-29", "2026-02-28"),
    proof("rules", 2, "2025-01-01", null),
    proof("dialogue", 1, "2026-01-01", "2027-01-01"),
  ];
  it.each<[string, [string, number][]]>([
    ["2024-02-28", []],
    ["2024-02-29", [["rules", 3]]],
    [
      "2026-02-27",
      [
        ["rules", 3],
        ["dialogue", 1],
      ],
    ],
    [
      "2026-02-28",
      [
        ["rules", 2],
        ["dialogue", 1],
      ],
    ],
    ["2027-01-01", [["rules", 2]]],
  ])("on %s", (asOf, expected) => expect([...standing(evidence, asOf)]).toEqual(expected));

  it("never falls when evidence is added, and does not care about its order", () => {
    const arbitrary = fc
      .record({
        competency: fc.constantFrom("a", "b"),
        level: fc.integer({ min: 1, max: 5 }),
        start: fc.integer({ min: 0, max: 700 }),
        days: fc.option(fc.integer({ min: 1, max: 700 })),
      })
      .map(({ competency, level, start, days }) => {
        const from = addDays("2024-01-01", start);
        return proof(competency, level, from, days === null ? null : addDays(from, days));
      });
    fc.assert(
      fc.property(fc.array(arbitrary), arbitrary, fc.integer({ min: 0, max: 1500 }), (some, one, day) => {
        const asOf = addDays("2024-01-01", day);
        const [less, more] = [standing(some, asOf), standing([one, ...some], asOf)];
        for (const key of ["a", "b"]) expect(more.get(key) ?? 0).toBeGreaterThanOrEqual(less.get(key) ?? 0);
        expect(new Map([...standing([...some].reverse(), asOf)].sort())).toEqual(new Map([...less].sort()));
      }),
    );
  });
});

describe("requirements", () => {
  const positions = new Map(
    [
      { key: "officer", requirements: [{ competency: "rules", levels: { CENTRAL: 4, PROVINCIAL: 3 } }] },
      {
        key: "leader",
        requirements: [
          { competency: "rules", levels: { PROVINCIAL: 2 } },
          { competency: "dialogue", levels: { PROVINCIAL: 4 } },
        ],
      },
    ].map((position) => [position.key, position]),
  );

  it.each<[string, [string, string][], [string, number][]]>([
    ["no post", [], []],
    ["one post", [["officer", "CENTRAL"]], [["rules", 4]]],
    ["a level of unit that asks for nothing", [["officer", "GRASSROOTS"]], []],
    ["an unknown position", [["juggler", "CENTRAL"]], []],
    [
      "two posts: the higher counts",
      [
        ["officer", "PROVINCIAL"],
        ["leader", "PROVINCIAL"],
      ],
      [
        ["rules", 3],
        ["dialogue", 4],
      ],
    ],
  ])("%s", (_, posts, expected) => {
    const levels = requiredLevels(
      posts.map(([position, unitLevel]) => ({ position, unitLevel })),
      positions,
    );
    expect([...levels]).toEqual(expected);
  });

  it("are compared with what is proven, 0 where nothing is", () => {
    expect(
      compareLevels(
        new Map([
          ["rules", 3],
          ["dialogue", 4],
        ]),
        new Map([
          ["rules", 5],
          ["other", 1],
        ]),
      ),
    ).toEqual([
      { competency: "rules", required: 3, proven: 5 },
      { competency: "dialogue", required: 4, proven: 0 },
    ]);
  });
});

describe("recommendedCourse", () => {
  const course = (slug: string, level: number, competency = "rules") => ({ slug, evidence: [{ competency, level }] });
  const gap = { competency: "rules", required: 3, proven: 1 };
  it.each([
    ["no course", [], null],
    ["none about it", [course("a", 5, "dialogue")], null],
    ["none that adds anything", [course("a", 1)], null],
    ["the one that reaches the level", [course("a", 2), course("b", 3), course("c", 2)], "b"],
    ["the smallest that does", [course("a", 5), course("b", 3), course("c", 4)], "b"],
    ["else the one that leads furthest", [course("a", 1), course("b", 2)], "b"],
    ["the first of equals", [course("a", 3), course("b", 3)], "a"],
  ])("%s", (_, courses, expected) => expect(recommendedCourse(gap, courses)).toBe(expected));

  it("always adds something, and reaches the level whenever any course does", () => {
    const courses = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 6 });
    fc.assert(
      fc.property(
        courses,
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 0, max: 4 }),
        (levels, required, proven) => {
          const offered = levels.map((level, index) => course(String(index), level));
          const chosen = recommendedCourse({ competency: "rules", required, proven }, offered);
          const level = chosen === null ? null : (levels[Number(chosen)] ?? 0);
          if (level === null) expect(levels.every((each) => each <= proven)).toBe(true);
          else {
            expect(level).toBeGreaterThan(proven);
            const reaching = levels.filter((each) => each >= required && each > proven);
            expect(level).toBe(reaching.length > 0 ? Math.min(...reaching) : Math.max(...levels));
          }
        },
      ),
    );
  });
});
