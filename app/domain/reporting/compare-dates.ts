import { isAsked } from "./board";
import type { CertificationRow } from "./certification-list";
import { isHeld } from "./programme-map";
import { isCollaborator, type StaffMember } from "./workforce";

export const COMPARE_KINDS = ["joined", "left", "moved", "certified", "renewed", "lapsed", "asked-anew"] as const;
export type CompareKind = (typeof COMPARE_KINDS)[number];

/** What is compared of one date: people and duties of one selection. */
export interface OfDate {
  members: readonly StaffMember[];
  rows: readonly CertificationRow[];
}

export interface Difference {
  kind: CompareKind;
  /** as of the later date; of the earlier one for those who left */
  member: StaffMember;
  /** for those who moved: where they stood before */
  before: StaffMember | null;
  programme: string | null;
}

/**
 * What became different between two dates, by person: who came, went and changed posts, who holds a certificate that they had to hold
 * and did not, who has a later one, who lost it, and of whom one is asked that was not, who does not hold it. In the given order.
 */
export function compareDates(before: OfDate, after: OfDate): Difference[] {
  const found: Difference[] = [];
  const then = new Map(before.members.map((member) => [member.publicId, member]));
  const now = new Map(after.members.map((member) => [member.publicId, member]));
  for (const member of after.members) {
    const old = then.get(member.publicId);
    if (!old) found.push({ kind: "joined", member, before: null, programme: null });
    else if (!isInTheSamePlace(old, member)) found.push({ kind: "moved", member, before: old, programme: null });
  }
  for (const member of before.members) {
    if (!now.has(member.publicId)) found.push({ kind: "left", member, before: null, programme: null });
  }
  const rowsThen = new Map<string, CertificationRow[]>();
  for (const row of before.rows) {
    const own = rowsThen.get(row.member.publicId);
    if (own) own.push(row);
    else rowsThen.set(row.member.publicId, [row]);
  }
  for (const row of after.rows) {
    const old = rowsThen.get(row.member.publicId)?.find(({ programme }) => programme === row.programme);
    const kind = changeOf(old, row);
    if (kind) found.push({ kind, member: row.member, before: null, programme: row.programme });
  }
  return found;
}

function changeOf(before: CertificationRow | undefined, after: CertificationRow): CompareKind | null {
  if (!before) return isHeld(after) || after.state === "waived" ? null : "asked-anew";
  if (isHeld(after) && !isHeld(before)) return "certified";
  if (isHeld(before) && !isHeld(after)) return "lapsed";
  return isHeld(after) && after.since > before.since ? "renewed" : null;
}

function isInTheSamePlace({ postings: before }: StaffMember, { postings: after }: StaffMember): boolean {
  // of most people it is the same posting
  if (before.length === after.length && before.every((posting, index) => posting === after[index])) return true;
  const named = (postings: StaffMember["postings"]) =>
    postings
      .map(({ unitId, position, kind }) => `${unitId} ${position} ${kind}`)
      .sort()
      .join();
  return named(before) === named(after);
}

/** Figures of one date that are put beside those of another. */
export const COMPARE_FIGURES = ["people", "collaborators", "vacancies", "asked", "held", "overdue", "short"] as const;
export type CompareFigure = (typeof COMPARE_FIGURES)[number];

/** @param vacancies posts without a holder in the same selection @param short people who have not proven all that is required */
export function figuresOf({ members, rows }: OfDate, vacancies: number, short: number): Record<CompareFigure, number> {
  const collaborators = members.filter(isCollaborator).length;
  const asked = rows.filter(isAsked);
  return {
    people: members.length - collaborators,
    collaborators,
    vacancies,
    asked: asked.length,
    held: asked.filter(isHeld).length,
    overdue: asked.filter(({ overdue }) => overdue).length,
    short,
  };
}
