import type { Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import { readRows } from "~/models/database.server";
import { Prisma } from "~/models/generated/client";
import { keptRecord } from "~/models/people/records-of.server";
import { delegationsInForce, grantsInForce, grantsThatCount, postsHeld, serves } from "./counting-grants.server";
import { focalPositions } from "./focal-positions.server";
import { delegationsThatCount } from "./lent-powers.server";

interface ViewerRow {
  account_id: number;
  person_id: number;
  public_id: string;
  staff_code: string;
  language: string;
  theme: string;
  full_name: string;
  notice: number | null;
  employment: string | null;
  serving: number;
  grants: string | null;
  posts: string | null;
  delegations: string | null;
}

/** The version of the privacy notice; a new one is shown again. */
export const PRIVACY_NOTICE = "privacy-notice-2026-11";

/**
 * Who is behind an account on a date, with the grants that count: in force, over a unit that exists, held by a person with an
 * active posting or an external account; a collaborator's never do. One statement, and a second for who was lent a power.
 * The account of a merged record leads to the kept one. Null when the account does not exist or is disabled.
 */
export async function loadViewer(accountId: number, today: CivilDate, sharedComputer: boolean): Promise<Viewer | null> {
  const [row] = await readRows<ViewerRow>(Prisma.sql`
    SELECT a.id AS account_id, p.id AS person_id, p.public_id, p.staff_code, a.language, a.theme, n.full_name,
      (SELECT d.employment FROM person_detail d WHERE d.person_id = p.id AND d.retracted_change IS NULL
        AND d.valid_from <= ${today} ORDER BY d.valid_from DESC LIMIT 1) AS employment,
      (SELECT MAX(k.id) FROM acknowledgement k WHERE k.account_id = a.id AND k.subject = ${PRIVACY_NOTICE}) AS notice,
      ${serves(today)} AS serving, ${grantsInForce(today)} AS grants, ${postsHeld(today)} AS posts,
      ${delegationsInForce(today)} AS delegations
    FROM account a
    JOIN person p ON p.id = ${keptRecord("a.person_id")}
    JOIN person_name n ON n.person_id = p.id AND n.retracted_change IS NULL
      AND n.valid_from <= ${today} AND (n.valid_to IS NULL OR n.valid_to > ${today})
    WHERE a.id = ${accountId} AND a.disabled = 0`);
  if (!row) return null;
  const collaborator = row.employment === "collaborator";
  const serving = row.serving === 1;
  const trusted = serving && !collaborator;
  return {
    accountId: row.account_id,
    personId: row.person_id,
    personPublicId: row.public_id,
    fullName: row.full_name,
    staffCode: row.staff_code,
    language: row.language === "en" ? "en" : "vi",
    theme: row.theme === "light" || row.theme === "dark" ? row.theme : "system",
    noticeRead: row.notice !== null,
    sharedComputer,
    collaborator,
    serving,
    grants: trusted ? grantsThatCount(row.grants, row.posts, row.posts ? await focalPositions(today) : new Set()) : [],
    delegations: trusted && row.delegations !== null ? await delegationsThatCount(row.delegations, today) : [],
  };
}
