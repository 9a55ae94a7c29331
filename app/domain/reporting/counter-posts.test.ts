import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CERTIFICATION_STATES } from "./certification-list";
import { type COUNTER_STATES, counterPosts } from "./counter-posts";
import { duty, member } from "./people-for-test";
import { oneStopCoverage } from "./programme-map";
import { selects, type VacantPost } from "./workforce";

const PROGRAMMES = ["ethics", "basic", "other"];
const ASKED = new Set(["ethics", "basic"]);

const unitId = fc.integer({ min: 1, max: 3 });
const position = fc.constantFrom("officer", "clerk");
const posting = fc.record({
  unitId,
  position,
  oneStop: fc.boolean(),
  kind: fc.constantFrom("primary", "concurrent", "acting"),
});
const someone = fc.record({
  postings: fc.array(posting, { minLength: 1, maxLength: 3 }),
  employment: fc.constantFrom("public-employee", "collaborator"),
  duties: fc.uniqueArray(
    fc.record({ programme: fc.constantFrom(...PROGRAMMES), state: fc.constantFrom(...CERTIFICATION_STATES) }),
    {
      selector: ({ programme }) => programme,
    },
  ),
});
const vacancy: fc.Arbitrary<VacantPost> = fc.record({
  unitId,
  position,
  oneStop: fc.boolean(),
  deputy: fc.boolean(),
  since: fc.constant("2026-01-01"),
});
const selection = fc.record({
  units: fc.option(fc.uniqueArray(unitId).map((units) => new Set(units))),
  position: fc.option(position),
});

/** A house of some people with what is asked of them, and posts that nobody holds. */
const house = fc
  .tuple(fc.array(someone, { maxLength: 8 }), fc.array(vacancy, { maxLength: 4 }))
  .map(([people, vacancies]) => {
    const members = people.map(({ postings, employment }, index) => member(`m${index}`, postings, { employment }));
    const rows = members.flatMap((of, index) =>
      (people[index]?.duties ?? []).map(({ programme, state }) => duty(of, programme, state)),
    );
    return { members, vacancies, rows };
  });

describe("the posts at the counter", () => {
  it("are, of each state, as many as the coverage counts", () => {
    fc.assert(
      fc.property(house, selection, ({ members, vacancies, rows }, chosen) => {
        const posts = counterPosts(members, vacancies, rows, ASKED, chosen);
        const coverage = oneStopCoverage(members, vacancies, rows, ASKED, chosen);
        const count = (state: (typeof COUNTER_STATES)[number]) => posts.filter((post) => post.state === state).length;
        expect({
          posts: posts.length,
          vacant: count("vacant"),
          filled: count("covered") + count("missing"),
          covered: count("covered"),
        }).toEqual(coverage);
      }),
    );
  });
  it("are at the counter, selected, and covered by those alone who lack nothing that is asked", () => {
    fc.assert(
      fc.property(house, selection, ({ members, vacancies, rows }, chosen) => {
        for (const each of counterPosts(members, vacancies, rows, ASKED, chosen)) {
          const post = each.state === "vacant" ? each.post : each.posting;
          expect(post.oneStop && selects(chosen, post)).toBe(true);
          if (each.state === "vacant") continue;
          const of = rows.filter((row) => row.member === each.member && ASKED.has(row.programme));
          const held = of.filter(({ state }) => state === "valid" || state === "expiring");
          expect(each.state === "covered").toBe(of.length > 0 && held.length === of.length);
          expect(each.missing).toHaveLength(of.length - held.length);
        }
      }),
    );
  });
  it("by hand: one covered, one that lacks one of two, one stood in for, one vacant", () => {
    const [covered, lacking, acting] = (["primary", "primary", "acting"] as const).map((kind, index) =>
      member(`m${index}`, [{ oneStop: true, kind }]),
    );
    if (!covered || !lacking || !acting) throw new Error("nobody");
    const rows = [
      duty(covered, "ethics", "expiring"),
      duty(lacking, "ethics", "valid"),
      duty(lacking, "basic", "expired"),
    ];
    const vacant = { unitId: 1, position: "officer", deputy: false, oneStop: true, since: "2026-05-01" };
    const posts = counterPosts([covered, lacking, acting], [vacant], rows, ASKED, { units: null, position: null });
    expect(posts).toEqual([
      { state: "vacant", post: vacant },
      { state: "covered", posting: covered.postings[0], member: covered, missing: [] },
      { state: "missing", posting: lacking.postings[0], member: lacking, missing: ["basic"] },
    ]);
  });
});
