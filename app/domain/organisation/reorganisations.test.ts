import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type CivilDate, holdsOn } from "~/domain/time/civil-date";
import { batchOf, drawnBatches, FIRST_DAY, firstTree } from "../../../tests/fixtures/random-batches";
import type { Batch } from "./acts";
import { applyBatch } from "./apply-batch";
import { inconsistencies } from "./consistency";
import { endedUnits } from "./ended-units";
import { unitsAsOf } from "./organisation-as-of";
import { NO_FACTS, type OrganisationFacts } from "./organisation-facts";
import { type PostFact, type PostingRow, planPosts } from "./post-plan";

/** Units, posts and postings, as the database would hold them. */
interface World {
  facts: OrganisationFacts;
  posts: PostFact[];
  postings: PostingRow[];
}

let nextId = 1_000_000;

/** Carries a batch out in memory. */
function carriedOut({ facts, posts, postings }: World, batch: Batch): World {
  const { facts: after, problems } = applyBatch(facts, batch);
  expect(problems).toEqual([]);
  const plan = planPosts({
    date: batch.date,
    document: batch.document,
    heirs: endedUnits(batch, facts, after),
    posts,
    postings,
    focal: new Set(["focal"]),
    rule: batch.posts,
    unitOfKey: (key) => after.units.find((unit) => unit.key === key)?.id,
  });
  const idOf = plan.posts.map(() => nextId++);
  const retracted = [new Set(plan.retractedPosts), new Set(plan.retractedPostings)] as const;
  const codeOf = new Map(postings.map(({ personId, staffCode }) => [personId, staffCode]));
  return {
    facts: after,
    posts: [
      ...posts.filter(({ id }) => !retracted[0].has(id)),
      ...plan.posts.map(({ ref, publicId, ...post }) => {
        const id = idOf[ref] ?? 0;
        return { ...post, id, publicId: publicId ?? `post ${id}` };
      }),
    ],
    postings: [
      ...postings.filter(({ id }) => !retracted[1].has(id)),
      ...plan.postings.map(({ post, publicId, ...posting }) => {
        const id = nextId++;
        const staffCode = codeOf.get(posting.personId) ?? "";
        return { ...posting, id, publicId: publicId ?? `posting ${id}`, postId: idOf[post] ?? 0, staffCode };
      }),
    ],
  };
}

/** The first tree with three people in each unit: a focal point, an officer whose time is limited, one who comes later. */
function peopled(): World {
  const { facts } = applyBatch(NO_FACTS, firstTree());
  const world: World = { facts, posts: [], postings: [] };
  for (const unit of facts.units) {
    for (const [position, validFrom, validTo] of [
      ["focal", FIRST_DAY, null],
      ["officer", FIRST_DAY, "2020-01-01"],
      ["officer", "2019-01-01", null],
    ] as const) {
      const id = nextId++;
      const shared = { oneStop: false, deputy: false, lineage: null };
      world.posts.push({
        id,
        publicId: `post ${id}`,
        unitId: unit.id,
        position,
        ...shared,
        validFrom: FIRST_DAY,
        validTo: null,
      });
      const held = { kind: "primary", decision: null, endReason: null, heldSince: null } as const;
      world.postings.push({
        id,
        publicId: `p ${id}`,
        personId: id,
        staffCode: `S${id}`,
        postId: id,
        ...held,
        validFrom,
        validTo,
      });
    }
  }
  return world;
}

function sequence(drawn: Parameters<typeof batchOf>[0][]): { worlds: World[]; batches: Batch[] } {
  const worlds = [peopled()];
  const batches: Batch[] = [];
  let last = FIRST_DAY;
  for (const [index, each] of drawn.entries()) {
    const world = worlds.at(-1) as World;
    const batch = batchOf(each, world.facts, last, `r${index}`);
    if (!batch) continue;
    worlds.push(carriedOut(world, batch));
    batches.push(batch);
    last = batch.date;
  }
  return { worlds, batches };
}

const peopleOn = ({ postings }: World, date: CivilDate) =>
  postings
    .filter((posting) => holdsOn(posting, date))
    .map((posting) => `${posting.personId} ${posting.kind} ${posting.heldSince ?? posting.validFrom}`)
    .sort();

/** Who works where on a date, by names that do not change. */
function placesOn({ facts, posts, postings }: World, date: CivilDate): string[] {
  const units = unitsAsOf(facts, date).byId;
  const postOf = new Map(posts.map((post) => [post.id, post]));
  return postings
    .filter((posting) => holdsOn(posting, date))
    .map((posting) => {
      const post = postOf.get(posting.postId);
      return `${posting.personId} ${units.get(post?.unitId ?? 0)?.key} ${post?.position} ${post?.deputy}`;
    })
    .sort();
}

const treeOn = ({ facts }: World, date: CivilDate) =>
  [...unitsAsOf(facts, date).byId.values()].map(({ key, name, parentId }) => [key, name, parentId]).sort();

describe("any sequence of reorganisations", () => {
  const property = (check: (worlds: World[], batches: Batch[]) => void) =>
    fc.assert(
      fc.property(drawnBatches, (drawn) => {
        const { worlds, batches } = sequence(drawn);
        check(worlds, batches);
      }),
      { numRuns: 150, seed: 20_261_122 },
    );

  it("conserves the people of every day, and since when each holds the place", () => {
    property((worlds) => {
      const [first, last] = [worlds[0] as World, worlds.at(-1) as World];
      for (const date of [FIRST_DAY, "2018-07-01", "2019-06-01", "2020-06-01", "2030-01-01"]) {
        expect(peopleOn(last, date)).toEqual(peopleOn(first, date));
      }
    });
  });

  it("leaves facts that agree: every posting within its post, every post within its unit, one row of a thing at a time", () => {
    property((worlds) => {
      for (const { facts, posts, postings } of worlds) {
        expect(inconsistencies(facts)).toEqual([]);
        const postOf = new Map(posts.map((post) => [post.id, post]));
        for (const posting of postings) expect(within(posting, postOf.get(posting.postId))).toBe(true);
        for (const post of posts) {
          const existence = facts.existences.find(
            (row) => row.unitId === post.unitId && row.validFrom <= post.validFrom,
          );
          expect(within(post, existence)).toBe(true);
        }
      }
    });
  });

  it("never changes what was the case on an earlier day", () => {
    property((worlds, batches) => {
      for (const [index, batch] of batches.entries()) {
        const eve = addDays(batch.date, -1);
        for (const date of [FIRST_DAY, "2018-05-01", eve].filter((each) => each <= eve)) {
          expect(placesOn(worlds[index + 1] as World, date)).toEqual(placesOn(worlds[index] as World, date));
          expect(treeOn(worlds[index + 1] as World, date)).toEqual(treeOn(worlds[index] as World, date));
        }
      }
    });
  });

  it("leaves one focal-point post in a unit that takes one over", () => {
    property((worlds, batches) => {
      for (const [index, { date }] of batches.entries()) {
        const { posts, facts } = worlds[index + 1] as World;
        for (const unitId of unitsAsOf(facts, date).byId.keys()) {
          const focal = posts.filter(
            (post) => post.unitId === unitId && post.position === "focal" && !post.deputy && holdsOn(post, date),
          );
          expect(focal.length).toBeLessThanOrEqual(1);
        }
      }
    });
  });
});

function within(
  inner: { validFrom: CivilDate; validTo: CivilDate | null },
  outer: { validFrom: CivilDate; validTo: CivilDate | null } | undefined,
): boolean {
  if (!outer || inner.validFrom < outer.validFrom) return false;
  return outer.validTo === null || (inner.validTo !== null && inner.validTo <= outer.validTo);
}
