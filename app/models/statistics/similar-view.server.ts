import type { Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import { managedAttempts } from "../assessment/managed-attempt.server";
import { reader } from "../database.server";
import { Prisma } from "../generated/client";
import { peopleDirectory } from "../people/people-directory.server";
import type { SimilarAttempts } from "./similar-attempts.server";

/** One side of a pair: who it is, for whoever may look at attempts there; else null. */
export interface SimilarSide {
  attempt: string;
  name: string;
}

export interface ShownPair extends Omit<SimilarAttempts, "attempts"> {
  sides: [SimilarSide | null, SimilarSide | null];
}

/** The pairs of a report as the viewer may see them: without names but for people in the reach of "see-attempts". */
export async function shownPairs(
  viewer: Viewer,
  pairs: readonly SimilarAttempts[],
  today: CivilDate,
): Promise<ShownPair[]> {
  const ids = [...new Set(pairs.flatMap(({ attempts }) => attempts))];
  if (ids.length === 0) return [];
  const where = Prisma.sql`a.id IN (${Prisma.join(ids)})`;
  const seen = await managedAttempts(await reader(), viewer, where, today, "see-attempts");
  const { byId } = await peopleDirectory();
  const sides = new Map(
    seen.flatMap(({ id, publicId, personId, own }) => {
      const person = byId.get(personId);
      // one's own log is not for oneself to read
      return own || !person
        ? []
        : [[id, { attempt: publicId, name: person.names.at(-1)?.fullName ?? person.staffCode }] as const];
    }),
  );
  return pairs.map(({ attempts: [a, b], ...pair }) => ({
    ...pair,
    sides: [sides.get(a) ?? null, sides.get(b) ?? null],
  }));
}
