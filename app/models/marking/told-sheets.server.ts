import { type Sheet, sheetSchema } from "~/domain/assessment/mark-sheet";
import { finalPoints } from "~/domain/assessment/marking";
import type { Rows } from "../database.server";
import { Prisma } from "../generated/client";
import { subjectsWhere } from "./subject-rows.server";

/** A line of a mark as it was told: the mean of the marks that count, and what each of them says. */
export interface ToldLine {
  key: string;
  points: number;
  comments: string[];
}

export interface ToldSheet {
  subjectId: number;
  lines: ToldLine[];
  comments: string[];
}

/**
 * What the marks say that were told, by criterion; markers stay unnamed. For the person whose work it is: the caller has
 * established that, and passes subjects whose marks were told.
 */
export async function toldSheets(client: Rows, subjectIds: readonly number[]): Promise<ToldSheet[]> {
  if (subjectIds.length === 0) return [];
  const where = Prisma.sql`s.id IN (${Prisma.join([...subjectIds])})
    AND EXISTS (SELECT 1 FROM mark_release t WHERE t.subject_id = s.id)`;
  const subjects = await subjectsWhere(client, where, subjectIds.length);
  const counting = subjects.map((subject) => {
    const places = finalPoints(subject, subject.places)?.places ?? [];
    return { id: subject.id, places: subject.places.filter(({ place }) => places.includes(place)).map(({ id }) => id) };
  });
  const marks = await client.mark.findMany({ where: { place_id: { in: counting.flatMap(({ places }) => places) } } });
  return counting.map(({ id, places }) => {
    const sheets = places.flatMap((place) => {
      const mark = marks.find((each) => each.place_id === place);
      return mark ? [sheetSchema.parse(JSON.parse(mark.content))] : [];
    });
    return { subjectId: id, lines: linesOf(sheets), comments: sheets.map(({ comment }) => comment).filter(Boolean) };
  });
}

function linesOf(sheets: readonly Sheet[]): ToldLine[] {
  return Object.keys(sheets[0]?.points ?? {}).map((key) => ({
    key,
    points: sheets.reduce((sum, sheet) => sum + (sheet.points[key] ?? 0), 0) / sheets.length,
    comments: sheets.flatMap((sheet) => sheet.comments[key] ?? []),
  }));
}
