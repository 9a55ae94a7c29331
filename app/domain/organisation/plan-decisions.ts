import type { BatchPreview } from "./batch-preview";
import type { Plan } from "./reorganisation-plan";

/** What the one who prepares decides about posts, focal points and permissions of units that end. */
export interface Decisions {
  /** public id of a post -> key of the heir it goes to */
  posts: Record<string, string>;
  /** key of an heir -> staff code of who keeps the focal-point post, null: nobody */
  focal: Record<string, string | null>;
  /** public ids of the permissions granted again over the heirs */
  grants: string[];
}

/** What a preview was made with: every post that has several heirs to go to, every focal-point post that is taken over. */
export function decisionsIn(preview: BatchPreview): Decisions {
  const choosable = preview.ending.filter(({ heirs }) => heirs.length > 1).flatMap(({ posts }) => posts);
  return {
    posts: Object.fromEntries(choosable.flatMap(({ publicId, to }) => (to ? [[publicId, to.key]] : []))),
    focal: Object.fromEntries(preview.focalChoices.map(({ unit, keeper }) => [unit.key, keeper?.staffCode ?? null])),
    grants: preview.grants.filter(({ carriedTo }) => carriedTo.length > 0).map(({ publicId }) => publicId),
  };
}

/**
 * What was decided, as far as the preview leaves it to be decided: a post goes to an heir of its unit, a focal-point post to
 * one of the candidates, and nobody's own permissions are among those granted again.
 */
export function decided(preview: BatchPreview, chosen: Decisions): Decisions {
  const before = decisionsIn(preview);
  const heirsOf = new Map(
    preview.ending.flatMap(({ heirs, posts }) => posts.map(({ publicId }) => [publicId, heirs.map(({ key }) => key)])),
  );
  const candidatesOf = new Map(
    preview.focalChoices.map(({ unit, candidates }) => [unit.key, candidates.map(({ person }) => person.staffCode)]),
  );
  const posts = Object.entries(chosen.posts).filter(([post, heir]) => heirsOf.get(post)?.includes(heir));
  const focal = Object.entries(chosen.focal).filter(
    ([unit, keeper]) => candidatesOf.has(unit) && (keeper === null || candidatesOf.get(unit)?.includes(keeper)),
  );
  const offered = preview.grants.filter(({ own, publicId }) => !own && chosen.grants.includes(publicId));
  return {
    posts: { ...before.posts, ...Object.fromEntries(posts) },
    focal: { ...before.focal, ...Object.fromEntries(focal) },
    grants: offered.map(({ publicId }) => publicId),
  };
}

export function sameDecisions(a: Decisions, b: Decisions): boolean {
  const same = (one: Record<string, string | null>, other: Record<string, string | null>) =>
    Object.keys({ ...one, ...other }).every((key) => one[key] === other[key]);
  const grants = new Set([...a.grants, ...b.grants]).size;
  return same(a.posts, b.posts) && same(a.focal, b.focal) && grants === a.grants.length && grants === b.grants.length;
}

/** The plan with what was decided. */
export function withDecisions(plan: Plan, { posts, focal, grants }: Decisions): Plan {
  return { ...plan, posts: { rule: posts, focal }, carryGrants: grants };
}
