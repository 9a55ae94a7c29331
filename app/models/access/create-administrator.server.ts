import { type OrganisationAsOf, type UnitAsOf, unitsAsOf } from "~/domain/organisation/organisation-as-of";
import type { Employment, PeopleBatch } from "~/domain/people/people-batch";
import { type CivilDate, civilDateOf, type Instant } from "~/domain/time/civil-date";
import { type Rows, reader, recordChange } from "~/models/database.server";
import { loadOrganisationFacts } from "~/models/organisation/organisation-facts.server";
import { writePeople } from "~/models/people/record-people.server";
import { newPublicId } from "~/models/public-id.server";
import { insertAccounts } from "./accounts.server";

/** The post that an administrator holds; no competency is required of it. */
const POSITION = "administrator";

export interface NewAdministrator {
  staffCode: string;
  fullName: string;
  employment: Employment;
  workEmail: string | null;
  /** key of the unit in which the person serves; null: the root */
  unitKey: string | null;
  /** what the permission rests on */
  document: string;
}

export interface CreatedAdministrator {
  accountId: number;
  /** the unit over which the role is granted, as it is called today */
  root: string;
}

/** Thrown when an administrator cannot be recorded; nothing was written. */
export class AdministratorRefused extends Error {
  constructor(
    readonly code: "no-units" | "unknown-unit" | "staff-code-taken" | "email-taken",
    readonly subject: string,
  ) {
    super(`${code} ${subject}`);
    this.name = "AdministratorRefused";
  }
}

/**
 * Records a person with a post, a posting, an account without password and the role over the whole tree, from today on, in
 * one transaction. The posting is not for show: a grant counts only while its holder has one.
 * @throws AdministratorRefused when the unit does not exist today, or the staff code or address is taken
 */
export function createAdministrator(wanted: NewAdministrator, at: Instant): Promise<CreatedAdministrator> {
  const today = civilDateOf(at);
  const act = { kind: "administrator-created", at, document: wanted.document, effective: today };
  return recordChange(act, async (rows, changeId) => {
    const { root, unit } = unitsOf(unitsAsOf(await loadOrganisationFacts(rows), today), wanted.unitKey);
    await refuseTaken(rows, wanted);
    const people = await writePeople(rows, changeId, asBatch(wanted, unit.id, today));
    const personId = people.get(wanted.staffCode)?.id ?? 0;
    await insertAccounts(rows, changeId, [{ publicId: newPublicId(), personId, passwordHash: null }]);
    const account = await rows.account.findUniqueOrThrow({ where: { person_id: personId }, select: { id: true } });
    await rows.permission_grant.create({
      data: {
        public_id: newPublicId(),
        account_id: account.id,
        role: "administrator",
        unit_id: root.id,
        document: wanted.document,
        valid_from: today,
        recorded_change: changeId,
      },
    });
    return { accountId: account.id, root: root.name.vi };
  });
}

/** The account of a person who was made administrator, by staff code: the way back in for the only one there is. */
export async function administratorAccount(staffCode: string): Promise<number | null> {
  const client = await reader();
  const person = await client.person.findUnique({ where: { staff_code: staffCode }, select: { id: true } });
  const account = person && (await client.account.findUnique({ where: { person_id: person.id } }));
  const grant =
    account &&
    (await client.permission_grant.findFirst({
      where: { account_id: account.id, role: "administrator", retracted_change: null },
    }));
  return grant ? account.id : null;
}

function unitsOf({ roots, byId }: OrganisationAsOf, unitKey: string | null): { root: UnitAsOf; unit: UnitAsOf } {
  const [root] = roots;
  if (!root) throw new AdministratorRefused("no-units", "");
  const unit = unitKey === null ? root : [...byId.values()].find(({ key }) => key === unitKey);
  if (!unit) throw new AdministratorRefused("unknown-unit", unitKey ?? "");
  return { root, unit };
}

async function refuseTaken(rows: Rows, { staffCode, workEmail }: NewAdministrator): Promise<void> {
  if (await rows.person.findUnique({ where: { staff_code: staffCode }, select: { id: true } })) {
    throw new AdministratorRefused("staff-code-taken", staffCode);
  }
  const inForce = { retracted_change: null, valid_to: null };
  if (workEmail && (await rows.person_detail.findFirst({ where: { work_email: workEmail, ...inForce } }))) {
    throw new AdministratorRefused("email-taken", workEmail);
  }
}

/** Name, post and posting, all from today on. */
function asBatch(wanted: NewAdministrator, unitId: number, today: CivilDate): PeopleBatch {
  const from = { validFrom: today, validTo: null };
  const { staffCode, fullName, employment, workEmail, document } = wanted;
  return {
    persons: [{ staffCode, employment, workEmail, workPhone: null, names: [{ fullName, ...from }] }],
    posts: [{ ref: POSITION, unitId, position: POSITION, oneStop: false, deputy: false, ...from }],
    postings: [{ staffCode, post: POSITION, kind: "primary", decision: document, endReason: null, ...from }],
  };
}
