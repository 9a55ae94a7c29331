import { hasPower, type Viewer } from "~/domain/permissions/viewer";
import { type CivilDate, holdsOn } from "~/domain/time/civil-date";
import { reader } from "../database.server";
import { Prisma } from "../generated/client";
import { holding, inScope, scopeOf } from "../reporting/scope-units.server";
import { changeablePerson } from "./changeable-person.server";
import { keptRecord, recordsOf } from "./records-of.server";

/** Someone whose record the viewer may read. */
export interface PersonInReach {
  /** row of the kept record */
  id: number;
  publicId: string;
  staffCode: string;
  name: string;
}

/**
 * Someone with a post in the viewer's scope on the date, or without any post then where the viewer may change their record today; null
 * for anyone else: to the viewer they do not exist.
 */
export async function personInReach(
  viewer: Viewer,
  publicId: string,
  dates: { asOf: CivilDate; today: CivilDate },
): Promise<PersonInReach | null> {
  const scope = await scopeOf(viewer, "see-people", dates.today);
  const client = await reader();
  const [row] = await client.$queryRaw<
    { id: bigint; public_id: string; staff_code: string; full_name: string | null }[]
  >`
    SELECT p.id, p.public_id, p.staff_code,
      (SELECT n.full_name FROM person_name n WHERE n.person_id = p.id AND ${holding("n", dates.asOf)}) AS full_name
    FROM person r JOIN person p ON p.id = ${keptRecord("r.id")}
    WHERE r.public_id = ${publicId} AND EXISTS (
      SELECT 1 FROM posting o JOIN post s ON s.id = o.post_id
      WHERE o.person_id IN ${recordsOf(Prisma.sql`p.id`)} AND ${holding("o", dates.asOf)} AND ${inScope(scope, "s.unit_id")})`;
  if (!row) return someoneWithoutPost(viewer, publicId, dates);
  const { id, public_id, staff_code, full_name } = row;
  return { id: Number(id), publicId: public_id, staffCode: staff_code, name: full_name ?? staff_code };
}

async function someoneWithoutPost(
  viewer: Viewer,
  publicId: string,
  dates: { asOf: CivilDate; today: CivilDate },
): Promise<PersonInReach | null> {
  if (!hasPower(viewer, "change-people")) return null;
  const person = await changeablePerson(viewer, publicId, "change-people", dates.today);
  if (!person || person.postings.some((posting) => holdsOn(posting, dates.asOf))) return null;
  const name = person.names.find((each) => holdsOn(each, dates.asOf)) ?? person.names.at(-1);
  const { id, publicId: kept, staffCode } = person;
  return { id, publicId: kept, staffCode, name: name?.fullName ?? staffCode };
}

/** The viewer themself. */
export function ownPerson(viewer: Viewer): PersonInReach {
  return {
    id: viewer.personId,
    publicId: viewer.personPublicId,
    staffCode: viewer.staffCode,
    name: viewer.fullName ?? viewer.staffCode,
  };
}
