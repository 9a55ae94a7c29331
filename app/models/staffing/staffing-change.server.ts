import { isStaffingChange, type StaffingChange } from "~/domain/people/personnel-changes";
import type { Viewer } from "~/domain/permissions/viewer";
import { type CivilDate, civilDateOf, holdsOn, type Instant } from "~/domain/time/civil-date";
import { reader } from "../database.server";
import { Prisma } from "../generated/client";
import { organisationFacts } from "../organisation/organisation-facts.server";
import { behalfOver, unitsOf } from "../people/changeable-person.server";
import { type PeopleDirectory, peopleDirectory } from "../people/people-directory.server";
import { scopeOf } from "../reporting/scope-units.server";
import { type Undo, undoChange } from "../undo-change.server";

export interface StaffingChangeView {
  id: number;
  kind: StaffingChange;
  at: Instant;
  by: string | null;
  document: string | null;
  effective: CivilDate | null;
  note: string | null;
  people: string[];
  /** address of the page that shows what it was about */
  back: string;
  /** undone already */
  undone: boolean;
}

interface Touched {
  person_id: bigint | null;
  unit_id: bigint | null;
}

/** A change on people, posts and postings whose every unit the viewer may change; null for any other: to them it does not exist. */
export async function staffingChange(
  viewer: Viewer,
  changeId: number,
  today: CivilDate,
): Promise<(StaffingChangeView & { units: number[] }) | null> {
  const client = await reader();
  const change = await client.change.findUnique({ where: { id: changeId } });
  if (!change || !isStaffingChange(change.kind)) return null;
  const touched = Prisma.sql`(recorded_change = ${changeId} OR retracted_change = ${changeId})`;
  const rows = await client.$queryRaw<Touched[]>`
    SELECT DISTINCT o.person_id, s.unit_id FROM posting o JOIN post s ON s.id = o.post_id
      WHERE o.recorded_change = ${changeId} OR o.retracted_change = ${changeId}
    UNION SELECT NULL, unit_id FROM post WHERE ${touched}
    UNION SELECT person_id, NULL FROM person_name WHERE ${touched}
    UNION SELECT person_id, NULL FROM person_detail WHERE ${touched}
    UNION SELECT person_id, NULL FROM absence WHERE ${touched}`;
  const [scope, directory, undo, actor] = await Promise.all([
    scopeOf(viewer, "change-people", today),
    peopleDirectory(),
    client.change.findUnique({ where: { undoes: changeId }, select: { id: true } }),
    change.actor_id === null ? null : client.account.findUnique({ where: { id: change.actor_id } }),
  ]);
  const people = [...new Set(rows.flatMap((row) => (row.person_id === null ? [] : [Number(row.person_id)])))];
  const units = new Set(rows.flatMap((row) => (row.unit_id === null ? [] : [Number(row.unit_id)])));
  for (const id of people) for (const unit of currentUnits(directory, id, today)) units.add(unit);
  if (units.size === 0 || ![...units].every(scope.has)) return null;
  const { id, kind, at, document, effective, note } = change;
  const name = (personId: number) => nameIn(directory, personId, today);
  return {
    id,
    kind,
    at,
    document,
    effective,
    note,
    by: actor ? name(actor.person_id) : null,
    people: people.map(name),
    back: await backTo(rows, directory),
    undone: undo !== null,
    units: [...units],
  };
}

/** Undoes such a change; null where the viewer may not. */
export async function undoStaffingChange(
  viewer: Viewer,
  changeId: number,
  note: string | null,
  at: Instant,
): Promise<Undo | null> {
  const today = civilDateOf(at);
  const change = await staffingChange(viewer, changeId, today);
  if (!change) return null;
  const onBehalfOf = await behalfOver(viewer, "change-people", change.units, today);
  return undoChange(changeId, { actorId: viewer.accountId, onBehalfOf, at, ...(note !== null && { note }) });
}

/** The posts of a unit, or the person where the change is about no post. */
async function backTo(rows: readonly Touched[], { byId, keptOf }: PeopleDirectory): Promise<string> {
  const { units } = await organisationFacts();
  const at = Number(rows.find((row) => row.unit_id !== null)?.unit_id ?? 0);
  const unit = units.find(({ id }) => id === at);
  if (unit) return `/units/${unit.publicId}/posts`;
  const about = Number(rows.find((row) => row.person_id !== null)?.person_id ?? 0);
  const person = byId.get(keptOf.get(about) ?? about);
  return person ? `/people/${person.publicId}` : "/people";
}

function currentUnits({ byId, keptOf }: PeopleDirectory, id: number, today: CivilDate): number[] {
  const person = byId.get(keptOf.get(id) ?? id);
  return person ? unitsOf(person, today) : [];
}

function nameIn({ byId, keptOf }: PeopleDirectory, id: number, today: CivilDate): string {
  const person = byId.get(keptOf.get(id) ?? id);
  const name = person?.names.find((each) => holdsOn(each, today)) ?? person?.names.at(-1);
  return name?.fullName ?? person?.staffCode ?? "";
}
