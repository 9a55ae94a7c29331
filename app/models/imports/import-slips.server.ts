import { createHash, randomBytes } from "node:crypto";
import { publicUrl } from "~/config/environment.server";
import type { Viewer } from "~/domain/permissions/viewer";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { reader, recordChange } from "../database.server";
import { Prisma } from "../generated/client";
import { inScope, scopeOf } from "../reporting/scope-units.server";
import type { ImportRun } from "./import-run.server";

/** So many slips are made, printed and mailed at once. */
export const SLIPS_PAGE = 50;
const SLIP_LIFETIME_MS = 7 * 24 * 60 * 60 * 1000;

export interface ImportSlip {
  accountId: number;
  fullName: string;
  staffCode: string;
  email: string | null;
  language: Language;
  address: string;
  expiresAt: Instant;
}

/** New people of an import who have not set a password, as far as the viewer may print slips for them. */
async function waiting(run: ImportRun, viewer: Viewer, at: Instant) {
  const scope = await scopeOf(viewer, "reset-password", civilDateOf(at));
  const client = await reader();
  return { client, where: whoWaits(run.changeId ?? 0, inScope(scope, "s.unit_id")) };
}

const whoWaits = (changeId: number, mine: Prisma.Sql) => Prisma.sql`
  FROM account a JOIN person p ON p.id = a.person_id
  JOIN person_name n ON n.person_id = p.id AND n.retracted_change IS NULL AND n.valid_to IS NULL
  LEFT JOIN person_detail d ON d.person_id = p.id AND d.retracted_change IS NULL AND d.valid_to IS NULL
  WHERE a.recorded_change = ${changeId} AND a.password_hash IS NULL AND a.disabled = 0
    AND EXISTS (SELECT 1 FROM posting o JOIN post s ON s.id = o.post_id
      WHERE o.person_id = p.id AND o.retracted_change IS NULL AND ${mine})`;

/** How many new people of an import have no password yet. */
export async function countWaiting(run: ImportRun, viewer: Viewer, at: Instant): Promise<number> {
  const { client, where } = await waiting(run, viewer, at);
  const rows = await client.$queryRaw<{ n: bigint }[]>`SELECT COUNT(*) AS n ${where}`;
  return Number(rows[0]?.n ?? 0);
}

/**
 * Makes one-time links for a page of the new people of an import, in the order of their names. Shown once, as only their hashes are
 * kept; links made before for the same people end.
 */
export async function issueImportSlips(
  run: ImportRun,
  viewer: Viewer,
  page: number,
  at: Instant,
): Promise<ImportSlip[]> {
  const { client, where } = await waiting(run, viewer, at);
  const people = await client.$queryRaw<
    { account_id: bigint; full_name: string; staff_code: string; work_email: string | null; language: string }[]
  >`SELECT a.id AS account_id, n.full_name, p.staff_code, d.work_email, a.language ${where}
    ORDER BY n.sort_key, a.id LIMIT ${SLIPS_PAGE} OFFSET ${(page - 1) * SLIPS_PAGE}`;
  if (people.length === 0) return [];
  const expiresAt = new Date(Date.parse(at) + SLIP_LIFETIME_MS).toISOString();
  const slips = people.map((row) => {
    const token = randomBytes(20).toString("base64url");
    return {
      token,
      slip: {
        accountId: Number(row.account_id),
        fullName: row.full_name,
        staffCode: row.staff_code,
        email: row.work_email,
        language: row.language === "en" ? ("en" as const) : ("vi" as const),
        address: `${publicUrl()}/slip/${token}`,
        expiresAt,
      },
    };
  });
  const accountIds = slips.map(({ slip }) => slip.accountId);
  await recordChange({ kind: "password-slips-issued", at, actorId: viewer.accountId }, async (rows, changeId) => {
    await rows.password_slip.updateMany({
      where: { account_id: { in: accountIds }, used_at: null },
      data: { used_at: at },
    });
    await rows.password_slip.createMany({
      data: slips.map(({ token, slip }) => ({
        account_id: slip.accountId,
        token_hash: createHash("sha256").update(token).digest("hex"),
        expires_at: expiresAt,
        recorded_change: changeId,
      })),
    });
  });
  return slips.map(({ slip }) => slip);
}
