import type { CivilDate } from "~/domain/time/civil-date";
import { reader } from "../database.server";
import { keptRecord } from "../people/records-of.server";
import { holding } from "../reporting/scope-units.server";

export interface MailAddress {
  accountId: number;
  publicId: string;
  name: string;
  /** null: none is known */
  email: string | null;
  language: "vi" | "en";
}

/** Where accounts get their mail on a date; those that are closed are left out. */
export async function mailAddresses(
  accountIds: readonly number[],
  today: CivilDate,
): Promise<Map<number, MailAddress>> {
  const client = await reader();
  const rows = await client.$queryRaw<
    { id: bigint; public_id: string; language: string; full_name: string; work_email: string | null }[]
  >`
    SELECT a.id, a.public_id, a.language, n.full_name, d.work_email
    FROM json_each(${JSON.stringify(accountIds)}) j JOIN account a ON a.id = j.value
    JOIN person_name n ON n.person_id = ${keptRecord("a.person_id")} AND ${holding("n", today)}
    LEFT JOIN person_detail d ON d.person_id = n.person_id AND ${holding("d", today)}
    WHERE a.disabled = 0`;
  return new Map(
    rows.map((row) => [
      Number(row.id),
      {
        accountId: Number(row.id),
        publicId: row.public_id,
        name: row.full_name,
        email: row.work_email,
        language: row.language === "en" ? "en" : "vi",
      },
    ]),
  );
}
