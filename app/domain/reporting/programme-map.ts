import type { Coverage } from "~/domain/competency/coverage";
import type { CertificationRow } from "./certification-list";
import { isCollaborator, type Selection, type StaffMember, selects, type VacantPost } from "./workforce";

/** Whether a certificate is in force. */
export function isHeld({ state }: Pick<CertificationRow, "state">): boolean {
  return state === "valid" || state === "expiring";
}

/**
 * programme → level of unit → of how many of the staff it is asked there, and how many of them hold it. Whoever is asked at two levels
 * counts at both; those of whom it was waived, and collaborators, count nowhere.
 */
export function programmeMap(rows: readonly CertificationRow[]): Map<string, Map<string, Coverage>> {
  const map = new Map<string, Map<string, Coverage>>();
  for (const row of rows) {
    if (!countsInMap(row)) continue;
    const levels = map.get(row.programme) ?? new Map<string, Coverage>();
    map.set(row.programme, levels);
    for (const level of levelsOf(row)) {
      const coverage = levels.get(level) ?? { required: 0, met: 0 };
      levels.set(level, coverage);
      coverage.required += 1;
      if (isHeld(row)) coverage.met += 1;
    }
  }
  return map;
}

/** The levels of the posts that ask, each once. */
function levelsOf({ postings }: CertificationRow): Iterable<string> {
  const levels = postings.map(({ unitLevel }) => unitLevel);
  // nearly always one: no set is made for each of thousands
  return levels.length === 1 ? levels : new Set(levels);
}

/** Whether a row is counted in the map of programmes. */
export function countsInMap(row: Pick<CertificationRow, "state" | "member">): boolean {
  return row.state !== "waived" && !isCollaborator(row.member);
}

/** The rows behind one cell; their number is its `required`, those not held are its missing. */
export function rowsBehind(rows: readonly CertificationRow[], programme: string, level: string): CertificationRow[] {
  return rows.filter(
    (row) =>
      row.programme === programme && countsInMap(row) && row.postings.some(({ unitLevel }) => unitLevel === level),
  );
}

/** How the posts at the one-stop counter stand with the programmes that they ask for. */
export interface OneStopCoverage {
  posts: number;
  vacant: number;
  filled: number;
  /** filled by someone who holds all that is asked; posts, not people: someone with two posts covers two */
  covered: number;
}

/**
 * Coverage by posts flagged one-stop: vacant posts stand apart, they are neither covered nor missing.
 * @param programmes those that a post at the counter asks for
 */
export function oneStopCoverage(
  members: readonly StaffMember[],
  vacancies: readonly VacantPost[],
  rows: readonly CertificationRow[],
  programmes: ReadonlySet<string>,
  selection: Selection,
): OneStopCoverage {
  const missing = new Set<StaffMember>();
  const held = new Set<StaffMember>();
  for (const row of rows) {
    if (!programmes.has(row.programme)) continue;
    if (isHeld(row)) held.add(row.member);
    else missing.add(row.member);
  }
  const vacant = vacancies.filter((post) => post.oneStop && selects(selection, post)).length;
  let filled = 0;
  let covered = 0;
  for (const member of members) {
    if (isCollaborator(member)) continue;
    for (const posting of member.postings) {
      // who stands in for the holder of a post fills no post of their own
      if (!posting.oneStop || posting.kind === "acting" || !selects(selection, posting)) continue;
      filled += 1;
      if (held.has(member) && !missing.has(member)) covered += 1;
    }
  }
  return { posts: filled + vacant, vacant, filled, covered };
}
