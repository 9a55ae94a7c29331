import { describe, expect, it } from "vitest";
import { duty, member } from "./people-for-test";
import { oneStopCoverage, programmeMap, rowsBehind } from "./programme-map";

const both = member("both", [{ unitLevel: "PROVINCIAL" }, { unitLevel: "GRASSROOTS", kind: "concurrent" }]);
const one = member("one", [{ unitLevel: "GRASSROOTS", oneStop: true }]);
const two = member("two", [{ unitLevel: "GRASSROOTS", oneStop: true }]);
const helper = member("helper", [{ unitLevel: "GRASSROOTS" }], { employment: "collaborator" });

describe("the map of programmes", () => {
  const rows = [
    duty(both, "basic", "valid"),
    duty(one, "basic", "never"),
    duty(two, "basic", "waived"),
    duty(helper, "basic", "never"),
    duty(two, "ethics", "expiring"),
  ];
  it("counts by hand: at each level where it is asked, without waivers and collaborators", () => {
    const map = programmeMap(rows);
    expect(map.get("basic")?.get("PROVINCIAL")).toEqual({ required: 1, met: 1 });
    expect(map.get("basic")?.get("GRASSROOTS")).toEqual({ required: 2, met: 1 });
    expect(map.get("ethics")?.get("GRASSROOTS")).toEqual({ required: 1, met: 1 });
    expect(map.get("ethics")?.has("PROVINCIAL")).toBe(false);
  });
  it("has as many people behind a cell as it counts", () => {
    for (const [programme, levels] of programmeMap(rows)) {
      for (const [level, { required }] of levels) expect(rowsBehind(rows, programme, level)).toHaveLength(required);
    }
  });
});

describe("coverage of the one-stop counter", () => {
  const vacancy = { unitId: 1, position: "officer", deputy: false, oneStop: true, since: "2026-01-01" };
  const all = { units: null, position: null };
  it("counts posts, vacant ones apart", () => {
    const rows = [duty(one, "ethics", "valid"), duty(two, "ethics", "expired"), duty(both, "ethics", "valid")];
    const vacancies = [vacancy, { ...vacancy, oneStop: false }];
    expect(oneStopCoverage([both, one, two], vacancies, rows, new Set(["ethics"]), all)).toEqual({
      posts: 3,
      vacant: 1,
      filled: 2,
      covered: 1,
    });
  });
  it("covers a post only where all that is asked is held, and none where nothing is known of its holder", () => {
    const rows = [duty(one, "ethics", "valid"), duty(one, "basic", "never")];
    const asked = new Set(["ethics", "basic"]);
    expect(oneStopCoverage([one, two], [], rows, asked, all)).toMatchObject({ filled: 2, covered: 0 });
  });
});
