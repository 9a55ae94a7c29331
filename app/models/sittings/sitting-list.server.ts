import type { Viewer } from "~/domain/permissions/viewer";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { reader } from "../database.server";
import { Prisma } from "../generated/client";
import { sittingsWhere } from "./find-sitting.server";
import { headOf, type SittingHead } from "./sitting-page.server";

export type SittingLine = SittingHead & { candidates: number };

const MOST = 200;

/** Sittings that are the viewer's to see: those open or to come, the next first; or those over, closed and cancelled. */
export async function sittingList(
  viewer: Viewer,
  which: "coming" | "past",
  now: Instant,
  language: Language,
  courseSlug: string | null = null,
): Promise<SittingLine[]> {
  const client = await reader();
  const coming = Prisma.sql`p.status = 'planned' AND p.closes_at > ${now}`;
  const course = courseSlug === null ? Prisma.sql`1 = 1` : Prisma.sql`c.slug = ${courseSlug}`;
  const when = which === "coming" ? coming : Prisma.sql`NOT (${coming})`;
  const found = await sittingsWhere(client, viewer, Prisma.sql`${when} AND ${course}`, civilDateOf(now), MOST);
  if (found.length === 0) return [];
  const counts = await client.sitting_candidate.groupBy({
    by: ["sitting_id"],
    where: { sitting_id: { in: found.map(({ id }) => id) }, retracted_change: null },
    _count: true,
  });
  const countOf = new Map(counts.map((row) => [row.sitting_id, row._count]));
  const lines = await Promise.all(
    found.map(async (sitting) => ({
      ...(await headOf(sitting, now, language)),
      candidates: countOf.get(sitting.id) ?? 0,
    })),
  );
  return which === "coming" ? lines.reverse() : lines;
}
