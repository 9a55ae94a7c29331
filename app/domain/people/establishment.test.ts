import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "~/domain/time/civil-date";
import { applyPersonnelActs } from "./apply-personnel-acts";
import { establishmentOn } from "./establishment";
import type { PersonnelAct } from "./personnel-acts";
import { contextForTest, staffed } from "./personnel-for-test";

const having = (...acts: PersonnelAct[]) => {
  const { facts, problems } = applyPersonnelActs(staffed, acts, contextForTest());
  expect(problems).toEqual([]);
  return facts;
};
const end = (posting: string, on: string): PersonnelAct => ({ act: "end-posting", posting, on, reason: "transfer" });
const appoint = (person: string, post: string, more: Partial<Extract<PersonnelAct, { act: "appoint" }>> = {}) =>
  ({
    act: "appoint",
    person,
    post,
    kind: "primary",
    from: "2026-01-01",
    until: null,
    decision: null,
    ...more,
  }) satisfies PersonnelAct;
const flag: PersonnelAct = { act: "flag-post", post: "o20", oneStop: true, deputy: false, on: "2026-06-01" };

describe("establishmentOn", () => {
  it("counts what is required, held and vacant, and since when", () => {
    const { posts, ...counts } = establishmentOn(having(end("gB", "2026-01-01")), 2, "2026-03-01");
    expect(counts).toEqual({ required: 5, held: 1, acting: 0, vacant: 4 });
    const since = new Map(posts.map(({ post, vacantSince }) => [post.publicId, vacantSince]));
    expect(since.get("o20")).toBeNull();
    expect(since.get("o21")).toBe("2026-01-01");
    // never held: since the post was made
    expect(since.get("o24")).toBe("2017-01-01");
  });

  it("tells someone acting in a vacant post from a holder, and from one who acts beside a holder", () => {
    const facts = having(
      { act: "be-absent", person: "B", kind: "maternity", from: "2025-12-01", until: null },
      appoint("C", "o21", { kind: "acting" }),
      appoint("A", "o24", { kind: "acting" }),
    );
    const { posts, held, acting } = establishmentOn(facts, 2, "2026-03-01");
    expect({ held, acting }).toEqual({ held: 2, acting: 1 });
    const states = new Map(posts.map(({ post, state }) => [post.publicId, state]));
    expect([states.get("o21"), states.get("o24")]).toEqual(["held", "acting"]);
  });

  it("shows who comes next, posts to come, and no post that is closed", () => {
    const facts = having(
      appoint("C", "o24", { from: "2026-06-01" }),
      { act: "close-post", post: "o22", on: "2026-02-01" },
      {
        act: "create-post",
        ref: "later",
        unitId: 2,
        position: "officer",
        oneStop: false,
        deputy: false,
        from: "2026-09-01",
        until: null,
      },
    );
    const { posts, required, vacant } = establishmentOn(facts, 2, "2026-03-01");
    expect({ required, vacant }).toEqual({ required: 4, vacant: 2 });
    expect(posts.find(({ post }) => post.publicId === "o24")).toMatchObject({ state: "vacant", next: { personId: 3 } });
    expect(posts.at(-1)).toMatchObject({ state: "planned", vacantSince: null });
  });

  it.each(["2026-05-31", "2026-06-01"])("takes a post whose flags change for one place: on %s", (date) => {
    const facts = having(flag);
    const { posts, required, held } = establishmentOn(facts, 2, date);
    expect({ required, held, shown: posts.length }).toEqual({ required: 5, held: 2, shown: 5 });
    const place = posts.find(({ holders }) => holders.some(({ personId }) => personId === 1));
    expect(place?.post.oneStop).toBe(date >= "2026-06-01");
    expect(place?.next).toBeNull();
  });

  it("dates a vacancy from the holder who left the place before it was flagged", () => {
    const facts = having(end("gA", "2026-02-01"), flag);
    const { posts } = establishmentOn(facts, 2, "2026-07-01");
    expect(posts.find(({ post }) => post.oneStop)).toMatchObject({ state: "vacant", vacantSince: "2026-02-01" });
  });

  it("adds up on any day", () => {
    const facts = having(end("gA", "2025-03-01"), appoint("C", "o20", { from: "2025-06-01" }), flag);
    fc.assert(
      fc.property(fc.integer({ min: -3000, max: 1000 }), (days) => {
        const { posts, required, held, acting, vacant } = establishmentOn(facts, 2, addDays("2026-01-01", days));
        expect(held + acting + vacant).toBe(required);
        expect(posts.filter(({ vacantSince }) => vacantSince !== null)).toHaveLength(acting + vacant);
      }),
    );
  });
});
