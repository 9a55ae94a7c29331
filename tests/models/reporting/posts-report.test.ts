import "../database-for-test";
import { beforeAll, describe, expect, it } from "vitest";
import type { PostsShown } from "~/domain/reporting/counter-posts";
import type { ReportQuery } from "~/domain/reporting/report-query";
import { loadPosts } from "~/models/reporting/posts-report.server";
import { HOUSE_TODAY } from "../../fixtures/a-house";
import { type TwoProvinces, twoProvinces } from "../../fixtures/two-provinces";

let house: TwoProvinces;
const posts = async (show: PostsShown, change: Partial<ReportQuery> = {}) => {
  const query = { asOf: HOUSE_TODAY, today: HOUSE_TODAY, unit: null, position: null, programme: null, ...change };
  const view = await loadPosts(house.hr, { ...query, show, page: 1 }, "vi");
  if (!view) throw new Error("no view");
  return view;
};

beforeAll(async () => {
  house = await twoProvinces();
}, 60_000);

describe("the report of posts", () => {
  it("counts the counter by posts, vacant ones apart, and every vacant post", async () => {
    const { oneStop, vacant } = await posts("vacant");
    expect(oneStop).toMatchObject({ posts: 4, filled: 3, covered: 1, vacant: 1 });
    expect(oneStop.programmes.map(({ key }) => key)).toEqual(["service-ethics-counter"]);
    expect(vacant).toBe(2);
  });
  it("lists as many posts as each figure says, with who holds them and what is missing", async () => {
    const { oneStop, vacant } = await posts("vacant");
    const figures: [PostsShown, number][] = [
      ["vacant", vacant],
      ["counter-vacant", oneStop.vacant],
      ["counter-missing", oneStop.filled - oneStop.covered],
      ["counter-covered", oneStop.covered],
    ];
    for (const [show, figure] of figures) {
      const { total, lines } = await posts(show);
      expect([total, lines.length], show).toEqual([figure, figure]);
    }
    const { lines: covered } = await posts("counter-covered");
    expect(covered).toMatchObject([{ holder: { person: house.person("CERT") }, missing: [], since: null }]);
    const { lines: missing } = await posts("counter-missing");
    expect(missing.map(({ holder }) => holder?.person).sort()).toEqual(
      [house.person("BARE"), house.person("BOTH")].sort(),
    );
    expect(missing.every((line) => line.missing.length === 1)).toBe(true);
  });
  it("says since when a post is vacant, and for how many days", async () => {
    const { lines } = await posts("vacant", { unit: house.thanhHoa });
    expect(lines).toMatchObject([{ holder: null, state: "vacant", since: "2026-06-01", days: 172 }]);
    // on its first day it is vacant for no day yet, on the day before there is no such post
    expect((await posts("vacant", { unit: house.thanhHoa, asOf: "2026-06-01" })).lines).toMatchObject([{ days: 0 }]);
    expect((await posts("vacant", { unit: house.thanhHoa, asOf: "2026-05-31" })).total).toBe(0);
  });
  it("asks nothing of the counter before a rule does: no post is covered, none is left out", async () => {
    const { oneStop } = await posts("counter-missing", { asOf: "2026-03-15", programme: "communication-basic" });
    expect(oneStop).toMatchObject({ posts: 3, filled: 3, covered: 0, programmes: [] });
  });
  it("gives a province its own posts alone", async () => {
    const query = { asOf: HOUSE_TODAY, today: HOUSE_TODAY, unit: null, position: null, programme: null };
    const own = await loadPosts(house.provincial, { ...query, show: "vacant", page: 1 }, "vi");
    expect(own?.total).toBe(1);
    const other = { ...query, unit: house.thanhHoa, show: "vacant" as const, page: 1 };
    expect(await loadPosts(house.provincial, other, "vi")).toBeNull();
  });
});
