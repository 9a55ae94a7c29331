import { mayResetPasswordOf } from "~/domain/permissions/reset-password";
import { isRole } from "~/domain/permissions/role";
import { hasRole, type Viewer } from "~/domain/permissions/viewer";
import { nameOfUnit } from "~/domain/reporting/unit-selection";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { actingFor } from "../access/acting-for.server";
import { reader } from "../database.server";
import { Prisma } from "../generated/client";
import { organisationAsOf } from "../organisation/organisation-facts.server";
import { holding, inScope, scopeOf } from "../reporting/scope-units.server";
import { recordsOf } from "./records-of.server";

export interface SlipTarget {
  accountId: number;
  personId: string;
  fullName: string;
  staffCode: string;
  email: string | null;
  unit: string;
  language: Language;
  /** account that lent the power to print it */
  onBehalfOf: number | null;
}

/**
 * The person for whom a viewer may print a password slip: someone else with a post in the subtree where the viewer may reset
 * passwords, and with no grant that the viewer does not reach. Null for everyone else.
 */
export async function slipTarget(
  viewer: Viewer,
  personPublicId: string,
  today: CivilDate,
  language: Language,
): Promise<SlipTarget | null> {
  const scope = await scopeOf(viewer, "reset-password", today);
  const client = await reader();
  const rows = await client.$queryRaw<
    {
      account_id: bigint;
      person_id: bigint;
      full_name: string;
      staff_code: string;
      work_email: string | null;
      language: string;
      unit_id: bigint;
    }[]
  >`
    SELECT a.id AS account_id, p.id AS person_id, n.full_name, p.staff_code, d.work_email, a.language, s.unit_id
    FROM person p
    JOIN account a ON a.person_id IN ${recordsOf(Prisma.sql`p.id`)} AND a.disabled = 0
    JOIN person_name n ON n.person_id = p.id AND ${holding("n", today)}
    LEFT JOIN person_detail d ON d.person_id = p.id AND ${holding("d", today)}
    JOIN posting o ON o.person_id IN ${recordsOf(Prisma.sql`p.id`)} AND ${holding("o", today)}
    JOIN post s ON s.id = o.post_id
    WHERE p.public_id = ${personPublicId} AND ${inScope(scope, "s.unit_id")}
      AND NOT EXISTS (SELECT 1 FROM person_merge WHERE merged_person_id = p.id AND retracted_change IS NULL)
    ORDER BY a.person_id = p.id DESC, CASE o.kind WHEN 'primary' THEN 0 ELSE 1 END, o.id LIMIT 1`;
  const row = rows[0];
  if (!row || Number(row.person_id) === viewer.personId) return null;
  const grants = await client.permission_grant.findMany({
    where: {
      account_id: Number(row.account_id),
      retracted_change: null,
      OR: [{ valid_to: null }, { valid_to: { gt: today } }],
    },
    select: { role: true, unit_id: true },
  });
  const lent = await client.delegation.findMany({
    where: { to_account_id: Number(row.account_id), retracted_change: null, valid_to: { gt: today } },
    select: { unit_id: true },
  });
  const held = grants.flatMap((grant) => (isRole(grant.role) ? [{ role: grant.role, unitId: grant.unit_id }] : []));
  const issuer = { administrator: hasRole(viewer, "administrator"), mayResetIn: scope.has };
  if (!mayResetPasswordOf(held, issuer) || !lent.every(({ unit_id }) => scope.has(unit_id))) return null;
  const organisation = await organisationAsOf(today);
  const unit = organisation.byId.get(Number(row.unit_id));
  return {
    accountId: Number(row.account_id),
    personId: personPublicId,
    fullName: row.full_name,
    staffCode: row.staff_code,
    email: row.work_email,
    unit: unit ? nameOfUnit(organisation, unit)[language] : "",
    language: row.language === "en" ? "en" : "vi",
    onBehalfOf: await actingFor(viewer, "reset-password", [Number(row.unit_id)], today),
  };
}
