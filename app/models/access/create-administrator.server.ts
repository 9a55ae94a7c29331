import { type OrganisationAsOf, type UnitAsOf, unitsAsOf } from "~/domain/organisation/organisation-as-of";
import type { Employment } from "~/domain/people/people-batch";
import { sortKey } from "~/domain/people/person-name";
import { foldForSearch } from "~/domain/text/fold-for-search";
import { type CivilDate, civilDateOf, type Instant } from "~/domain/time/civil-date";
import { type Rows, reader, recordChange } from "~/models/database.server";
import { loadOrganisationFacts } from "~/models/organisation/organisation-facts.server";
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
    const personId = await insertPerson(rows, changeId, wanted, today);
    await insertPosting(rows, changeId, { personId, unitId: unit.id, today, document: wanted.document });
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

async function insertPerson(
  rows: Rows,
  changeId: number,
  { staffCode, fullName, employment, workEmail }: NewAdministrator,
  today: CivilDate,
): Promise<number> {
  const { id } = await rows.person.create({
    data: {
      public_id: newPublicId(),
      staff_code: staffCode,
      recorded_change: changeId,
    },
    select: { id: true },
  });
  await rows.person_detail.create({
    data: { person_id: id, employment, work_email: workEmail, valid_from: today, recorded_change: changeId },
  });
  await rows.person_name.create({
    data: {
      person_id: id,
      full_name: fullName,
      folded: foldForSearch(fullName),
      sort_key: sortKey(fullName),
      valid_from: today,
      recorded_change: changeId,
    },
  });
  return id;
}

async function insertPosting(
  rows: Rows,
  changeId: number,
  { personId, unitId, today, document }: { personId: number; unitId: number; today: CivilDate; document: string },
): Promise<void> {
  const from = { valid_from: today, recorded_change: changeId };
  const { id } = await rows.post.create({
    data: { public_id: newPublicId(), unit_id: unitId, position: POSITION, ...from },
    select: { id: true },
  });
  await rows.posting.create({
    data: { public_id: newPublicId(), person_id: personId, post_id: id, kind: "primary", decision: document, ...from },
  });
}
