import { type ListEvent, type ListState, listState } from "~/domain/certification/issue-list";
import { unitsInScope } from "~/domain/organisation/succession";
import type { Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import { reader } from "~/models/database.server";
import { Prisma } from "~/models/generated/client";
import type { issue_listModel } from "~/models/generated/models";
import { organisationFacts } from "~/models/organisation/organisation-facts.server";
import { inScope, scopeOf } from "~/models/reporting/scope-units.server";

/** A list as one side may see it. */
export interface ReachableList {
  row: issue_listModel;
  state: ListState;
  may: { prepare: boolean; sign: boolean };
}

const MOST_LISTS = 500;

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
  const own = await unitsSigned(viewer, today);
  const units =
    prepare.units === "all" || sign.units === "all" ? "all" : [...prepare.units, ...sign.units, ...own].map(Number);
  const one = publicId === undefined ? Prisma.sql`1 = 1` : Prisma.sql`s.public_id = ${publicId}`;
  const found = await client.$queryRaw<{ id: bigint }[]>`
    SELECT s.id FROM issue_list s WHERE ${one} AND ${inScope({ units }, "s.unit_id")} ORDER BY s.id DESC LIMIT ${MOST_LISTS}`;
  const rows = await client.issue_list.findMany({
    where: { id: { in: found.map(({ id }) => Number(id)) } },
    orderBy: { id: "desc" },
  });
  const events = await client.issue_list_event.findMany({
    where: { list_id: { in: rows.map(({ id }) => id) } },
    orderBy: { id: "asc" },
    select: { list_id: true, kind: true },
  });
  const kinds = new Map<number, ListEvent[]>();
  for (const { list_id, kind } of events) kinds.set(list_id, [...(kinds.get(list_id) ?? []), kind as ListEvent]);
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

/** The units, of all times, for which someone signs as the person of a signatory on record. */
async function unitsSigned(viewer: Viewer, today: CivilDate): Promise<Set<number>> {
  if (!viewer.serving) return new Set();
  const client = await reader();
  const named = await client.signatory.findMany({ where: namedOn(viewer, today), select: { unit_id: true } });
  if (named.length === 0) return new Set();
  const tops = named.map(({ unit_id }) => unit_id);
  return unitsInScope(await organisationFacts(), tops, today);
}

const namedOn = (viewer: Viewer, today: CivilDate) => ({
  person_id: viewer.personId,
  retracted_change: null,
  valid_from: { lte: today },
  OR: [{ valid_to: null }, { valid_to: { gt: today } }],
});

/** Whether any list can be theirs to prepare or to sign: the person of a signatory needs no further power. */
export async function signsAsPerson(viewer: Viewer, today: CivilDate): Promise<boolean> {
  const client = await reader();
  const found = await client.signatory.count({ where: namedOn(viewer, today) });
  return found > 0 && viewer.serving;
}
