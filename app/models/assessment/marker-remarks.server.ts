import type { Viewer } from "~/domain/permissions/viewer";
import { reader } from "~/models/database.server";
import { toldSheets } from "~/models/marking/told-sheets.server";
import { recordsOf } from "~/models/people/records-of.server";

/** What markers wrote about the items of one's own attempt, by the item's number, once their marks were told; markers stay unnamed. */
export async function markerRemarks(viewer: Viewer, attempt: string): Promise<Map<number, string[]>> {
  const client = await reader();
  const subjects = await client.$queryRaw<{ id: bigint; item: bigint }[]>`
    SELECT s.id, s.item FROM marking_subject s JOIN attempt a ON a.id = s.attempt_id
    WHERE a.public_id = ${attempt} AND a.person_id IN ${recordsOf(viewer.personId)} AND s.kind = 'item'`;
  const itemOf = new Map(subjects.map(({ id, item }) => [Number(id), Number(item)]));
  const remarks = new Map<number, string[]>();
  for (const { subjectId, lines, comments } of await toldSheets(client, [...itemOf.keys()])) {
    const written = [...lines.flatMap((line) => line.comments), ...comments].filter(Boolean);
    const item = itemOf.get(subjectId) ?? 0;
    if (written.length > 0) remarks.set(item, [...(remarks.get(item) ?? []), ...written]);
  }
  return remarks;
}
