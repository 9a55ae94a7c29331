import { lastDayOf } from "~/domain/certification/certificate-status";
import { subtreeIds } from "~/domain/organisation/organisation-as-of";
import { type GrantState, grantState } from "~/domain/permissions/grant-state";
import { isPower, type Power, roleAllows } from "~/domain/permissions/role";
import type { Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { reader } from "../database.server";
import { Prisma } from "../generated/client";
import { organisationAsOf } from "../organisation/organisation-facts.server";
import { inScope, scopeOf } from "../reporting/scope-units.server";
import {
  grantsInForce,
  grantsThatCount,
  isCollaborator,
  mainPost,
  nameOn,
  ofAccount,
  postsHeld,
  serves,
} from "./counting-grants.server";
import { focalPositions } from "./focal-positions.server";
import { unitWords } from "./unit-words.server";

/** A power that someone lent to someone. */
export interface Loan {
  id: string;
  power: Power;
  unitId: number;
  unit: string;
  from: LoanSide;
  to: LoanSide;
  since: CivilDate;
  lastDay: CivilDate;
  document: string;
  state: GrantState;
}

export interface LoanSide {
  accountId: number;
  name: string;
  place: string;
}

interface LoanRow {
  public_id: string;
  power: string;
  unit_id: bigint;
  valid_from: string;
  valid_to: string;
  document: string;
  from_account_id: bigint;
  to_account_id: bigint;
  from_name: string;
  to_name: string;
  from_post: string | null;
  to_post: string | null;
  from_grants: string | null;
  from_posts: string | null;
  /** the lender's account is open, serves, and is no collaborator's */
  from_counts: bigint | null;
  to_open: bigint | null;
  to_collaborator: bigint;
  to_serving: bigint;
}

/** What the viewer lent and was lent, the latest first. */
export async function ownLoans(
  viewer: Viewer,
  today: CivilDate,
  language: Language,
): Promise<{ lent: Loan[]; borrowed: Loan[] }> {
  const id = viewer.accountId;
  const loans = await findLoans(Prisma.sql`s.from_account_id = ${id} OR s.to_account_id = ${id}`, today, language);
  return {
    lent: loans.filter(({ from }) => from.accountId === id),
    borrowed: loans.filter(({ to }) => to.accountId === id),
  };
}

/** The loans over the units in which the viewer may see permissions, those over on the date left out. */
export async function loansInScope(
  viewer: Viewer,
  { asOf, today }: { asOf: CivilDate; today: CivilDate },
  language: Language,
): Promise<Loan[]> {
  const scope = await scopeOf(viewer, "see-grants", today);
  const loans = await findLoans(inScope(scope, "s.unit_id"), asOf, language);
  return loans.filter(({ state }) => state !== "over");
}

/** Loans over some units that count today, whoever asks: the caller has established that they may. */
export async function loansOver(unitIds: readonly number[], today: CivilDate, language: Language): Promise<Loan[]> {
  if (unitIds.length === 0) return [];
  const loans = await findLoans(Prisma.sql`s.unit_id IN (${Prisma.join([...unitIds])})`, today, language);
  return loans.filter(({ state }) => state === "counts");
}

async function findLoans(condition: Prisma.Sql, date: CivilDate, language: Language): Promise<Loan[]> {
  const [from, to] = [Prisma.sql`s.from_account_id`, Prisma.sql`s.to_account_id`];
  const counts = Prisma.sql`(a.disabled = 0 AND ${serves(date)} AND ${isCollaborator(date)} = 0)`;
  const client = await reader();
  const rows = await client.$queryRaw<LoanRow[]>`
    SELECT s.public_id, s.power, s.unit_id, s.valid_from, s.valid_to, s.document, s.from_account_id, s.to_account_id,
      ${ofAccount(from, nameOn(date))} AS from_name, ${ofAccount(to, nameOn(date))} AS to_name,
      ${ofAccount(from, mainPost(date))} AS from_post, ${ofAccount(to, mainPost(date))} AS to_post,
      ${ofAccount(from, grantsInForce(date))} AS from_grants, ${ofAccount(from, postsHeld(date))} AS from_posts,
      ${ofAccount(from, counts)} AS from_counts, ${ofAccount(to, Prisma.sql`a.disabled = 0`)} AS to_open,
      ${ofAccount(to, isCollaborator(date))} AS to_collaborator, ${ofAccount(to, serves(date))} AS to_serving
    FROM delegation s WHERE s.retracted_change IS NULL AND (${condition})
    ORDER BY s.valid_from DESC, s.id DESC`;
  if (rows.length === 0) return [];
  const [words, organisation, focal] = await Promise.all([
    unitWords(date, language),
    organisationAsOf(date),
    focalPositions(date),
  ]);
  return rows.flatMap((row) => {
    const { power } = row;
    if (!isPower(power)) return [];
    const unitId = Number(row.unit_id);
    const owned = grantsThatCount(row.from_grants, row.from_posts, focal).some(
      (grant) => roleAllows(grant.role, power) && subtreeIds(organisation, grant.unitId).includes(unitId),
    );
    const facts = {
      from: row.valid_from,
      until: row.valid_to,
      unitStands: words.stands(unitId),
      accountOpen: Number(row.to_open) === 1,
      collaborator: Number(row.to_collaborator) === 1,
      serving: Number(row.to_serving) === 1,
      lenderHasIt: owned && Number(row.from_counts) === 1,
    };
    return [
      {
        id: row.public_id,
        power,
        unitId,
        unit: words.nameOf(unitId),
        from: { accountId: Number(row.from_account_id), name: row.from_name, place: words.placeOf(row.from_post) },
        to: { accountId: Number(row.to_account_id), name: row.to_name, place: words.placeOf(row.to_post) },
        since: row.valid_from,
        lastDay: lastDayOf(row.valid_to) ?? row.valid_to,
        document: row.document,
        state: grantState(facts, date),
      },
    ];
  });
}
