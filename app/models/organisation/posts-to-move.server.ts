import type { PostFact, PostingRow } from "~/domain/organisation/post-plan";
import type { PostingKind } from "~/domain/people/people-batch";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Rows } from "../database.server";
import { Prisma } from "../generated/client";

interface PostRecord {
  id: bigint;
  public_id: string;
  unit_id: bigint;
  position: string;
  one_stop: bigint | boolean;
  deputy: bigint | boolean;
  lineage: string | null;
  valid_from: string;
  valid_to: string | null;
}

interface PostingRecord {
  id: bigint;
  public_id: string;
  person_id: bigint;
  staff_code: string;
  post_id: bigint;
  kind: string;
  valid_from: string;
  valid_to: string | null;
  decision: string | null;
  end_reason: string | null;
  held_since: string | null;
}

/**
 * The posts that a batch concerns, with all their postings in force: those of the units that end, and the focal points' of their
 * heirs. Posts that ended before the day stay out.
 */
export async function postsToMove(
  rows: Rows,
  ending: ReadonlyMap<number, readonly number[]>,
  focal: readonly string[],
  date: CivilDate,
): Promise<{ posts: PostFact[]; postings: PostingRow[] }> {
  if (ending.size === 0) return { posts: [], postings: [] };
  const ended = Prisma.raw([...ending.keys()].join(","));
  const heirs = [...new Set([...ending.values()].flat())].filter((unitId) => unitId > 0);
  const focalOfHeirs =
    heirs.length === 0 || focal.length === 0
      ? Prisma.empty
      : Prisma.sql`OR (s.unit_id IN (${Prisma.raw(heirs.join(","))}) AND s.deputy = ${false}
          AND s.position IN (${Prisma.join(focal)}))`;
  const concerned = Prisma.sql`s.retracted_change IS NULL AND (s.unit_id IN (${ended}) ${focalOfHeirs})
    AND (s.valid_to IS NULL OR s.valid_to > ${date})`;
  const posts = await rows.$queryRaw<PostRecord[]>`
    SELECT s.id, s.public_id, s.unit_id, s.position, s.one_stop, s.deputy, s.lineage, s.valid_from, s.valid_to
    FROM post s WHERE ${concerned} ORDER BY s.id`;
  const postings = await rows.$queryRaw<PostingRecord[]>`
    SELECT o.id, o.public_id, o.person_id, p.staff_code, o.post_id, o.kind, o.valid_from, o.valid_to, o.decision,
      o.end_reason, o.held_since
    FROM post s JOIN posting o ON o.post_id = s.id JOIN person p ON p.id = o.person_id
    WHERE ${concerned} AND o.retracted_change IS NULL ORDER BY o.id`;
  return {
    posts: posts.map((row) => ({
      id: Number(row.id),
      publicId: row.public_id,
      unitId: Number(row.unit_id),
      position: row.position,
      oneStop: Boolean(row.one_stop),
      deputy: Boolean(row.deputy),
      lineage: row.lineage,
      validFrom: row.valid_from,
      validTo: row.valid_to,
    })),
    postings: postings.map((row) => ({
      id: Number(row.id),
      publicId: row.public_id,
      personId: Number(row.person_id),
      staffCode: row.staff_code,
      postId: Number(row.post_id),
      kind: row.kind as PostingKind,
      validFrom: row.valid_from,
      validTo: row.valid_to,
      decision: row.decision,
      endReason: row.end_reason,
      heldSince: row.held_since,
    })),
  };
}
