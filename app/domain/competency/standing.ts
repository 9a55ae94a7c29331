import { type CivilDate, holdsOn, type Span } from "~/domain/time/civil-date";

/** Proof of a level, valid for a span; only facts make it. */
export interface Evidence extends Span {
  competency: string;
  level: number;
}

/** competency key → level 0–5 */
export type Levels = ReadonlyMap<string, number>;

/** The level that evidence proves on a date: the highest that holds, 0 where there is none. */
export function standing(evidence: readonly Evidence[], asOf: CivilDate): Levels {
  const levels = new Map<string, number>();
  for (const proof of evidence) {
    if (holdsOn(proof, asOf)) levels.set(proof.competency, Math.max(levels.get(proof.competency) ?? 0, proof.level));
  }
  return levels;
}

/** A position as `positions.yaml` describes it: what it requires by level of unit. */
export interface PositionRequirements {
  key: string;
  requirements: readonly { competency: string; levels: Partial<Record<string, number>> }[];
}

/** The highest level that any of a person's posts requires. */
export function requiredLevels(
  posts: readonly { position: string; unitLevel: string }[],
  positions: ReadonlyMap<string, PositionRequirements>,
): Levels {
  const required = new Map<string, number>();
  for (const post of posts) {
    for (const { competency, levels } of positions.get(post.position)?.requirements ?? []) {
      const level = levels[post.unitLevel];
      if (level) required.set(competency, Math.max(required.get(competency) ?? 0, level));
    }
  }
  return required;
}

export interface Gap {
  competency: string;
  required: number;
  proven: number;
}

/** Every requirement with what is proven of it, in the order of `required`; `proven >= required` means met. */
export function compareLevels(required: Levels, proven: Levels): Gap[] {
  return [...required].map(([competency, level]) => ({
    competency,
    required: level,
    proven: proven.get(competency) ?? 0,
  }));
}

/**
 * The course that closes a gap best: one that reaches the required level, by the smallest level that does; else the one that
 * leads furthest above the present level. Null when no course adds anything.
 */
export function recommendedCourse(
  gap: Gap,
  courses: readonly { slug: string; evidence: readonly { competency: string; level: number }[] }[],
): string | null {
  let best: { slug: string; level: number } | null = null;
  for (const { slug, evidence } of courses) {
    const level = Math.max(
      0,
      ...evidence.filter((proof) => proof.competency === gap.competency).map((proof) => proof.level),
    );
    if (level <= gap.proven) continue;
    if (best === null || better(level, best.level, gap.required)) best = { slug, level };
  }
  return best?.slug ?? null;
}

function better(level: number, than: number, required: number): boolean {
  if (level >= required && than >= required) return level < than;
  return level > than;
}
