import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { figuresOf } from "./compare-dates";
import { isMet, placesOf, standings } from "./heat-map";
import { member } from "./people-for-test";
import { listPeople } from "./people-lists";
import { isCollaborator, selects } from "./workforce";

const requirement = (competency: string, levels: Record<string, number>) => ({ competency, levels });
const POSITIONS = new Map([
  [
    "officer",
    {
      key: "officer",
      requirements: [
        requirement("dialogue", { PROVINCIAL: 2, GRASSROOTS: 1 }),
        requirement("ethics", { PROVINCIAL: 1 }),
      ],
    },
  ],
  ["clerk", { key: "clerk", requirements: [requirement("ethics", { PROVINCIAL: 3 })] }],
]);

const posting = fc.record({
  unitId: fc.integer({ min: 1, max: 3 }),
  unitLevel: fc.constantFrom("PROVINCIAL", "GRASSROOTS"),
  position: fc.constantFrom("officer", "clerk"),
});
const evidence = fc.record({
  competency: fc.constantFrom("dialogue", "ethics"),
  level: fc.integer({ min: 1, max: 3 }),
  validFrom: fc.constant("2026-01-01"),
  validTo: fc.constant(null),
});
const someone = fc.record({
  postings: fc.array(posting, { minLength: 1, maxLength: 3 }),
  employment: fc.constantFrom("public-employee", "collaborator"),
  evidence: fc.array(evidence, { maxLength: 3 }),
});
const selection = fc.record({
  units: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 3 })).map((units) => new Set(units))),
  position: fc.option(fc.constantFrom("officer", "clerk")),
});

describe("the people behind a figure", () => {
  it("are as many as the figure says, each with a post that was selected", () => {
    fc.assert(
      fc.property(fc.array(someone, { maxLength: 8 }), selection, (people, chosen) => {
        const members = people.map(({ postings, ...more }, index) => member(`m${index}`, postings, more));
        const staff = members.filter((each) => !isCollaborator(each));
        const places = placesOf(standings(staff, "2026-11-20"), POSITIONS, chosen);
        const here = members.filter(({ postings }) => postings.some((each) => selects(chosen, each)));
        const short = new Set(places.filter(({ gaps }) => !gaps.every(isMet)).map((place) => place.member)).size;
        const figures = figuresOf({ members: here, rows: [] }, 0, short);
        const of = (list: Parameters<typeof listPeople>[0]) => listPeople(list, members, places, chosen);
        expect(of("staff")).toHaveLength(figures.people);
        expect(of("collaborators")).toHaveLength(figures.collaborators);
        expect(of("short")).toHaveLength(figures.short);
        const gaps = places.reduce((sum, place) => sum + place.gaps.filter((gap) => !isMet(gap)).length, 0);
        expect(of("gaps")).toHaveLength(gaps);
        expect(of("short").reduce((sum, { missing }) => sum + missing.length, 0)).toBe(gaps);
        for (const { postings } of [...of("staff"), ...of("collaborators"), ...of("gaps")]) {
          expect(postings.length).toBeGreaterThan(0);
          expect(postings.every((each) => selects(chosen, each))).toBe(true);
        }
      }),
    );
  });
});
