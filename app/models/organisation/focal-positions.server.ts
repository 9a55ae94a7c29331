import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import { frameworksAsOf } from "../course/frameworks.server";

/** Keys of the positions that are focal points of foreign information, as the framework in force has them. */
export async function focalPositions(at: Instant): Promise<string[]> {
  const { positions } = await frameworksAsOf(civilDateOf(at));
  return positions.content.positions.filter(({ focal }) => focal).map(({ key }) => key);
}
