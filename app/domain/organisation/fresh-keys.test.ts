import { describe, expect, it } from "vitest";
import { withFreshKeys } from "./fresh-keys";
import { planSchema } from "./reorganisation-plan";

const both = (text: string) => ({ vi: text, en: text });

const plan = planSchema.parse({
  key: "r-1",
  date: "2026-12-01",
  title: both("co-so-moi"),
  document: "QĐ 1",
  mark: "TEXT",
  acts: [
    { act: "merge", units: ["co-so-1", "co-so-2"], into: { unit: "co-so-moi", name: both("Cơ sở mới") } },
    { act: "create", unit: "ban", level: "GRASSROOTS", parent: "co-so-moi", name: both("co-so-moi") },
    { act: "move", unit: "co-so-3", parent: "co-so-moi" },
    { act: "close", unit: "co-so-4", successors: ["ban", "co-so-5"] },
    { act: "split", unit: "co-so-6", into: [{ unit: "chi", name: both("Chi") }], children: { "co-so-7": "chi" } },
  ],
  posts: { rule: { "post-1": "co-so-moi", "post-2": "co-so-5" }, focal: { "co-so-moi": null } },
});

describe("a plan with fresh keys", () => {
  it("names what it begins anew, wherever it is meant, and leaves the rest", () => {
    const { acts, title, posts } = withFreshKeys(plan, "x2", new Set(["co-so-moi-x2"]));
    expect(title).toEqual(both("co-so-moi"));
    expect(acts).toMatchObject([
      { units: ["co-so-1", "co-so-2"], into: { unit: "co-so-moi-x2-2", name: both("Cơ sở mới") } },
      { unit: "co-so-moi-x2-3", parent: "co-so-moi-x2-2", name: both("co-so-moi") },
      { unit: "co-so-3", parent: "co-so-moi-x2-2" },
      { unit: "co-so-4", successors: ["co-so-moi-x2-3", "co-so-5"] },
      { unit: "co-so-6", into: [{ unit: "chi-x2" }], children: { "co-so-7": "chi-x2" } },
    ]);
    expect(posts).toEqual({
      rule: { "post-1": "co-so-moi-x2-2", "post-2": "co-so-5" },
      focal: { "co-so-moi-x2-2": null },
    });
  });
});
