import { randomBytes } from "node:crypto";
import { now, today } from "~/config/clock.server";
import { lucia } from "~/http/lucia.server";
import { acknowledgeNotice } from "~/models/access/accounts.server";
import { storeSession } from "~/models/access/sessions.server";
import { loadViewer } from "~/models/access/viewers.server";
import { reader } from "~/models/database.server";

const DAY_MS = 24 * 60 * 60 * 1000;

export interface SignedIn {
  staffCode: string;
  cookie: { name: string; value: string };
}

/** Sessions without logging in: each person's notice counts as read. Staff codes without an account are an error. */
export async function signIn(staffCodes: readonly string[]): Promise<SignedIn[]> {
  const signedIn: SignedIn[] = [];
  for (const staffCode of staffCodes) {
    const client = await reader();
    const person = await client.person.findUniqueOrThrow({ where: { staff_code: staffCode } });
    const account = await client.account.findUniqueOrThrow({ where: { person_id: person.id } });
    const viewer = await loadViewer(account.id, today(), false);
    if (!viewer) throw new Error(`${staffCode} cannot sign in`);
    await acknowledgeNotice(viewer, now());
    const id = randomBytes(25).toString("hex");
    const expiresAt = new Date(Date.now() + 14 * DAY_MS).toISOString();
    await storeSession(id, { accountId: account.id, expiresAt, shared: false, at: now() });
    const { name, value } = lucia.createSessionCookie(id);
    signedIn.push({ staffCode, cookie: { name, value } });
  }
  return signedIn;
}

/** Staff codes of people with an account who are in post today, so many, spread over all of them. */
export async function staffInPost(count: number): Promise<string[]> {
  const client = await reader();
  const date = today();
  const rows = await client.$queryRaw<{ staff_code: string }[]>`
    SELECT p.staff_code FROM account a JOIN person p ON p.id = a.person_id
    WHERE a.disabled = 0 AND EXISTS (SELECT 1 FROM posting o WHERE o.person_id = p.id AND o.retracted_change IS NULL
      AND o.valid_from <= ${date} AND (o.valid_to IS NULL OR o.valid_to > ${date}))
    ORDER BY p.id`;
  const step = Math.max(1, Math.floor(rows.length / count));
  return rows
    .filter((_, index) => index % step === 0)
    .slice(0, count)
    .map((row) => row.staff_code);
}
