import { isRole } from "~/domain/permissions/role";
import type { Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import { reader } from "~/models/database.server";

interface ViewerRow {
  account_id: bigint;
  person_id: bigint;
  public_id: string;
  staff_code: string;
  language: string;
  theme: string;
  full_name: string;
  notice: bigint | null;
  employment: string | null;
  grants: string | null;
}

/** The version of the privacy notice; a new one is shown again. */
export const PRIVACY_NOTICE = "privacy-notice-2026-11";

/**
 * Who is behind an account on a date, with the grants that count: in force, over a unit that exists, held by a person with an
 * active posting. One statement. Null when the account does not exist or is disabled.
 */
export async function loadViewer(accountId: number, today: CivilDate, sharedComputer: boolean): Promise<Viewer | null> {
  const client = await reader();
  const rows = await client.$queryRaw<ViewerRow[]>`
    SELECT a.id AS account_id, p.id AS person_id, p.public_id, p.staff_code, a.language, a.theme, n.full_name,
      (SELECT d.employment FROM person_detail d WHERE d.person_id = p.id AND d.retracted_change IS NULL
        AND d.valid_from <= ${today} AND (d.valid_to IS NULL OR d.valid_to > ${today})) AS employment,
      (SELECT MAX(k.id) FROM acknowledgement k WHERE k.account_id = a.id AND k.subject = ${PRIVACY_NOTICE}) AS notice,
      (SELECT group_concat(g.role || ':' || g.unit_id) FROM permission_grant g
        WHERE g.account_id = a.id AND g.retracted_change IS NULL
          AND g.valid_from <= ${today} AND (g.valid_to IS NULL OR g.valid_to > ${today})
          AND EXISTS (SELECT 1 FROM unit_existence e WHERE e.unit_id = g.unit_id AND e.retracted_change IS NULL
            AND e.valid_from <= ${today} AND (e.valid_to IS NULL OR e.valid_to > ${today}))
          AND EXISTS (SELECT 1 FROM posting o WHERE o.person_id = p.id AND o.retracted_change IS NULL
            AND o.valid_from <= ${today} AND (o.valid_to IS NULL OR o.valid_to > ${today}))) AS grants
    FROM account a
    JOIN person p ON p.id = a.person_id
    JOIN person_name n ON n.person_id = p.id AND n.retracted_change IS NULL
      AND n.valid_from <= ${today} AND (n.valid_to IS NULL OR n.valid_to > ${today})
    WHERE a.id = ${accountId} AND a.disabled = 0`;
  const row = rows[0];
  if (!row) return null;
  return {
    accountId: Number(row.account_id),
    personId: Number(row.person_id),
    personPublicId: row.public_id,
    fullName: row.full_name,
    staffCode: row.staff_code,
    language: row.language === "en" ? "en" : "vi",
    theme: row.theme === "light" || row.theme === "dark" ? row.theme : "system",
    noticeRead: row.notice !== null,
    sharedComputer,
    collaborator: row.employment === "collaborator",
    delegations: [],
    grants: (row.grants ?? "")
      .split(",")
      .filter(Boolean)
      .flatMap((text) => {
        const [role = "", unitId = ""] = text.split(":");
        return isRole(role) ? [{ role, unitId: Number(unitId) }] : [];
      }),
  };
}
