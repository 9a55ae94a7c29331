import type { PersonnelAct } from "~/domain/people/personnel-acts";
import type { Viewer } from "~/domain/permissions/viewer";
import { insertAccounts } from "../access/accounts.server";
import { reader } from "../database.server";
import { carryOutPersonnelActs, type PersonnelOrder } from "../people/carry-out-personnel-acts.server";
import { newPublicId } from "../public-id.server";

/**
 * Registers someone new with a first post, and an account that has no password yet: the one-time slip sets it. Returns the
 * person's public id.
 * @throws PersonnelRefused, NotInScope as carryOutPersonnelActs
 */
export async function registerPerson(
  viewer: Viewer,
  person: Extract<PersonnelAct, { act: "register" }>,
  appointment: Extract<PersonnelAct, { act: "appoint" }>,
  order: PersonnelOrder,
): Promise<string> {
  await carryOutPersonnelActs(viewer, [person, appointment], order, async (rows, changeId, people) => {
    const personId = people.get(person.person) ?? 0;
    // a record whose registration was undone has its account still
    if ((await rows.account.count({ where: { person_id: personId } })) > 0) return;
    await insertAccounts(rows, changeId, [{ publicId: newPublicId(), personId, passwordHash: null }]);
  });
  const client = await reader();
  const { public_id } = await client.person.findUniqueOrThrow({
    where: { staff_code: person.person },
    select: { public_id: true },
  });
  return public_id;
}
