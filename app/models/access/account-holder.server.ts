import type { CivilDate } from "~/domain/time/civil-date";
import { reader } from "../database.server";
import { Prisma } from "../generated/client";
import { isCollaborator, mainPost, nameOn, serves } from "./counting-grants.server";

/** The open account of a person, with what the rules ask of whoever gets a permission or a loan. */
export interface AccountHolder {
  accountId: number;
  name: string;
  staffCode: string;
  collaborator: boolean;
  serving: boolean;
  posted: boolean;
}

/** Null where the person has no account, or a closed one. */
export function accountHolder(personId: number, date: CivilDate): Promise<AccountHolder | null> {
  return find(Prisma.sql`p.id = ${personId}`, date);
}

/** Someone with an account and without a post, by a whole staff code: only so can an external account be found. */
export function accountWithoutPost(staffCode: string, date: CivilDate): Promise<AccountHolder | null> {
  return find(Prisma.sql`p.staff_code = ${staffCode.trim().toUpperCase()} AND ${mainPost(date)} IS NULL`, date);
}

async function find(condition: Prisma.Sql, date: CivilDate): Promise<AccountHolder | null> {
  const client = await reader();
  const [row] = await client.$queryRaw<
    {
      id: bigint;
      name: string;
      staff_code: string;
      collaborator: bigint;
      serving: bigint;
      post: string | null;
    }[]
  >`
    SELECT a.id, p.staff_code, ${nameOn(date)} AS name, ${isCollaborator(date)} AS collaborator,
      ${serves(date)} AS serving, ${mainPost(date)} AS post
    FROM account a JOIN person p ON p.id = a.person_id WHERE a.disabled = 0 AND ${condition}`;
  return row
    ? {
        accountId: Number(row.id),
        name: row.name,
        staffCode: row.staff_code,
        collaborator: Number(row.collaborator) === 1,
        serving: Number(row.serving) === 1,
        posted: row.post !== null,
      }
    : null;
}
