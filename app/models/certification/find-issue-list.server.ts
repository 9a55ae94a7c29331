import { type ListEvent, type ListState, listState } from "~/domain/certification/issue-list";
import type { Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import { reader } from "~/models/database.server";
import type { issue_listModel } from "~/models/generated/models";
import { scopeOf } from "~/models/reporting/scope-units.server";
import { signatoriesOver } from "./signatories.server";

/** A list as one side may see it. */
export interface ReachableList {
  row: issue_listModel;
  state: ListState;
  may: { prepare: boolean; sign: boolean };
}

/**
 * The lists of the viewer's reach, newest first: those of units for which they prepare, and those that were submitted over units for
 * which they sign, by a power or as the person of a signatory.
 */
export async function reachableLists(viewer: Viewer, today: CivilDate, publicId?: string): Promise<ReachableList[]> {
  const client = await reader();
  const [prepare, sign] = await Promise.all([
    scopeOf(viewer, "prepare-certificates", today),
    scopeOf(viewer, "sign-certificates", today),
  ]);
  const rows = await client.issue_list.findMany({
    where: publicId === undefined ? {} : { public_id: publicId },
    orderBy: { id: "desc" },
    take: 500,
  });
  const events = await client.issue_list_event.findMany({
    where: { list_id: { in: rows.map(({ id }) => id) } },
    orderBy: { id: "asc" },
    select: { list_id: true, kind: true },
  });
  const kinds = new Map<number, ListEvent[]>();
  for (const { list_id, kind } of events) kinds.set(list_id, [...(kinds.get(list_id) ?? []), kind as ListEvent]);
  const own = await unitsSigned(viewer, rows, today);
  return rows.flatMap((row) => {
    const happened = kinds.get(row.id) ?? [];
    const may = {
      prepare: prepare.has(row.unit_id),
      sign: happened.includes("submitted") && (sign.has(row.unit_id) || own.has(row.unit_id)),
    };
    return may.prepare || may.sign ? [{ row, state: listState(happened), may }] : [];
  });
}

/** One of them; null covers "there is none" and "not yours". */
export async function findIssueList(viewer: Viewer, publicId: string, today: CivilDate): Promise<ReachableList | null> {
  return (await reachableLists(viewer, today, publicId))[0] ?? null;
}

/** Whether someone signs for a unit as the person of a signatory on record. */
async function unitsSigned(viewer: Viewer, lists: readonly issue_listModel[], today: CivilDate): Promise<Set<number>> {
  const client = await reader();
  const named = await client.signatory.count({ where: { person_id: viewer.personId, retracted_change: null } });
  const units = new Set<number>();
  if (named === 0 || !viewer.serving) return units;
  for (const unitId of new Set(lists.map(({ unit_id }) => unit_id))) {
    const over = await signatoriesOver(client, unitId, today);
    if (over.some(({ personId }) => personId === viewer.personId)) units.add(unitId);
  }
  return units;
}

/** Whether any list can be theirs to prepare or to sign: the person of a signatory needs no further power. */
export async function signsAsPerson(viewer: Viewer, today: CivilDate): Promise<boolean> {
  const client = await reader();
  const found = await client.signatory.count({
    where: {
      person_id: viewer.personId,
      retracted_change: null,
      valid_from: { lte: today },
      OR: [{ valid_to: null }, { valid_to: { gt: today } }],
    },
  });
  return found > 0 && viewer.serving;
}
