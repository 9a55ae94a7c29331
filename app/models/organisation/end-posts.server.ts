import type { OrganisationFacts } from "~/domain/organisation/organisation-facts";
import type { EndReason } from "~/domain/people/people-batch";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Rows } from "~/models/database.server";
import { newPublicId } from "~/models/public-id.server";

const REORGANISED: EndReason = "reorganisation";

/** Units whose end is new in the second facts. */
export function endedUnits(before: OrganisationFacts, after: OrganisationFacts): number[] {
  const known = new Set(before.existences);
  return after.existences.filter((row) => row.validTo !== null && !known.has(row)).map((row) => row.unitId);
}

/**
 * Posts end with their unit, and postings with their post: each row is retracted and added anew, closed on the day. A post's
 * earlier postings come along, so that all point at the row that is held true. What was to begin later does not.
 */
export async function endPosts(rows: Rows, changeId: number, unitIds: number[], date: CivilDate): Promise<void> {
  if (unitIds.length === 0) return;
  const posts = await rows.post.findMany({
    where: {
      unit_id: { in: unitIds },
      retracted_change: null,
      OR: [{ valid_to: null }, { valid_to: { gt: date } }],
    },
  });
  if (posts.length === 0) return;
  const postIds = posts.map((post) => post.id);
  const inForce = { retracted_change: null, recorded_change: { lt: changeId } };
  const postings = await rows.posting.findMany({ where: { post_id: { in: postIds }, ...inForce } });
  await rows.post.updateMany({ where: { id: { in: postIds } }, data: { retracted_change: changeId } });
  await rows.posting.updateMany({
    where: { id: { in: postings.map((posting) => posting.id) } },
    data: { retracted_change: changeId },
  });

  const successor = new Map(posts.map((post) => [post.id, newPublicId()]));
  await rows.post.createMany({
    data: posts
      .filter((post) => post.valid_from < date)
      .map(({ id, ...post }) => ({
        ...post,
        public_id: successor.get(id) ?? newPublicId(),
        valid_to: date,
        recorded_change: changeId,
      })),
  });
  const written = await rows.post.findMany({
    where: { recorded_change: changeId },
    select: { id: true, public_id: true },
  });
  const idOf = new Map(written.map((post) => [post.public_id, post.id]));
  await rows.posting.createMany({
    data: postings
      .filter((posting) => posting.valid_from < date)
      .map(({ id, ...posting }) => {
        const endsEarlier = posting.valid_to !== null && posting.valid_to <= date;
        return {
          ...posting,
          public_id: newPublicId(),
          post_id: idOf.get(successor.get(posting.post_id) ?? "") ?? posting.post_id,
          valid_to: endsEarlier ? posting.valid_to : date,
          end_reason: endsEarlier ? posting.end_reason : REORGANISED,
          recorded_change: changeId,
        };
      }),
  });
}
