import { type CivilDate, type Span, spansOverlap } from "~/domain/time/civil-date";

/** What decides whether two records can be one person's. */
export interface MergeFacts {
  /** merges in force, of anybody */
  merges: readonly { kept: number; merged: number }[];
  /** primary postings of the two records */
  primaries: readonly PrimaryPosting[];
}

export interface PrimaryPosting extends Span {
  publicId: string;
  /** the record that it was recorded for */
  record: number;
}

export interface Overlap {
  kept: PrimaryPosting;
  merged: PrimaryPosting;
}

/** Why two records cannot be merged. */
export type MergeProblem =
  | { code: "same-person" }
  /** one of them is merged into another record: merge with that one */
  | { code: "merged-already" }
  /** others are merged into the record that is to be merged: merge the other way round */
  | { code: "has-merged" }
  /** a person has one primary post at a time */
  | { code: "overlapping-primary"; overlaps: Overlap[] };

/** @param dropped public ids of primary postings of the merged record that were recorded twice and are taken back by the merge */
export function mergeProblems(
  kept: number,
  merged: number,
  { merges, primaries }: MergeFacts,
  dropped: ReadonlySet<string> = new Set(),
): MergeProblem[] {
  if (kept === merged) return [{ code: "same-person" }];
  if (merges.some((row) => row.merged === kept || row.merged === merged)) return [{ code: "merged-already" }];
  if (merges.some((row) => row.kept === merged)) return [{ code: "has-merged" }];
  const overlaps = overlapsOf(kept, merged, primaries).filter((overlap) => !dropped.has(overlap.merged.publicId));
  return overlaps.length > 0 ? [{ code: "overlapping-primary", overlaps }] : [];
}

/** Where both records have a primary post at the same time. What was merged into the kept record before counts as kept. */
export function overlapsOf(kept: number, merged: number, primaries: readonly PrimaryPosting[]): Overlap[] {
  const theirs = primaries.filter(({ record }) => record === merged);
  const ours = primaries.filter(({ record }) => record !== merged);
  if (kept === merged) return [];
  return theirs.flatMap((posting) =>
    ours.filter((own) => spansOverlap(own, posting)).map((own) => ({ kept: own, merged: posting })),
  );
}

/**
 * What the kept record takes over of dated rows that are one after another (names, details): what was said of the merged record
 * before anything was said of the kept one, so that it has a name on every day on which it now has a post.
 */
export function saidBefore<T extends Span>(ofKept: readonly T[], ofMerged: readonly T[]): T[] {
  const first = ofKept.reduce<CivilDate | null>(
    (min, row) => (min === null || row.validFrom < min ? row.validFrom : min),
    null,
  );
  if (first === null) return [...ofMerged];
  return ofMerged
    .filter((row) => row.validFrom < first)
    .map((row) => (row.validTo === null || row.validTo > first ? { ...row, validTo: first } : row));
}
