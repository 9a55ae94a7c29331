import type { CivilDate } from "~/domain/time/civil-date";
import { isRequired, type Position, type Requirement } from "./framework";

/** A level that will be required from a day on. */
export interface ComingRequirement {
  level: number;
  from: CivilDate;
}

/**
 * The next day after a date on which posts will require another level of a competency than on the date; null where none is known.
 * @param positions with the requirements of all days
 */
export function comingRequirement(
  posts: readonly { position: string; unitLevel: string }[],
  positions: readonly Pick<Position, "key" | "requirements">[],
  competency: string,
  asOf: CivilDate,
): ComingRequirement | null {
  const lines = posts.flatMap(({ position, unitLevel }) =>
    (positions.find(({ key }) => key === position)?.requirements ?? [])
      .filter((each) => each.competency === competency)
      .map((requirement) => ({ requirement, level: levelAt(requirement, unitLevel) })),
  );
  const on = (date: CivilDate) =>
    Math.max(0, ...lines.filter(({ requirement }) => isRequired(requirement, date)).map(({ level }) => level));
  const days = lines
    .flatMap(({ requirement }) => [requirement.from, requirement.until])
    .filter((day): day is CivilDate => day !== undefined && day > asOf)
    .sort();
  const from = days.find((day) => on(day) !== on(asOf));
  return from === undefined ? null : { level: on(from), from };
}

function levelAt({ levels }: Requirement, unitLevel: string): number {
  return (levels as Partial<Record<string, number>>)[unitLevel] ?? 0;
}
