import type { CertificationRow } from "./certification-list";
import { isHeld } from "./programme-map";
import {
  isCollaborator,
  type Selection,
  type StaffMember,
  type StaffPosting,
  selects,
  type VacantPost,
} from "./workforce";

/** One post at the one-stop counter. "missing": somebody holds it who does not hold all that it asks for. */
export type CounterPost =
  | { state: "covered" | "missing"; posting: StaffPosting; member: StaffMember; missing: string[] }
  | { state: "vacant"; post: VacantPost };

export const COUNTER_STATES = ["vacant", "missing", "covered"] as const;
export type CounterState = (typeof COUNTER_STATES)[number];

/** Which posts a list shows: all that nobody holds, or those of the counter in one state. */
export const POSTS_SHOWN = ["vacant", "counter-vacant", "counter-missing", "counter-covered"] as const;
export type PostsShown = (typeof POSTS_SHOWN)[number];

/**
 * The posts behind the coverage of the counter, one line each: as many of each state as `oneStopCoverage` counts.
 * @param programmes those that a post at the counter asks for
 */
export function counterPosts(
  members: readonly StaffMember[],
  vacancies: readonly VacantPost[],
  rows: readonly CertificationRow[],
  programmes: ReadonlySet<string>,
  selection: Selection,
): CounterPost[] {
  const asked = new Map<StaffMember, { held: number; missing: string[] }>();
  for (const row of rows) {
    if (!programmes.has(row.programme)) continue;
    const of = asked.get(row.member) ?? { held: 0, missing: [] };
    asked.set(row.member, of);
    if (isHeld(row)) of.held += 1;
    else of.missing.push(row.programme);
  }
  const filled = members
    .filter((member) => !isCollaborator(member))
    .flatMap((member) =>
      member.postings
        .filter((posting) => posting.oneStop && posting.kind !== "acting" && selects(selection, posting))
        .map((posting): CounterPost => {
          const { held, missing } = asked.get(member) ?? { held: 0, missing: [] };
          return { state: held > 0 && missing.length === 0 ? "covered" : "missing", posting, member, missing };
        }),
    );
  const vacant = vacancies
    .filter((post) => post.oneStop && selects(selection, post))
    .map((post): CounterPost => ({ state: "vacant", post }));
  return [...vacant, ...filled];
}
