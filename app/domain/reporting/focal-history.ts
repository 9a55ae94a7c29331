import type { CivilDate } from "~/domain/time/civil-date";

/** One posting in the focal-point post of a unit. */
export interface FocalTerm<P> {
  person: P;
  acting: boolean;
  from: CivilDate;
  /** exclusive; null: no end is set */
  to: CivilDate | null;
}

/** A stretch of the post's time, with who held it, or without anyone. */
export type FocalStretch<P> =
  | { kind: "held" | "acting"; person: P; from: CivilDate; to: CivilDate | null }
  | { kind: "vacant"; from: CivilDate; to: CivilDate | null };

/**
 * The life of a post up to a date, newest first: everyone who held it, whoever stood in, and the days between with nobody. Terms of
 * one person that follow on one another are one: a reorganisation carried them over.
 * @param since the first day of the post; its days before the first holder are vacant too
 */
export function focalHistory<P>(terms: readonly FocalTerm<P>[], since: CivilDate, asOf: CivilDate): FocalStretch<P>[] {
  const past = terms.filter(({ from }) => from <= asOf).sort((a, b) => a.from.localeCompare(b.from));
  const stretches: FocalStretch<P>[] = [];
  let covered: CivilDate | null = since;
  for (const term of past) {
    if (covered !== null && term.from > covered) stretches.push({ kind: "vacant", from: covered, to: term.from });
    const before = stretches.findLast((each) => each.kind !== "vacant");
    const kind = term.acting ? "acting" : "held";
    if (before?.kind === kind && before.person === term.person && before.to === term.from) before.to = term.to;
    else stretches.push({ kind, person: term.person, from: term.from, to: term.to });
    if (covered !== null && (term.to === null || term.to > covered)) covered = term.to;
  }
  if (covered !== null && covered <= asOf) stretches.push({ kind: "vacant", from: covered, to: null });
  // what ends after the date has not ended yet
  return stretches.map((each) => (each.to !== null && each.to > asOf ? { ...each, to: null } : each)).reverse();
}
