import type { CivilDate } from "~/domain/time/civil-date";
import { frameworksAsOf } from "../course/frameworks.server";

/** Keys of the positions that are focal points on a date; from what is held in memory. */
export async function focalPositions(date: CivilDate): Promise<ReadonlySet<string>> {
  const { positions } = (await frameworksAsOf(date)).positions.content;
  return new Set(positions.filter((position) => position.focal).map((position) => position.key));
}
