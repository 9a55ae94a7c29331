import { describe, expect, it } from "vitest";
import { comingRequirement } from "./coming-requirement";
import { positionsOn } from "./framework";

const text = { vi: "Một", en: "One" };
const officer = {
  key: "officer",
  title: text,
  short: text,
  focal: false,
  collaborator: false,
  requirements: [
    { competency: "rules", levels: { CENTRAL: 2 }, until: "2027-01-01" },
    { competency: "rules", levels: { CENTRAL: 3, PROVINCIAL: 1 }, from: "2027-01-01" },
    { competency: "dialogue", levels: { CENTRAL: 1 } },
  ],
};
const content = { version: "1", valid_from: "2017-01-01", positions: [officer] };
const posts = [{ position: "officer", unitLevel: "CENTRAL" }];

describe("a requirement with dates", () => {
  it.each([
    ["2026-12-31", ["rules 2", "dialogue 1"]],
    ["2027-01-01", ["rules 3", "dialogue 1"]],
  ])("on %s", (date, expected) => {
    const [position] = positionsOn(content, date).positions;
    expect(position?.requirements.map(({ competency, levels }) => `${competency} ${levels.CENTRAL}`)).toEqual(expected);
  });

  it.each([
    ["rules", "2026-11-21", { level: 3, from: "2027-01-01" }],
    ["rules", "2027-01-01", null],
    ["dialogue", "2026-11-21", null],
    ["other", "2026-11-21", null],
  ])("coming for %s after %s", (competency, asOf, expected) =>
    expect(comingRequirement(posts, [officer], competency, asOf)).toEqual(expected),
  );

  it("that ends is coming too, as none", () => {
    const ending = { ...officer, requirements: [{ competency: "rules", levels: { CENTRAL: 2 }, until: "2027-01-01" }] };
    expect(comingRequirement(posts, [ending], "rules", "2026-11-21")).toEqual({ level: 0, from: "2027-01-01" });
  });
});
