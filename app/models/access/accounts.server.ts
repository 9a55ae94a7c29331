import { createHash, randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import type { Viewer } from "~/domain/permissions/viewer";
import type { Instant } from "~/domain/time/civil-date";
import { type Rows, reader, recordChange } from "~/models/database.server";
import { insertRows } from "../insert-rows.server";
import { PRIVACY_NOTICE } from "./viewers.server";

/** OWASP's second recommended profile of argon2id: 19 MiB, two passes. */
const ARGON = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const SLIP_LIFETIME_MS = 7 * 24 * 60 * 60 * 1000;

/** A hash of nothing known: verified when no account is found, so that both failures take the same time. */
let dummyHash: Promise<string> | null = null;

export interface Account {
  id: number;
  personId: number;
  personPublicId: string;
}

/**
 * The account of a staff code or work e-mail with this password, or null; it never says which of the two was wrong, nor
 * in its time.
 */
export async function accountByPassword(login: string, password: string): Promise<Account | null> {
  const client = await reader();
  const person = await personOfLogin(login);
  const account = person && (await client.account.findFirst({ where: { person_id: person.id, disabled: false } }));
  dummyHash ??= hashPassword(randomBytes(16).toString("hex"));
  const stored = account?.password_hash ?? (await dummyHash);
  const right = await verify(stored, password.normalize("NFC"));
  if (!right || !account?.password_hash || !person) return null;
  // nothing is held true of someone whose registration was undone: there is no name, and nobody to log in
  if ((await client.person_name.count({ where: { person_id: person.id, retracted_change: null } })) === 0) return null;
  return { id: account.id, personId: person.id, personPublicId: person.public_id };
}

/** Under what key tries are counted: the person, whichever of the two names was typed; else what was typed. */
export async function throttleKeyOf(login: string): Promise<string> {
  const person = await personOfLogin(login);
  return person ? `person ${person.id}` : `unknown ${login.trim().toLowerCase().slice(0, 100)}`;
}

async function personOfLogin(login: string): Promise<{ id: number; public_id: string } | null> {
  const client = await reader();
  const name = login.trim();
  const address = await client.person_detail.findFirst({
    where: { work_email: name.toLowerCase(), retracted_change: null, valid_to: null },
    select: { person_id: true },
  });
  return client.person.findFirst({
    where: address ? { id: address.person_id } : { staff_code: name.toUpperCase() },
    select: { id: true, public_id: true },
  });
}

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFC"), ARGON);
}

/** The least length of a password; no rules about kinds of letters (NIST SP 800-63B). */
export const PASSWORD_MIN_LENGTH = 10;

export interface NewAccount {
  publicId: string;
  personId: number;
  passwordHash: string | null;
}

export async function insertAccounts(rows: Rows, changeId: number, accounts: NewAccount[]): Promise<void> {
  await insertRows(rows, "account", accounts, (account) => ({
    public_id: account.publicId,
    person_id: account.personId,
    password_hash: account.passwordHash,
    recorded_change: changeId,
  }));
}

/**
 * A one-time slip with which the person sets a new password: the token is returned once and only its hash is kept.
 * An earlier open slip of the account ends.
 */
export function issuePasswordSlip(
  accountId: number,
  actorId: number | null,
  at: Instant,
  onBehalfOf: number | null = null,
): Promise<{ token: string; expiresAt: Instant }> {
  const token = randomBytes(20).toString("base64url");
  const expiresAt = new Date(Date.parse(at) + SLIP_LIFETIME_MS).toISOString();
  return recordChange({ kind: "password-slip-issued", at, actorId, onBehalfOf }, async (rows, changeId) => {
    await rows.password_slip.updateMany({ where: { account_id: accountId, used_at: null }, data: { used_at: at } });
    await rows.password_slip.create({
      data: { account_id: accountId, token_hash: hashOfToken(token), expires_at: expiresAt, recorded_change: changeId },
    });
    return { token, expiresAt };
  });
}

/** The account that an open slip belongs to, or null when it is unknown, used or over. */
export async function accountOfSlip(
  token: string,
  at: Instant,
): Promise<{ accountId: number; fullName: string } | null> {
  const client = await reader();
  const slip = await client.password_slip.findUnique({ where: { token_hash: hashOfToken(token) } });
  if (!slip || slip.used_at !== null || slip.expires_at <= at) return null;
  const account = await client.account.findUnique({
    where: { id: slip.account_id },
    select: { person_id: true, disabled: true },
  });
  if (!account || account.disabled) return null;
  const name = await client.person_name.findFirst({
    where: { person_id: account.person_id, retracted_change: null },
    orderBy: { valid_from: "desc" },
    select: { full_name: true },
  });
  return { accountId: slip.account_id, fullName: name?.full_name ?? "" };
}

/** Sets the password by a slip; all sessions of the account end. False when the slip was used in the meantime. */
export async function setPasswordBySlip(token: string, password: string, at: Instant): Promise<boolean> {
  if (!(await accountOfSlip(token, at))) return false;
  const passwordHash = await hashPassword(password);
  return recordChange({ kind: "password-set", at }, async (rows) => {
    const used = await rows.password_slip.updateMany({
      where: { token_hash: hashOfToken(token), used_at: null, expires_at: { gt: at } },
      data: { used_at: at },
    });
    if (used.count === 0) return false;
    const slip = await rows.password_slip.findUniqueOrThrow({ where: { token_hash: hashOfToken(token) } });
    await rows.account.update({ where: { id: slip.account_id }, data: { password_hash: passwordHash } });
    await rows.session.deleteMany({ where: { account_id: slip.account_id } });
    return true;
  });
}

function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Records that the viewer has read the privacy notice; a second time changes nothing. */
export async function acknowledgeNotice(viewer: Viewer, at: Instant): Promise<void> {
  if (viewer.noticeRead) return;
  await recordChange({ kind: "notice-read", at, actorId: viewer.accountId }, async (rows, changeId) => {
    await rows.acknowledgement.upsert({
      where: { account_id_subject: { account_id: viewer.accountId, subject: PRIVACY_NOTICE } },
      create: { account_id: viewer.accountId, subject: PRIVACY_NOTICE, at, recorded_change: changeId },
      update: {},
    });
  });
}

/** Language and theme of the viewer's own account. */
export function saveDisplay(
  viewer: Viewer,
  display: { language?: "vi" | "en"; theme?: "system" | "light" | "dark" },
  at: Instant,
): Promise<void> {
  return recordChange({ kind: "display-changed", at, actorId: viewer.accountId }, async (rows) => {
    await rows.account.update({ where: { id: viewer.accountId }, data: display });
  });
}
