import type { PersonFacts, PostFacts } from "~/domain/reporting/person-facts";
import { earlierState, freshState, refreshedState } from "./workforce-facts.server";

/** So many changes back the memory of reports is begun, and brought up to date from there. */
const CHANGES = 500;

/**
 * Proves that what reports hold in memory, brought up to date change by change, is what the facts say when all of them are read: from
 * as it was known some changes ago up to now, against now.
 */
export async function proveWorkforceFacts(): Promise<{ looked: number; wrong: string[] }> {
  const fresh = await freshState();
  const refreshed = await refreshedState(await earlierState(Math.max(0, fresh.changeId - CHANGES)));
  const wrong = [
    ...differing("person", fresh.people, refreshed.people),
    ...differing("post", fresh.posts, refreshed.posts),
  ];
  return { looked: fresh.people.length + fresh.posts.length, wrong: wrong.slice(0, 20) };
}

function differing(
  kind: string,
  one: readonly (PersonFacts | PostFacts)[],
  other: readonly (PersonFacts | PostFacts)[],
): string[] {
  const wanted = new Map(one.map((each) => [each.id, JSON.stringify(each)]));
  const found = new Map(other.map((each) => [each.id, JSON.stringify(each)]));
  return [...new Set([...wanted.keys(), ...found.keys()])]
    .filter((id) => wanted.get(id) !== found.get(id))
    .map((id) => `${kind} ${id} is held otherwise than the facts say`);
}
