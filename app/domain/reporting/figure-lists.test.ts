import { describe, expect, it } from "vitest";
import { readKeptFigure } from "./figure-lists";
import { placesOf } from "./heat-map";
import { duty, member } from "./people-for-test";
import { reportContent } from "./report-content";

describe("the list behind a kept figure", () => {
  it("is known for every figure that a report keeps", () => {
    const someone = member("a", [{}]);
    const requirements = [{ competency: "dialogue", levels: { PROVINCIAL: 2 } }];
    const positions = new Map([["officer", { key: "officer", requirements }]]);
    const places = placesOf(new Map([[someone, new Map()]]), positions, { units: null, position: null });
    const facts = {
      asOf: "2026-11-20",
      members: [someone],
      vacancies: [],
      places,
      rows: [duty(someone, "ethics", "never")],
    };
    const { figures } = reportContent(facts, { units: null, position: null }, null);
    expect(figures.length).toBeGreaterThan(10);
    for (const { key } of figures) expect(readKeptFigure(key), key).not.toBeNull();
  });
  it.each([
    ["held", "/reports/board/people", { board: "held" }],
    ["vacancies", "/reports/posts", {}],
    ["board ethics expired", "/reports/board/people", { board: "expired", programme: "ethics" }],
    ["heat dialogue PROVINCIAL met", "/hr/cell", { competency: "dialogue", level: "PROVINCIAL", who: "met" }],
    ["heat dialogue PROVINCIAL required", "/hr/cell", { competency: "dialogue", level: "PROVINCIAL", who: "all" }],
  ])("%s opens %s", (key, path, parts) => {
    expect(readKeptFigure(key)?.list).toEqual({ path, parts });
  });
  it.each(["", "board ethics sleepy", "heat dialogue PROVINCIAL", "other"])("is none for %j", (key) => {
    expect(readKeptFigure(key)).toBeNull();
  });
});
