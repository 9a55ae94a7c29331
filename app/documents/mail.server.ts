import { createHash } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { createTransport, type Transporter } from "nodemailer";
import { dataDirectory, mailFrom, mailUrl, publicUrl } from "~/config/environment.server";

export interface Letter {
  to: string;
  subject: string;
  /** plain text; the house sends no HTML */
  text: string;
  files?: readonly { name: string; mediaType: string; bytes: Buffer }[];
  /** names the letter for ever: whoever gets it a second time after a power cut sees that it is the same */
  key?: string;
}

/** A mail server that says nothing for so long has not taken the letter. */
const PATIENCE_MS = 60_000;

let transport: { url: string; transporter: Transporter } | null = null;

/** False where no mail server is set: then slips are printed instead. */
export function mailIsSet(): boolean {
  return mailUrl() !== null;
}

/**
 * Sends one letter and waits until the mail server has taken it.
 * @throws when no mail server is set (ask `mailIsSet` first), and when it refuses or cannot be reached
 */
export async function sendMail(letter: Letter): Promise<void> {
  const url = mailUrl();
  if (url === null) throw new Error("No mail server is set.");
  if (transport?.url !== url) {
    const patience = { connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS };
    transport = { url, transporter: createTransport({ url, ...patience }) };
  }
  await transport.transporter.sendMail(messageOf(letter));
}

/** Sends a letter, or lays it down under DATA_DIR/mail where no mail server is set: one file a key, whoever lays it down again. */
export async function postLetter(letter: Letter & { key: string }): Promise<void> {
  if (mailIsSet()) return sendMail(letter);
  const place = laidDown(letter.key);
  await mkdir(path.dirname(place), { recursive: true });
  const { message } = await createTransport({ streamTransport: true, buffer: true }).sendMail(messageOf(letter));
  await writeFile(`${place}.draft`, message as Buffer);
  await rename(`${place}.draft`, place);
}

/** Takes away what was laid down of a letter, if anything was. */
export async function dropLetter(key: string): Promise<void> {
  await rm(laidDown(key), { force: true });
}

/** Whether a mail server has said that it will never take a letter: trying again is of no use. */
export function isRefusedForGood(error: unknown): boolean {
  const code = (error as { responseCode?: unknown } | null)?.responseCode;
  return typeof code === "number" && code >= 500 && code < 600;
}

function messageOf({ to, subject, text, files = [], key }: Letter) {
  return {
    from: mailFrom(),
    to,
    subject,
    text,
    attachments: files.map(({ name, mediaType, bytes }) => ({
      filename: name,
      contentType: mediaType,
      content: bytes,
    })),
    ...(key === undefined ? {} : { messageId: `<${nameOf(key)}@${new URL(publicUrl()).hostname}>` }),
  };
}

function laidDown(key: string): string {
  return path.join(dataDirectory(), "mail", `${nameOf(key)}.eml`);
}

function nameOf(key: string): string {
  return createHash("sha256").update(key).digest("hex").slice(0, 32);
}
