import { describe, expect, it } from "vitest";
import { heatMap, isMet, peopleBehind, placesOf, standings } from "./heat-map";
import { member } from "./people-for-test";

const DAY = "2026-06-01";
const proof = (competency: string, level: number, validTo: string | null = null) => ({
  competency,
  level,
  validFrom: "2026-01-01",
  validTo,
});
const positions = new Map(
  [
    { key: "officer", requirements: [{ competency: "plain", levels: { CENTRAL: 3, PROVINCIAL: 2, GRASSROOTS: 1 } }] },
    {
      key: "focal",
      requirements: [
        { competency: "plain", levels: { PROVINCIAL: 3 } },
        { competency: "press", levels: { CENTRAL: 3, PROVINCIAL: 2 } },
      ],
    },
  ].map((position) => [position.key, position]),
);

const people = [
  member("an", [{ unitId: 1, unitLevel: "CENTRAL" }], { evidence: [proof("plain", 3)] }),
  member("binh", [{ unitId: 2 }], { evidence: [proof("plain", 2, "2026-06-01")] }), // ended on the day itself
  member("chi", [{ unitId: 2 }, { unitId: 2, position: "focal" }], {
    evidence: [proof("plain", 2), proof("press", 4)],
  }),
  member(
    "dung",
    [
      { unitId: 3, unitLevel: "GRASSROOTS" },
      { unitId: 2, kind: "concurrent" },
    ],
    { evidence: [proof("plain", 1)] },
  ),
];
const everyone = { units: null, position: null };
const map = (selection: { units: Set<number> | null; position: string | null } = everyone) =>
  Object.fromEntries(
    [...heatMap(placesOf(standings(people, DAY), positions, selection))].map(([key, row]) => [
      key,
      Object.fromEntries(row),
    ]),
  );

describe("the heat map", () => {
  it("counts, by hand: an has what the centre asks; binh's proof has ended; chi needs 3 as focal point and has 2; dung has the grassroots level, not the provincial one", () => {
    expect(map()).toEqual({
      plain: {
        CENTRAL: { required: 1, met: 1 },
        PROVINCIAL: { required: 3, met: 0 },
        GRASSROOTS: { required: 1, met: 1 },
      },
      press: { PROVINCIAL: { required: 1, met: 1 } },
    });
  });

  it("of a unit counts only the posts there", () => {
    expect(map({ units: new Set([3]), position: null })).toEqual({ plain: { GRASSROOTS: { required: 1, met: 1 } } });
  });

  it("of a position asks only what that position asks: as an officer chi has enough", () => {
    expect(map({ units: null, position: "officer" })).toEqual({
      plain: {
        CENTRAL: { required: 1, met: 1 },
        PROVINCIAL: { required: 3, met: 1 },
        GRASSROOTS: { required: 1, met: 1 },
      },
    });
  });

  it("has behind each cell as many people as it counts", () => {
    const places = placesOf(standings(people, DAY), positions, everyone);
    for (const [competency, row] of heatMap(places)) {
      for (const [level, { required, met }] of row) {
        const behind = peopleBehind(places, competency, level);
        expect(behind).toHaveLength(required);
        expect(behind.filter(({ gap }) => isMet(gap))).toHaveLength(met);
      }
    }
  });
});
